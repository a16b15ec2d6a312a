package io.jinlin.kiosk.reader;

/**
 * A difference between the keyboard that a scanner pretends to be and the one that the computer
 * takes it for. What arrives is the key's meaning to the computer; {@link #undo} tells what the
 * scanner meant. Only the characters of cards are of interest: letters and digits.
 */
enum KeyboardLayout {
  /** An American scanner, a French computer: AZERTY, whose digits need the shift key. */
  AMERICAN_ON_FRENCH("&é\"'(-è_çà" + "aqzwAQZW,?", "1234567890" + "qawzQAWZmM"),
  /** The same, with caps lock or shift on: digits come, the letters are in other places. */
  AMERICAN_ON_FRENCH_SHIFTED("aqzwAQZW,?", "qawzQAWZMM"),
  /** A French scanner, an American computer. */
  FRENCH_ON_AMERICAN("!@#$%^&*()" + "aqzwAQZW;:", "1234567890" + "qawzQAWZmM"),
  /** A German scanner or a German computer, the other American: Z and Y change places. */
  GERMAN("zyZY", "yzYZ");

  private final String arrives;
  private final String meant;

  KeyboardLayout(String arrives, String meant) {
    this.arrives = arrives;
    this.meant = meant;
  }

  /** What the scanner meant. */
  String undo(String text) {
    StringBuilder undone = new StringBuilder(text.length());
    for (char c : text.toCharArray()) {
      int at = arrives.indexOf(c);
      undone.append(at < 0 ? c : meant.charAt(at));
    }
    return undone.toString();
  }
}
