package io.jinlin.kiosk.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScannerTextTest {
  /** Enough cards that every letter and digit is in one. */
  private static final int CARDS = 20;

  private static final String US = "1234567890QWERTYUIOPASDFGHJKLZXCVBNM";
  private static final String FRENCH_CAPS = "1234567890AZERTYUIOPQSDFGHJKLWXCVBN?";
  private static final String FRENCH_PLAIN = "&é\"'(-è_çàAZERTYUIOPQSDFGHJKLWXCVBN?";
  private static final String FRENCH_SCANNER = "!@#$%^&*()QWERTYUIOPASDFGHJKLZXCVBNM";
  private static final String GERMAN = "1234567890QWERTZUIOPASDFGHJKLYXCVBNM";

  @Test
  void whatScannersPutAroundACodeIsTakenOff() {
    assertThat(ScannerText.clean("\u0002J1ABC\u0003 ")).isEqualTo("J1ABC");
    assertThat(ScannerText.clean("]Q1J1ABC")).isEqualTo("J1ABC");
    assertThat(ScannerText.clean("\ufeff]Q3J1ABC\t")).isEqualTo("J1ABC");
    assertThat(ScannerText.clean("]Q2\\000026J1ABC")).isEqualTo("J1ABC");
    assertThat(ScannerText.clean("]C1J1ABC")).isEqualTo("]C1J1ABC");
    assertThat(ScannerText.clean("]Q")).isEqualTo("]Q");
    assertThat(ScannerText.clean("\r\n")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"%s", "QR:%s", "%s#", "S01 %s END", "]q1%s", "*%s*", "]Q2\\000026%s"})
  void aCardIsFoundBetweenAPrefixAndASuffix(String around) {
    String card = TestCodes.card(5);
    assertThat(ScannerText.clean(around.formatted(card))).isEqualTo(card);
    assertThat(ScannerText.clean(around.formatted(card.toLowerCase(Locale.ROOT))))
        .isEqualToIgnoringCase(card);
  }

  @Test
  void aPrefixLongerThanAnyScannersMakesItAnotherCode() {
    String text = "x".repeat(ScannerText.MAX_AROUND + 1) + TestCodes.card(5);
    assertThat(ScannerText.clean(text)).isEqualTo(text);
  }

  private static String typed(String card, String places, String layout) {
    StringBuilder typed = new StringBuilder();
    for (char c : card.toCharArray()) {
      typed.append(layout.charAt(places.indexOf(c)));
    }
    return typed.toString();
  }

  @Test
  void theWrongKeyboardLayoutIsUndone() {
    for (int seed = 0; seed < CARDS; seed++) {
      String card = TestCodes.card(seed);
      assertThat(ScannerText.clean(typed(card, US, FRENCH_CAPS))).isEqualTo(card);
      assertThat(ScannerText.clean(typed(card, US, FRENCH_PLAIN))).isEqualTo(card);
      assertThat(ScannerText.clean(typed(card, US, GERMAN))).isEqualTo(card);
      String fromFrance = typed(typed(card, FRENCH_CAPS.replace('?', 'M'), US), US, FRENCH_SCANNER);
      assertThat(ScannerText.clean(fromFrance.replace('?', ':'))).isEqualTo(card);
      String lower = typed(card, US, FRENCH_PLAIN).toLowerCase(Locale.ROOT).replace('?', ',');
      assertThat(ScannerText.clean(lower)).isEqualTo(card);
    }
  }

  @Test
  void keysByTheirPlaceHelpWhereTheCharactersDoNot() {
    String card = TestCodes.card(6);
    assertThat(ScannerText.clean("ㄅㄆㄇ", card)).isEqualTo(card);
    assertThat(ScannerText.clean(card, "GARBAGE")).isEqualTo(card);
    assertThat(ScannerText.clean("https://example.org/menu", "HTTPSEXAMPLEORGMENU"))
        .isEqualTo("https://example.org/menu");
    assertThat(ScannerText.clean("134567890123456789", "134567890123456789"))
        .isEqualTo("134567890123456789");
  }

  @Test
  void aDamagedCardStaysOne() {
    String card = TestCodes.card(7);
    String damaged = card.substring(0, 27) + (card.charAt(27) == 'A' ? 'B' : 'A');
    assertThat(ScannerText.clean(damaged)).isEqualTo(damaged);
  }
}
