package io.jinlin.kiosk.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.zxing.common.BitMatrix;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecoderTest {
  private static final String TEXT = "J1A7K3M9P2Q4R6S8T0V1W3X5Y7Z9";
  private static final BitMatrix CODE = Shots.code(TEXT);
  private static final int WIDTH = 640;
  private static final int HEIGHT = 480;
  private static final double MODULE = 10;

  private static Optional<String> still(GreyImage image) {
    return StillDecoder.read(image, Shots.far()).map(Reading::text);
  }

  private static Optional<Reading> firstFrame(GreyImage image) {
    return new FrameDecoder().read(image, Shots.far());
  }

  /** Turned about its upright axis, seen from three of its sides away. */
  private static GreyImage tilted(double degrees) {
    double side = 260;
    double away = 3 * side;
    double angle = Math.toRadians(degrees);
    double[] x = new double[4];
    double[] y = new double[4];
    double[][] corners = {{-1, -1}, {1, -1}, {1, 1}, {-1, 1}};
    for (int i = 0; i < 4; i++) {
      double flat = corners[i][0] * side / 2;
      double scale = away / (away + flat * Math.sin(angle));
      x[i] = WIDTH / 2.0 + flat * Math.cos(angle) * scale;
      y[i] = HEIGHT / 2.0 + corners[i][1] * side / 2 * scale;
    }
    return Shots.shot(CODE, WIDTH, HEIGHT, x, y);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 30, 45, 55, 65})
  void aTiltedCardIsReadInItsFirstFrame(int degrees) {
    GreyImage image = Shots.noisy(tilted(degrees), 5, degrees);
    assertThat(firstFrame(image).map(Reading::text)).contains(TEXT);
  }

  @ParameterizedTest
  @ValueSource(ints = {50, 60, 90, 300, 400})
  void smallAndLargeCodesAreRead(int side) {
    GreyImage image = Shots.noisy(Shots.upright(CODE, WIDTH, HEIGHT, side), 4, side);
    assertThat(still(image)).contains(TEXT);
  }

  @Test
  void theCornersAreThoseOfTheCode() {
    Reading reading = firstFrame(Shots.upright(CODE, WIDTH, HEIGHT, 250)).orElseThrow();
    List<Point> corners = reading.corners();
    double[][] expected = {{195, 115}, {445, 115}, {445, 365}, {195, 365}};
    for (int i = 0; i < 4; i++) {
      assertThat(corners.get(i).x()).isCloseTo(expected[i][0], within(MODULE / 2));
      assertThat(corners.get(i).y()).isCloseTo(expected[i][1], within(MODULE / 2));
    }
  }

  @Test
  void aCodeOutOfFocusByMostOfAModuleIsRead() {
    GreyImage sharp = Shots.upright(CODE, WIDTH, HEIGHT, 200);
    assertThat(still(Shots.noisy(Shots.defocused(sharp, 0.8 * 200 / 25), 1, 7))).contains(TEXT);
  }

  @Test
  void aHiddenFinderPatternIsGuessed() {
    GreyImage whole = Shots.upright(CODE, WIDTH, HEIGHT, 250);
    GreyImage upperRight = Shots.glare(whole, 380, 110, 450, 180);
    GreyImage lowerLeft = Shots.glare(whole, 190, 300, 260, 370);
    GreyImage corner = Shots.glare(whole, 190, 110, 260, 180);
    assertThat(still(upperRight)).contains(TEXT);
    assertThat(still(lowerLeft)).contains(TEXT);
    assertThat(still(corner)).contains(TEXT);
    assertThat(firstFrame(upperRight).map(Reading::strategy).orElse("")).startsWith("pair:");
  }

  @ParameterizedTest
  @ValueSource(ints = {60, 90})
  void aCodeAroundABottleIsRead(int degrees) {
    BitMatrix code = Shots.code("a bottle is as round as a packet is flat");
    assertThat(still(Shots.round(code, WIDTH, HEIGHT, 300, Math.toRadians(degrees))))
        .contains("a bottle is as round as a packet is flat");
  }

  @Test
  void lightOnDarkAndSeenFromBehindAreRead() {
    double[] x = {445, 195, 195, 445};
    double[] y = {115, 115, 365, 365};
    assertThat(still(Shots.shot(CODE, WIDTH, HEIGHT, x, y))).contains(TEXT);
    assertThat(still(Shots.negative(Shots.upright(CODE, WIDTH, HEIGHT, 250)))).contains(TEXT);
  }

  @Test
  void aCodeCutAtItsOutermostModulesIsRead() {
    assertThat(still(Shots.upright(CODE, 100, 100, 100))).contains(TEXT);
  }

  @ParameterizedTest
  @ValueSource(ints = {120, 400, 900})
  void longTextsInLargeVersionsAreRead(int length) {
    String text = "0123456789abcdef近".repeat(length / 17 + 1).substring(0, length);
    GreyImage image = Shots.upright(Shots.code(text), 900, 900, 800);
    assertThat(still(Shots.noisy(image, 4, length))).contains(text);
  }

  @Test
  void aPassedDeadlineEndsTheSearch() {
    GreyImage image = Shots.upright(CODE, WIDTH, HEIGHT, 250);
    Deadline passed = Deadline.in(() -> 0, 0);
    assertThat(StillDecoder.read(image, passed)).isEmpty();
    assertThat(new FrameDecoder().read(image, passed)).isEmpty();
  }
}
