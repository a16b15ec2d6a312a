package io.jinlin.hub.copies;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The zip: one page to read, and each of its tables as a file for a spreadsheet. */
final class CopyFile {
  /** The page within the zip. */
  static final String PAGE = "index.html";

  private static final String STYLE =
      "body{font:16px/1.6 'Noto Sans SC',sans-serif;margin:2rem;max-width:70rem}"
          + "table{border-collapse:collapse;margin:.5rem 0 2rem;width:100%}"
          + "th,td{border:1px solid #767676;padding:.3rem .6rem;text-align:left;vertical-align:top}"
          + "th{background:#eee}";

  private final CopyWords words = new CopyWords();

  /** Writes it; the same content gives the same bytes. */
  byte[] write(String id, LocalDateTime at, String account, List<Section> sections) {
    List<Section> worded = sections.stream().map(this::worded).toList();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      put(zip, at, PAGE, page(id, at, account, worded));
      for (Section section : worded) {
        put(zip, at, section.name() + ".csv", csv(section));
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static void put(ZipOutputStream zip, LocalDateTime at, String name, String content)
      throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(at);
    zip.putNextEntry(entry);
    zip.write(content.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  private Section worded(Section section) {
    List<List<String>> rows = new ArrayList<>();
    for (List<String> row : section.rows()) {
      List<String> cells = new ArrayList<>();
      for (int i = 0; i < row.size(); i++) {
        cells.add(words.value(column(section, row, i), row.get(i)));
      }
      rows.add(cells);
    }
    return new Section(
        section.name(),
        section.columns().stream().map(column -> words.of("column." + column)).toList(),
        rows);
  }

  /** In the register each row is a column of its own. */
  private static String column(Section section, List<String> row, int index) {
    if (section.name().equals("register")) {
      return index == 0 ? "column" : row.get(0);
    }
    return section.columns().get(index);
  }

  private String page(String id, LocalDateTime at, String account, List<Section> sections) {
    StringBuilder page = new StringBuilder();
    page.append("<!doctype html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>");
    page.append(escaped(words.of("title"))).append("</title><style>").append(STYLE);
    page.append("</style></head><body><h1>").append(escaped(words.of("title"))).append("</h1>");
    String made = at.toLocalDate() + " " + at.toLocalTime().withSecond(0).withNano(0);
    page.append("<p>").append(escaped(words.of("made"))).append(' ').append(made);
    page.append(" · ").append(escaped(account)).append(" · ").append(escaped(words.of("receipt")));
    page.append(' ').append(id).append("</p>");
    for (String note : List.of("note.identity", "note.programme", "note.backup")) {
      page.append("<p>").append(escaped(words.of(note))).append("</p>");
    }
    for (Section section : sections) {
      page.append("<h2>").append(escaped(words.of("section." + section.name())));
      page.append("</h2>");
      table(page, section);
    }
    return page.append("</body></html>\n").toString();
  }

  private void table(StringBuilder page, Section section) {
    if (section.rows().isEmpty()) {
      page.append("<p>").append(escaped(words.of("none"))).append("</p>");
      return;
    }
    page.append("<table><thead>");
    row(page, "th", section.columns());
    page.append("</thead><tbody>");
    section.rows().forEach(row -> row(page, "td", row));
    page.append("</tbody></table>");
  }

  private static void row(StringBuilder page, String tag, List<String> cells) {
    page.append("<tr>");
    for (String cell : cells) {
      page.append('<').append(tag).append('>').append(escaped(cell));
      page.append("</").append(tag).append('>');
    }
    page.append("</tr>\n");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String csv(Section section) {
    StringWriter text = new StringWriter();
    text.write('\uFEFF');
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord(section.columns());
      for (List<String> row : section.rows()) {
        csv.writeRecord(row.stream().map(CopyFile::harmless).toList());
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  /** A spreadsheet takes such a text for a formula; a quote before it stops that. */
  private static String harmless(String cell) {
    return cell.matches("(?s)[=+\\-@].*") && !cell.matches("-?[0-9.]+") ? "'" + cell : cell;
  }
}
