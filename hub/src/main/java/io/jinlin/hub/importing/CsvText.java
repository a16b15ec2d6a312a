package io.jinlin.hub.importing;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Tables as CSV that spreadsheets open as they are: UTF-8 with a mark in front, no formulas. */
public final class CsvText {
  private CsvText() {}

  /** The file of some rows. */
  public static byte[] of(List<List<String>> rows) throws IOException {
    StringWriter text = new StringWriter();
    text.write('\uFEFF');
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      for (List<String> row : rows) {
        csv.writeRecord(row.stream().map(CsvText::harmless).toList());
      }
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * A spreadsheet takes a text that starts like this for a formula; a quote before it stops that.
   */
  private static String harmless(String cell) {
    return cell.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + cell : cell;
  }
}
