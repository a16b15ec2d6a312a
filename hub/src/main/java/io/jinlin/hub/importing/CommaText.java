package io.jinlin.hub.importing;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads CSV: UTF-8, UTF-16 with its mark, or GB 18030 (which GBK and GB 2312 are part of), each
 * only when every byte fits; separated by commas, semicolons or tabs.
 */
final class CommaText {
  private static final Charset GB = Charset.forName("GB18030");
  private static final char MARK = '\uFEFF';

  private record Text(String encoding, String content) {}

  private CommaText() {}

  static Sheet read(byte[] content) throws ImportRefused {
    Text text = decode(content);
    String table = text.content();
    if (table.indexOf('\0') >= 0) {
      throw new ImportRefused("import-no-table");
    }
    List<Sheet.Line> lines = new ArrayList<>();
    try (CsvReader<CsvRecord> records =
        CsvReader.builder()
            .fieldSeparator(separator(table))
            .allowExtraFields(true)
            .allowMissingFields(true)
            .skipEmptyLines(true)
            .ofCsvRecord(table)) {
      for (CsvRecord record : records) {
        if (lines.size() == Sheet.MAX_LINES) {
          throw new ImportRefused("import-too-many-lines", String.valueOf(Sheet.MAX_LINES));
        }
        Map<Integer, Sheet.Odd> odd = new HashMap<>();
        List<String> cells = cells(record.getFields(), odd);
        if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
          lines.add(new Sheet.Line((int) record.getStartingLineNumber(), cells, odd));
        }
      }
    } catch (CsvParseException e) {
      throw new ImportRefused("import-bad-quotes", String.valueOf(lines.size() + 1));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return new Sheet("", text.encoding(), lines, List.of());
  }

  private static List<String> cells(List<String> fields, Map<Integer, Sheet.Odd> odd) {
    List<String> cells = new ArrayList<>();
    for (String field : fields.subList(0, Math.min(fields.size(), Sheet.MAX_COLUMNS))) {
      if (field.length() > Sheet.MAX_CELL_LENGTH) {
        odd.put(cells.size(), Sheet.Odd.LONG);
      }
      // Our own export writes a quote before what a spreadsheet would take for a formula.
      String plain = field.matches("'[=+\\-@].*") ? field.substring(1) : field;
      cells.add(plain.strip());
    }
    return cells;
  }

  private static Text decode(byte[] content) throws ImportRefused {
    if (content.length >= 2) {
      int first = (content[0] & 0xff) << 8 | content[1] & 0xff;
      if (first == 0xFEFF || first == 0xFFFE) {
        return new Text("UTF-16", strict(content, StandardCharsets.UTF_16));
      }
    }
    try {
      return new Text("UTF-8", strict(content, StandardCharsets.UTF_8));
    } catch (ImportRefused notUtf8) {
      return new Text("GB18030", strict(content, GB));
    }
  }

  private static String strict(byte[] content, Charset charset) throws ImportRefused {
    try {
      String text =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(content))
              .toString();
      return !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new ImportRefused("import-encoding");
    }
  }

  /** The one of the three that the first lines have most of. */
  private static char separator(String table) {
    String head = table.lines().limit(5).reduce("", (all, line) -> all + line + "\n");
    char best = ',';
    long most = 0;
    for (char candidate : new char[] {',', ';', '\t'}) {
      long count = head.chars().filter(c -> c == candidate).count();
      if (count > most) {
        most = count;
        best = candidate;
      }
    }
    return best;
  }
}
