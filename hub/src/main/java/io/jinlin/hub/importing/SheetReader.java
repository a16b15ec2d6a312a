package io.jinlin.hub.importing;

import java.util.ArrayList;
import java.util.List;

/** Tells by its first bytes what a file is, whatever its name says, and reads its tables. */
final class SheetReader {
  private static final int LOOK_BYTES = 512;

  private SheetReader() {}

  /**
   * The tables of a file that have any content.
   *
   * @throws ImportRefused when it is no table that can be read
   */
  static List<Sheet> read(byte[] content) throws ImportRefused {
    List<Sheet> sheets = new ArrayList<>();
    if (begins(content, 'P', 'K', 3, 4)) {
      sheets.addAll(Workbook.read(content));
    } else if (begins(content, 0xD0, 0xCF, 0x11, 0xE0)) {
      throw new ImportRefused("import-old-excel");
    } else if (isPage(content)) {
      throw new ImportRefused("import-web-page");
    } else {
      sheets.add(CommaText.read(content));
    }
    sheets.removeIf(sheet -> sheet.lines().isEmpty());
    if (sheets.isEmpty()) {
      throw new ImportRefused("import-empty");
    }
    return sheets;
  }

  private static boolean begins(byte[] content, int... bytes) {
    if (content.length < bytes.length) {
      return false;
    }
    for (int i = 0; i < bytes.length; i++) {
      if ((content[i] & 0xff) != bytes[i]) {
        return false;
      }
    }
    return true;
  }

  /** Many an office system exports a web page and calls it {@code .xls}. */
  private static boolean isPage(byte[] content) {
    int length = Math.min(content.length, LOOK_BYTES);
    String head = new String(content, 0, length, java.nio.charset.StandardCharsets.ISO_8859_1);
    return head.strip().startsWith("<") || head.startsWith("\u00ef\u00bb\u00bf<");
  }
}
