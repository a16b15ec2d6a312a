package io.jinlin.kiosk.reader;

import io.jinlin.contract.card.CardCode;
import io.jinlin.contract.card.CardReading;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Takes off what hand scanners put around a code, and undoes what the wrong keyboard layout did to
 * it. Nothing has to be set: what else could be done to a text is done only where a card comes out
 * whose check holds.
 */
public final class ScannerText {
  /** A prefix and suffix of a scanner's own together, at most, in characters. */
  static final int MAX_AROUND = 16;

  /** AIM identifier of a QR code, {@code ]Q} and a digit, and designators of an encoding (ECI). */
  private static final Pattern IDENTIFIERS = Pattern.compile("^(?:\\][Qq][0-9])?(?:\\\\[0-9]{6})*");

  private ScannerText() {}

  /**
   * The code alone, of what a scanner delivered.
   *
   * @param raw anything
   * @return a card's text where there is one in it, else the text without control characters, white
   *     space around it, and identifiers
   */
  public static String clean(String raw) {
    String code = IDENTIFIERS.matcher(visible(raw)).replaceFirst("").strip();
    return card(code).orElse(code);
  }

  /**
   * The code alone, of what a keyboard scanner typed.
   *
   * @param typed the characters that the computer made of the keys
   * @param keys the same keys by their places on an American board, as far as they are letters and
   *     digits
   */
  public static String clean(String typed, String keys) {
    String code = clean(typed);
    return isCard(code) ? code : card(visible(keys)).orElse(code);
  }

  private static String visible(String raw) {
    StringBuilder text = new StringBuilder(raw.length());
    raw.codePoints().filter(ScannerText::isVisible).forEach(text::appendCodePoint);
    return text.toString().strip();
  }

  private static boolean isVisible(int codePoint) {
    // FORMAT takes the byte order mark and the zero-width characters with it.
    return !Character.isISOControl(codePoint) && Character.getType(codePoint) != Character.FORMAT;
  }

  /** A card in the text: as it is, or typed with the wrong layout, with a prefix or suffix. */
  private static Optional<String> card(String code) {
    if (code.length() < CardCode.TEXT_LENGTH || code.length() > CardCode.TEXT_LENGTH + MAX_AROUND) {
      return Optional.empty();
    }
    Optional<String> found = within(code);
    for (KeyboardLayout layout : KeyboardLayout.values()) {
      if (found.isEmpty()) {
        found = within(layout.undo(code));
      }
    }
    return found;
  }

  private static Optional<String> within(String text) {
    String upper = text.toUpperCase(Locale.ROOT);
    for (int from = 0; from + CardCode.TEXT_LENGTH <= upper.length(); from++) {
      String part = upper.substring(from, from + CardCode.TEXT_LENGTH);
      if (isCard(part)) {
        return Optional.of(part);
      }
    }
    return Optional.empty();
  }

  private static boolean isCard(String text) {
    return CardCode.read(text) instanceof CardReading.Card;
  }
}
