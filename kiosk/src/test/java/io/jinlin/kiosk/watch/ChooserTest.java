package io.jinlin.kiosk.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinlin.kiosk.decode.Point;
import io.jinlin.kiosk.reader.FoundCode;
import io.jinlin.kiosk.reader.TestCodes;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChooserTest {
  private static final int WIDTH = 1_280;
  private static final int HEIGHT = 720;

  private static FoundCode code(String text, double x, double y, double side) {
    double h = side / 2;
    return new FoundCode(
        text,
        List.of(
            new Point(x - h, y - h),
            new Point(x + h, y - h),
            new Point(x + h, y + h),
            new Point(x - h, y + h)),
        "test");
  }

  private static final FoundCode NEAR = code(TestCodes.card(1), 640, 360, 240);

  @Test
  void theCardThatIsClearlyLargerIsMeant() {
    FoundCode far = code(TestCodes.card(2), 640, 100, 240 / Chooser.CLEARLY / 1.1);
    assertThat(Chooser.choose(List.of(far, NEAR), WIDTH, HEIGHT)).contains(NEAR);
  }

  @Test
  void ofTwoAlikeNeitherIs() {
    FoundCode beside = code(TestCodes.card(2), 900, 360, 230);
    assertThat(Chooser.choose(List.of(beside, NEAR), WIDTH, HEIGHT)).isEmpty();
  }

  @Test
  void ofTwoOfOneSizeTheOneInTheMiddleIsMeantBeforeTheOneInTheCorner() {
    FoundCode corner = code(TestCodes.card(2), 150, 110, 240);
    assertThat(Chooser.choose(List.of(corner, NEAR), WIDTH, HEIGHT)).contains(NEAR);
  }

  @Test
  void aCardStandsBeforeAnyOtherCodeHoweverLarge() {
    FoundCode poster = code("https://example.org/menu", 640, 360, 600);
    assertThat(Chooser.choose(List.of(poster, NEAR), WIDTH, HEIGHT)).contains(NEAR);
    assertThat(Chooser.choose(List.of(poster), WIDTH, HEIGHT)).contains(poster);
  }
}
