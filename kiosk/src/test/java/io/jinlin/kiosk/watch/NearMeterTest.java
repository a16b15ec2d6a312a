package io.jinlin.kiosk.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinlin.kiosk.decode.Point;
import io.jinlin.kiosk.demo.QrPicture;
import io.jinlin.kiosk.reader.Frame;
import io.jinlin.kiosk.reader.TestCodes;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

class NearMeterTest {
  private static final Frame CODE = QrPicture.of(TestCodes.card(1));
  private static final double MODULE = 10;

  private static Near near(Frame frame, double module) {
    int w = frame.width();
    return NearMeter.measure(
        frame,
        List.of(
            new Point(20, 20),
            new Point(w - 20, 20),
            new Point(w - 20, w - 20),
            new Point(20, w - 20)),
        module);
  }

  private static Frame changed(IntUnaryOperator grey) {
    byte[] luma = CODE.luma().clone();
    for (int i = 0; i < luma.length; i++) {
      luma[i] = (byte) grey.applyAsInt(luma[i] & 0xff);
    }
    return new Frame(CODE.width(), CODE.height(), luma);
  }

  @Test
  void aGoodSightAsksForNothingButStillness() {
    Near near = near(CODE, MODULE);
    assertThat(near.advice()).isEqualTo(Hint.STEADY);
    assertThat(near.edge()).isLessThan(3);
    assertThat(near.contrast()).isGreaterThan(150);
    assertThat(near.whole()).isTrue();
  }

  @Test
  void smallModulesAskForCloser() {
    assertThat(near(CODE, Near.SMALL_MODULE - 0.1).advice()).isEqualTo(Hint.CLOSER);
  }

  @Test
  void aWashedOutCodeIsTooBright() {
    assertThat(near(changed(grey -> Math.min(255, grey * 3 / 2 + 90)), MODULE).advice())
        .isEqualTo(Hint.TOO_BRIGHT);
  }

  @Test
  void aDimScreenShouldBeTurnedUp() {
    assertThat(near(changed(grey -> 20 + grey / 8), MODULE).advice()).isEqualTo(Hint.SCREEN_UP);
  }

  @Test
  void whatDoesNotFitInThePictureShouldGoBack() {
    Near cut =
        NearMeter.measure(
            CODE,
            List.of(
                new Point(-80, 20), new Point(200, 20), new Point(200, 300), new Point(-80, 300)),
            MODULE);
    assertThat(cut.advice()).isEqualTo(Hint.FARTHER);
  }

  @Test
  void softEdgesAreWiderThanSharpOnes() {
    Frame soft = CODE;
    for (int i = 0; i < 3; i++) {
      soft = blurred(soft, 4);
    }
    assertThat(near(soft, MODULE).edge()).isGreaterThan(3 * near(CODE, MODULE).edge());
  }

  private static Frame blurred(Frame frame, int radius) {
    int w = frame.width();
    byte[] out = frame.luma().clone();
    for (int y = radius; y < w - radius; y++) {
      for (int x = radius; x < w - radius; x++) {
        int sum = 0;
        for (int i = -radius; i <= radius; i++) {
          sum += frame.luma()[y * w + x + i] & 0xff;
          sum += frame.luma()[(y + i) * w + x] & 0xff;
        }
        out[y * w + x] = (byte) (sum / (4 * radius + 2));
      }
    }
    return new Frame(w, w, out);
  }
}
