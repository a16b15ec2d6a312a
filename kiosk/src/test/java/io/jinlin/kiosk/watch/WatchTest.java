package io.jinlin.kiosk.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinlin.kiosk.demo.QrPicture;
import io.jinlin.kiosk.reader.Frame;
import io.jinlin.kiosk.reader.Presentation;
import io.jinlin.kiosk.reader.TestCodes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A camera's frames at 15 a second under a clock of the test. */
class WatchTest {
  private static final int WIDTH = 1_280;
  private static final int HEIGHT = 720;
  private static final long FRAME_MS = 66;
  private static final String CARD = TestCodes.card(1);
  private static final String OTHER = TestCodes.card(2);
  private static final Frame HALL = scene();

  private final AtomicLong nanos = new AtomicLong();
  private final Watch watch =
      new Watch(new SequenceReader(1_000, nanos::get), Presentation.ofFrames(Presentation.AWAY_MS));
  private final List<String> scans = new ArrayList<>();
  private Seen last;

  /** A code of a text, its picture of 360 pixels shrunk by a whole factor, at a place. */
  private record Held(String text, int shrunk, int left, int top) {}

  private static Frame scene(Held... held) {
    byte[] luma = new byte[WIDTH * HEIGHT];
    Random random = new Random(7);
    for (int i = 0; i < luma.length; i++) {
      luma[i] = (byte) (90 + random.nextInt(12));
    }
    for (Held one : held) {
      Frame code = QrPicture.of(one.text);
      Frame small = code.shrunk(code.width() / one.shrunk);
      for (int y = 0; y < small.height(); y++) {
        System.arraycopy(
            small.luma(), y * small.width(), luma, (one.top + y) * WIDTH + one.left, small.width());
      }
    }
    return new Frame(WIDTH, HEIGHT, luma);
  }

  private void show(Frame frame, int frames) {
    for (int i = 0; i < frames; i++) {
      nanos.addAndGet(FRAME_MS * 1_000_000);
      last = watch.see(frame, nanos.get() / 1_000_000);
      last.scan().ifPresent(code -> scans.add(code.text()));
    }
  }

  @Test
  void aClearCardIsReadInItsFirstFrameAndIsOneScanWithAFrameAroundIt() {
    show(HALL, 40);
    show(scene(new Held(CARD, 1, 400, 200)), 1);
    assertThat(scans).containsExactly(CARD);
    show(scene(new Held(CARD, 1, 406, 203)), 60);
    assertThat(scans).containsExactly(CARD);
    assertThat(last.read()).isTrue();
    assertThat(last.outline().get(0).x()).isBetween(440.0, 460.0);
    assertThat(last.hint()).isEmpty();
  }

  @Test
  void ofTwoCardsAlikeNeitherIsScannedUntilOneHasGone() {
    show(HALL, 40);
    show(scene(new Held(CARD, 2, 440, 280), new Held(OTHER, 2, 680, 280)), 30);
    assertThat(scans).isEmpty();
    assertThat(last.hint()).contains(Hint.ONE_CARD);
    show(scene(new Held(OTHER, 2, 680, 280)), 3);
    assertThat(scans).containsExactly(OTHER);
  }

  @Test
  void theCardHeldMuchNearerIsScannedAndTheOtherIsNot() {
    show(HALL, 40);
    show(scene(new Held(OTHER, 3, 1_000, 100), new Held(CARD, 1, 440, 180)), 40);
    assertThat(scans).containsExactly(CARD);
  }

  @Test
  void theNextCardIsScannedAlthoughAnAnsweredOneStillLiesInTheCorner() {
    show(HALL, 40);
    show(scene(new Held(CARD, 3, 100, 500)), 5);
    show(scene(new Held(CARD, 3, 100, 500), new Held(OTHER, 1, 440, 180)), 10);
    assertThat(scans).containsExactly(CARD, OTHER);
  }

  @Test
  void theSameCardAgainIsAScanOnlyAfterItWasAway() {
    Frame card = scene(new Held(CARD, 1, 400, 200));
    show(HALL, 40);
    show(card, 5);
    show(HALL, 5);
    show(card, 5);
    assertThat(scans).containsExactly(CARD);
    show(HALL, (int) (Presentation.AWAY_MS / FRAME_MS) + 3);
    show(card, 5);
    assertThat(scans).containsExactly(CARD, CARD);
  }

  @Test
  void anEmptyHallHasNobodyInIt() {
    show(HALL, 60);
    assertThat(last.somebody()).isFalse();
    assertThat(last.outline()).isEmpty();
    show(scene(new Held(CARD, 3, 400, 200)), 1);
    assertThat(last.somebody()).isTrue();
  }

  @Test
  void aCodeWhoseInsideCannotBeReadGetsAHintWhereItIs() {
    Frame card = scene(new Held(CARD, 1, 400, 200));
    byte[] luma = card.luma().clone();
    for (int y = 310; y < 460; y++) {
      Arrays.fill(luma, y * WIDTH + 510, y * WIDTH + 700, (byte) 120);
    }
    show(HALL, 40);
    show(new Frame(WIDTH, HEIGHT, luma), 15);
    assertThat(scans).isEmpty();
    assertThat(last.hint()).contains(Hint.STEADY);
    assertThat(last.outline()).hasSize(4);
  }
}
