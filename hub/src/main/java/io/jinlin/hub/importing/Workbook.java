package io.jinlin.hub.importing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;

/**
 * Reads the worksheets of an xlsx file. Before the reader sees it, everything in it was unpacked
 * once under a bound, so that a small file cannot become a huge one.
 */
final class Workbook {
  /** Most bytes of all that is packed in a file; 14,000 residents are about 12 MB. */
  static final long MAX_UNPACKED_BYTES = 128L << 20;

  /** Most files packed in a workbook. */
  static final int MAX_PACKED_FILES = 1_000;

  private static final int BLOCK_BYTES = 64 * 1024;

  /** Merged ranges stand after the rows, within the last bytes of a sheet. */
  private static final int TAIL_BYTES = 1 << 20;

  private static final String SHEETS = "xl/worksheets/";
  private static final Pattern MERGE =
      Pattern.compile("<mergeCell [^>]*ref=\"([A-Z]{1,3})(\\d{1,7}):([A-Z]{1,3})(\\d{1,7})\"");
  private static final Pattern SHEET =
      Pattern.compile("<(?:\\w+:)?sheet [^>]*name=\"([^\"]*)\"[^>]*r:id=\"([^\"]*)\"");
  private static final Pattern RELATION = Pattern.compile("<Relationship [^>]*>");
  private static final Pattern ID = Pattern.compile("\\bId=\"([^\"]*)\"");
  private static final Pattern TARGET = Pattern.compile("\\bTarget=\"([^\"]*)\"");

  private final Map<String, String> packed = new HashMap<>();

  private Workbook() {}

  static List<Sheet> read(byte[] content) throws ImportRefused {
    Workbook workbook = new Workbook();
    workbook.unpack(content);
    if (!workbook.packed.containsKey("xl/workbook.xml")) {
      throw new ImportRefused("import-no-workbook");
    }
    try (ReadableWorkbook book =
        new ReadableWorkbook(new ByteArrayInputStream(content), new ReadingOptions(true, true))) {
      List<Sheet> sheets = new ArrayList<>();
      List<String> paths = workbook.paths();
      for (org.dhatim.fastexcel.reader.Sheet sheet : book.getSheets().toList()) {
        int index = sheet.getIndex();
        String path = index < paths.size() ? paths.get(index) : "";
        sheets.add(new Sheet(sheet.getName(), "", lines(sheet), workbook.merged(path)));
      }
      return sheets;
    } catch (IOException | UncheckedIOException | ExcelReaderException e) {
      throw new ImportRefused("import-damaged");
    } catch (IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException e) {
      // What the reader throws for a workbook that is not as it should be.
      throw new ImportRefused("import-damaged");
    }
  }

  private static List<Sheet.Line> lines(org.dhatim.fastexcel.reader.Sheet sheet)
      throws IOException, ImportRefused {
    List<Sheet.Line> lines = new ArrayList<>();
    try (Stream<Row> rows = sheet.openStream()) {
      for (Row row : (Iterable<Row>) rows::iterator) {
        Map<Integer, Sheet.Odd> odd = new HashMap<>();
        List<String> cells = cells(row, odd);
        if (cells.stream().anyMatch(cell -> !cell.isEmpty()) || !odd.isEmpty()) {
          if (lines.size() == Sheet.MAX_LINES) {
            throw new ImportRefused("import-too-many-lines", String.valueOf(Sheet.MAX_LINES));
          }
          lines.add(new Sheet.Line(row.getRowNum(), cells, odd));
        }
      }
    }
    return lines;
  }

  private static List<String> cells(Row row, Map<Integer, Sheet.Odd> odd) {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < Math.min(row.getCellCount(), Sheet.MAX_COLUMNS); i++) {
      Cell cell = row.getCell(i);
      String text = cell == null ? "" : text(cell).strip();
      if (cell != null && cell.getType() == CellType.FORMULA) {
        odd.put(i, text.isEmpty() ? Sheet.Odd.BROKEN : Sheet.Odd.FORMULA);
      }
      if (cell != null && (cell.getType() == CellType.ERROR || text.matches("#[A-Z/0!?]{3,8}"))) {
        odd.put(i, Sheet.Odd.BROKEN);
      }
      if (text.length() > Sheet.MAX_CELL_LENGTH) {
        odd.put(i, Sheet.Odd.LONG);
      }
      cells.add(text);
    }
    return cells;
  }

  private static String text(Cell cell) {
    if (cell.getType() == CellType.EMPTY || cell.getType() == CellType.ERROR) {
      return "";
    }
    if (cell.getType() == CellType.NUMBER) {
      return isDate(cell) ? date(cell) : plain(cell.asNumber());
    }
    if (cell.getType() == CellType.FORMULA && cell.getRawValue() == null) {
      return "";
    }
    String text = cell.getText();
    return text == null ? "" : text;
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }

  /** Whether the format of a number has years or days; those of money have neither. */
  private static boolean isDate(Cell cell) {
    String format = cell.getDataFormatString();
    if (format == null) {
      return false;
    }
    String bare = format.replaceAll("\\[[^\\]]*]|\"[^\"]*\"|\\\\.", "").toLowerCase(Locale.ROOT);
    return bare.contains("y") || bare.contains("d") || bare.contains("m/");
  }

  private static String date(Cell cell) {
    LocalDateTime time = cell.asDate();
    LocalDate day = time.toLocalDate();
    return day.toString();
  }

  private void unpack(byte[] content) throws ImportRefused {
    long total = 0;
    int files = 0;
    byte[] block = new byte[BLOCK_BYTES];
    try (ZipFile zip = zip(content)) {
      for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
        if (++files > MAX_PACKED_FILES) {
          throw new ImportRefused("import-bomb");
        }
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        try (InputStream in = zip.getInputStream(entry)) {
          for (int n = in.read(block); n >= 0; n = in.read(block)) {
            total += n;
            if (total > MAX_UNPACKED_BYTES) {
              throw new ImportRefused("import-bomb");
            }
            keep(kept, block, n);
          }
        }
        String name = entry.getName();
        if (name.startsWith("xl/work") || name.equals("xl/_rels/workbook.xml.rels")) {
          packed.put(name, kept.toString(StandardCharsets.UTF_8));
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new ImportRefused("import-damaged");
    }
  }

  private static ZipFile zip(byte[] content) throws IOException {
    return ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(content)).get();
  }

  /** The last bytes of a file; of a short one all. */
  private static void keep(ByteArrayOutputStream kept, byte[] block, int length) {
    if (kept.size() > TAIL_BYTES) {
      byte[] tail = kept.toByteArray();
      kept.reset();
      kept.write(tail, tail.length / 2, tail.length - tail.length / 2);
    }
    kept.write(block, 0, length);
  }

  /** The files of the sheets, in the order of the tabs. */
  private List<String> paths() {
    Map<String, String> targets = new HashMap<>();
    Matcher relation = RELATION.matcher(packed.getOrDefault("xl/_rels/workbook.xml.rels", ""));
    while (relation.find()) {
      Matcher id = ID.matcher(relation.group());
      Matcher target = TARGET.matcher(relation.group());
      if (id.find() && target.find()) {
        targets.put(id.group(1), target.group(1));
      }
    }
    List<String> paths = new ArrayList<>();
    Matcher sheet = SHEET.matcher(packed.getOrDefault("xl/workbook.xml", ""));
    while (sheet.find()) {
      String target = targets.getOrDefault(sheet.group(2), "");
      paths.add(SHEETS + target.substring(target.lastIndexOf('/') + 1));
    }
    return paths;
  }

  private List<Sheet.Merged> merged(String path) {
    List<Sheet.Merged> merged = new ArrayList<>();
    Matcher merge = MERGE.matcher(packed.getOrDefault(path, ""));
    while (merge.find() && merged.size() < Sheet.MAX_LINES) {
      merged.add(
          new Sheet.Merged(
              merge.group(1) + merge.group(2) + ":" + merge.group(3) + merge.group(4),
              Integer.parseInt(merge.group(2)),
              Integer.parseInt(merge.group(4)),
              column(merge.group(1)),
              column(merge.group(3))));
    }
    return merged;
  }

  private static int column(String letters) {
    int column = 0;
    for (char letter : letters.toCharArray()) {
      column = 26 * column + letter - 'A' + 1;
    }
    return column - 1;
  }
}
