package io.jinlin.kiosk.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class DecoderPropertiesTest {
  /** Looks at the clock after the deadline: each stage asks once more and ends. */
  private static final long MAX_LATE_ASKS = 24;

  @Property(tries = 150)
  void noFrameThrows(
      @ForAll @IntRange(min = 1, max = 90) int width,
      @ForAll @IntRange(min = 1, max = 90) int height,
      @ForAll @IntRange(min = 1, max = 16) int grain,
      @ForAll long seed) {
    GreyImage image = image(width, height, grain, seed);
    Deadline deadline = Deadline.in(System::nanoTime, 50_000_000);
    assertThatCode(() -> new FrameDecoder().read(image, deadline)).doesNotThrowAnyException();
    assertThatCode(() -> StillDecoder.read(image, deadline)).doesNotThrowAnyException();
  }

  @Property(tries = 100)
  void afterTheDeadlineNoStageGoesOn(
      @ForAll @IntRange(min = 0, max = 400) int asks, @ForAll long seed) {
    AtomicLong asked = new AtomicLong();
    Deadline deadline = Deadline.in(asked::incrementAndGet, asks);
    new FrameDecoder().read(image(200, 160, 5, seed), deadline);
    assertThat(asked.get()).isLessThan(asks + MAX_LATE_ASKS);
  }

  /** A clock of which each look takes a millisecond: the same work is the same time everywhere. */
  @Property(tries = 40)
  void aCodeThatCannotBeReadTakesNoMoreThanItsBudget(
      @ForAll @IntRange(min = 1, max = 300) int budgetMillis, @ForAll long seed) {
    GreyImage whole = Shots.upright(Shots.code("J1A7K3M9P2Q4R6S8T0V1W3X5Y7Z9"), 320, 240, 160);
    // All but the finder patterns is gone: every way is tried, and none reads it.
    GreyImage emptied = Shots.glare(whole, 130, 60, 195, 185);
    GreyImage image = Shots.noisy(Shots.glare(emptied, 90, 110, 240, 155), 6, seed);
    AtomicLong millis = new AtomicLong();
    Deadline deadline =
        Deadline.in(() -> millis.getAndIncrement() * 1_000_000, budgetMillis * 1_000_000L);
    StillDecoder.read(image, deadline);
    assertThat(millis.get()).isBetween((long) budgetMillis, budgetMillis + MAX_LATE_ASKS);
  }

  private static GreyImage image(int width, int height, int grain, long seed) {
    Random random = new Random(seed);
    byte[] luma = new byte[width * height];
    int across = width / grain + 1;
    byte[] cells = new byte[across * (height / grain + 1)];
    random.nextBytes(cells);
    for (int y = 0; y < height; y++) {
      int row = y / grain * across;
      for (int x = 0; x < width; x++) {
        luma[y * width + x] = cells[row + x / grain];
      }
    }
    return new GreyImage(width, height, luma);
  }
}
