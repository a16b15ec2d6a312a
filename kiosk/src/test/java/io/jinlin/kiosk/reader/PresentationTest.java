package io.jinlin.kiosk.reader;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PresentationTest {
  private static final String CARD = TestCodes.card(1);
  private static final String OTHER = TestCodes.card(2);
  private static final String DAMAGED = CARD.substring(0, 20);

  private final Presentation frames = Presentation.ofFrames(Presentation.AWAY_MS);

  @Test
  void aCardHeldForAMinuteIsOneScan() {
    assertThat(frames.begins(CARD, 0)).isTrue();
    for (long now = 66; now < 60_000; now += 66) {
      assertThat(frames.begins(CARD, now)).isFalse();
    }
  }

  @Test
  void aCardThatWasAwayIsANewScan() {
    assertThat(frames.begins(CARD, 0)).isTrue();
    assertThat(frames.begins(CARD, Presentation.AWAY_MS)).isFalse();
    assertThat(frames.begins(CARD, 2 * Presentation.AWAY_MS + 1)).isTrue();
  }

  @Test
  void theNextPersonNeedNotWait() {
    assertThat(frames.begins(CARD, 0)).isTrue();
    assertThat(frames.begins(OTHER, 66)).isTrue();
    assertThat(frames.begins(CARD, 132)).as("still in the picture").isFalse();
  }

  @Test
  void aSingleBadFrameIsNobodysBusiness() {
    assertThat(frames.begins(DAMAGED, 0)).isFalse();
    assertThat(frames.begins(CARD, 66)).isTrue();
    assertThat(frames.begins(DAMAGED, 132)).isFalse();
  }

  @Test
  void aDamagedCardIsAnsweredOnceWhenItKeepsReadingTheSame() {
    int scans = 0;
    for (int frame = 1; frame <= 50; frame++) {
      boolean scan = frames.begins(DAMAGED, frame * 66L);
      assertThat(scan).isEqualTo(frame == Presentation.DAMAGED_FRAMES);
      scans += scan ? 1 : 0;
    }
    assertThat(scans).isOne();
  }

  @Test
  void aHandScannersDamagedCodeIsAnsweredAtOnce() {
    assertThat(Presentation.ofTexts().begins(DAMAGED, 0)).isTrue();
  }

  @Test
  void aHandScannerThatSendsTwiceScansOnce() {
    Presentation texts = Presentation.ofTexts();
    assertThat(texts.begins(CARD, 0)).isTrue();
    assertThat(texts.begins(CARD, 50)).isFalse();
    assertThat(texts.begins(CARD, 2_000)).isTrue();
  }

  @Test
  void aScannerThatDeliversManyCardsAtOnceLosesNone() {
    Presentation texts = Presentation.ofTexts();
    for (int i = 0; i < 1_000; i++) {
      assertThat(texts.begins("card " + i, 0)).isTrue();
    }
  }
}
