package io.jinlin.kiosk.watch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AllowanceTest {
  private static final long FRAME_NANOS = 66_666_667;
  private static final long BUDGET_MS = 60;

  private final Allowance allowance = new Allowance(BUDGET_MS, Allowance.SHARE);

  @Test
  void theFirstSecondMayTakeAllThereIs() {
    long now = 0;
    for (int frame = 0; frame < 15; frame++, now += FRAME_NANOS) {
      assertThat(allowance.forFrame(now)).isEqualTo(BUDGET_MS * 1_000_000);
      allowance.spent(BUDGET_MS * 1_000_000);
    }
  }

  @Test
  void whatStaysInViewTakesAShareOfACoreInTheLongRun() {
    long now = 0;
    long spent = 0;
    for (int frame = 0; frame < 15 * 60; frame++, now += FRAME_NANOS) {
      long budget = allowance.forFrame(now);
      spent += budget;
      allowance.spent(budget);
    }
    assertThat((double) (spent - Allowance.MOST_SAVED) / now).isLessThan(Allowance.SHARE + 0.01);
  }

  @Test
  void aFrameCanAlwaysBeLookedAt() {
    allowance.spent(Long.MAX_VALUE / 2);
    assertThat(allowance.forFrame(0)).isEqualTo(Allowance.LEAST);
    assertThat(new Allowance(2, Allowance.SHARE).forFrame(0)).isEqualTo(2_000_000);
  }
}
