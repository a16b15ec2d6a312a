package io.jinlin.kiosk.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class GuideTest {
  private static final long FRAME_MS = 66;

  private final Guide guide = new Guide();
  private long now;

  private Optional<Hint> unread(Hint advice, long millis) {
    Optional<Hint> shown = Optional.empty();
    for (long end = now + millis; now < end; now += FRAME_MS) {
      shown = guide.unread(advice, now);
    }
    return shown;
  }

  @Test
  void nothingIsSaidOfACodeThatIsReadSoon() {
    assertThat(unread(Hint.CLOSER, Guide.PATIENCE_MS - 100)).isEmpty();
    guide.read();
    assertThat(unread(Hint.CLOSER, Guide.PATIENCE_MS - 100)).isEmpty();
  }

  @Test
  void aCodeThatStaysUnreadGetsAHint() {
    assertThat(unread(Hint.CLOSER, 600)).contains(Hint.CLOSER);
  }

  @Test
  void aHintStaysLongEnoughToBeReadWhateverTheFramesSay() {
    unread(Hint.CLOSER, 600);
    long since = now;
    while (now - since < Guide.HOLD_MS - 300) {
      assertThat(unread(Hint.STEADY, FRAME_MS)).contains(Hint.CLOSER);
    }
    assertThat(unread(Hint.STEADY, Guide.HOLD_MS)).contains(Hint.STEADY);
  }

  @Test
  void framesThatDisagreeChangeNothing() {
    unread(Hint.CLOSER, 600);
    for (int i = 0; i < 40; i++) {
      Hint advice = i % 2 == 0 ? Hint.STEADY : Hint.TOO_BRIGHT;
      assertThat(unread(advice, FRAME_MS)).contains(Hint.CLOSER);
    }
  }

  @Test
  void aHintGoesWhenTheCodeHasGoneAndAtOnceWhenItIsRead() {
    unread(Hint.CLOSER, 600);
    assertThat(guide.nothing(now)).contains(Hint.CLOSER);
    now += Guide.GONE_MS + Guide.HOLD_MS;
    assertThat(guide.nothing(now)).isEmpty();
    unread(Hint.STEADY, 600);
    guide.read();
    assertThat(guide.nothing(now)).isEmpty();
  }

  @Test
  void aCodeThatComesBackIsNotHurried() {
    unread(Hint.CLOSER, 300);
    now += 5_000;
    assertThat(unread(Hint.CLOSER, 300)).isEmpty();
  }
}
