package io.jinlin.kiosk.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jinlin.contract.card.CardCode;
import io.jinlin.contract.card.CardReading;
import io.jinlin.contract.card.CardRefusal;
import io.jinlin.kiosk.reader.FoundCode;
import io.jinlin.kiosk.reader.QrReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleCardsTest {
  @TempDir Path folder;

  @Test
  void aFewOfEveryKindAndWhatPeopleHoldUpByMistake() throws IOException {
    SampleCards cards = SampleCards.read(file(5));
    List<String> names = cards.offers().stream().map(offer -> offer.label().zh()).toList();
    assertThat(names).containsExactly("王*0", "王*1", "梓*0", "梓*1", "付款码", "网页码", "坏卡");
  }

  @Test
  void everyPictureIsReadByTheRealReader() throws IOException {
    SampleCards cards = SampleCards.read(file(1));
    assertThat(read(cards, "card-1")).isInstanceOf(CardReading.Card.class);
    assertThat(read(cards, "worn")).isEqualTo(new CardReading.NotACard(CardRefusal.DAMAGED));
    assertThat(read(cards, "payment")).isEqualTo(new CardReading.NotACard(CardRefusal.PAYMENT));
    assertThat(read(cards, "web")).isEqualTo(new CardReading.NotACard(CardRefusal.WEB_ADDRESS));
    assertThat(cards.picture("none")).isEmpty();
  }

  @Test
  void aMissingFileSaysWhatToDo() {
    assertThatThrownBy(() -> SampleCards.read(folder.resolve("none.tsv")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("none.tsv")
        .hasMessageContaining("hub sample");
  }

  private static CardReading read(SampleCards cards, String id) {
    FoundCode found = QrReader.readStill(cards.picture(id).orElseThrow()).orElseThrow();
    return CardCode.read(found.text());
  }

  private Path file(int ofEach) throws IOException {
    Random random = new Random(7);
    List<String> lines =
        IntStream.range(0, ofEach * 2)
            .mapToObj(
                i ->
                    CardCode.random(random).text()
                        + (i < ofEach ? "\tresident\t王*" + i : "\tchild\t梓*" + (i - ofEach)))
            .toList();
    Path file = folder.resolve("sample-cards.tsv");
    Files.writeString(file, "code\tkind\thint\n" + String.join("\n", lines) + "\n");
    return file;
  }
}
