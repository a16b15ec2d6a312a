package io.jinlin.kiosk.reader;

/** Takes off what hand scanners put around a code. */
public final class ScannerText {
  /** AIM identifier of a QR code, which some scanners send first: {@code ]Q} and a digit. */
  private static final int AIM_LENGTH = 3;

  private ScannerText() {}

  private static boolean isVisible(int codePoint) {
    // FORMAT takes the byte order mark and the zero-width characters with it.
    return !Character.isISOControl(codePoint) && Character.getType(codePoint) != Character.FORMAT;
  }

  /** The code alone: without control characters, white space around it, or an AIM identifier. */
  public static String clean(String raw) {
    StringBuilder text = new StringBuilder(raw.length());
    raw.codePoints().filter(ScannerText::isVisible).forEach(text::appendCodePoint);
    String code = text.toString().strip();
    boolean aim =
        code.length() >= AIM_LENGTH
            && code.regionMatches(true, 0, "]Q", 0, 2)
            && Character.isDigit(code.charAt(2));
    return aim ? code.substring(AIM_LENGTH) : code;
  }
}
