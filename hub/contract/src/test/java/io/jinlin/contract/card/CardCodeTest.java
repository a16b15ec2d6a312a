package io.jinlin.contract.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class CardCodeTest {
  private final CardCode code = CardCode.random(new Random(7));

  @Test
  void aCardIsReadAsItWasPrinted() {
    assertThat(code.text()).hasSize(CardCode.TEXT_LENGTH).startsWith("J1").matches("[0-9A-Z]+");
    assertThat(CardCode.read(code.text())).isEqualTo(new CardReading.Card(code));
  }

  @Test
  void capsLockSpacesAndLettersTypedForDigitsAreForgiven() {
    String typed = " " + code.text().toLowerCase(java.util.Locale.ROOT) + "\r\n";
    assertThat(CardCode.read(typed)).isEqualTo(new CardReading.Card(code));
    String letters = "J1" + code.text().substring(2).replace('0', 'O').replace('1', 'l');
    assertThat(CardCode.read(letters)).isEqualTo(new CardReading.Card(code));
  }

  @Test
  void noSingleWornCharacterPassesForAnotherCard() {
    String text = code.text();
    String alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZU*";
    for (int i = 2; i < text.length(); i++) {
      for (char worn : alphabet.toCharArray()) {
        if (worn != text.charAt(i)) {
          String damaged = text.substring(0, i) + worn + text.substring(i + 1);
          assertThat(CardCode.read(damaged)).isEqualTo(refused(CardRefusal.DAMAGED));
        }
      }
    }
  }

  @Test
  void aShortenedOrLengthenedCardIsDamaged() {
    assertThat(CardCode.read(code.text().substring(0, 27))).isEqualTo(refused(CardRefusal.DAMAGED));
    assertThat(CardCode.read(code.text() + "0")).isEqualTo(refused(CardRefusal.DAMAGED));
  }

  @Test
  void codesThatPeopleHoldUpByMistakeAreToldApart() {
    assertThat(CardCode.read("134567890123456789")).isEqualTo(refused(CardRefusal.PAYMENT));
    assertThat(CardCode.read("281234567890123456")).isEqualTo(refused(CardRefusal.PAYMENT));
    assertThat(CardCode.read("wxp://f2f0abc")).isEqualTo(refused(CardRefusal.PAYMENT));
    assertThat(CardCode.read("https://qr.alipay.com/fkx1")).isEqualTo(refused(CardRefusal.PAYMENT));
    assertThat(CardCode.read("HTTPS://example.org")).isEqualTo(refused(CardRefusal.WEB_ADDRESS));
    assertThat(CardCode.read("6901234567892")).isEqualTo(refused(CardRefusal.FOREIGN));
    assertThat(CardCode.read(" \t ")).isEqualTo(refused(CardRefusal.EMPTY));
  }

  @Test
  void aMegabyteOfTextIsRefusedInNoTime() {
    String endless = "J1".repeat(500_000);
    CardReading reading =
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> CardCode.read(endless));
    assertThat(reading).isEqualTo(refused(CardRefusal.TOO_LONG));
  }

  @Test
  void theSecretIsInNoTextForm() {
    assertThat(code.toString()).doesNotContain(code.text().substring(2, 8));
    assertThat(new CardReading.Card(code).toString()).doesNotContain(code.text().substring(2, 8));
    CardRef ref = code.keys("jinlin").ref();
    assertThat(ref.toString()).hasSize(7).startsWith(ref.shortText());
  }

  @Test
  void theSameCardHasOtherKeysAtAnotherSite() {
    assertThat(code.keys("one").ref()).isNotEqualTo(code.keys("two").ref());
    assertThat(code.keys("one").key()).isNotEqualTo(code.keys("two").key());
  }

  private static CardReading refused(CardRefusal refusal) {
    return new CardReading.NotACard(refusal);
  }
}
