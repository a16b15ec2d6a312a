package io.jinlin.kiosk.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinlin.kiosk.decode.Point;
import java.util.List;
import org.junit.jupiter.api.Test;

class HopeTest {
  private final Hope hope = new Hope();

  private static List<Point> square(double left, double side) {
    return List.of(
        new Point(left, 0),
        new Point(left + side, 0),
        new Point(left + side, side),
        new Point(left, side));
  }

  @Test
  void aLoneSquareGetsTimeOnlyWhenItIsSeenAgain() {
    hope.unread(false, false, false);
    assertThat(hope.share()).isZero();
    hope.unread(true, false, false);
    assertThat(hope.share()).isEqualTo(Hope.FOR_A_SQUARE);
    hope.unread(false, false, false);
    assertThat(hope.share()).isZero();
  }

  @Test
  void threeSquaresGetMoreAndACertainCodeAll() {
    hope.unread(false, true, false);
    assertThat(hope.share()).isEqualTo(Hope.FOR_THREE_SQUARES);
    hope.unread(true, true, true);
    assertThat(hope.share()).isEqualTo(1);
  }

  @Test
  void whatFailsAgainAndAgainIsLookedAtSeldomUnlessItIsACode() {
    for (int i = 0; i < 20; i++) {
      hope.unread(true, true, false);
    }
    int looks = 0;
    for (int i = 0; i < 10 * Hope.SELDOM; i++) {
      looks += hope.share() > 0 ? 1 : 0;
    }
    assertThat(looks).isEqualTo(10);
    hope.unread(true, true, true);
    assertThat(hope.share()).isEqualTo(1);
  }

  @Test
  void whatIsNoLongerSeenGetsLessAndLess() {
    hope.read();
    assertThat(hope.share()).isEqualTo(1);
    hope.unseen();
    assertThat(hope.share()).isEqualTo(0.5);
    hope.unseen();
    hope.unseen();
    assertThat(hope.share()).isZero();
    hope.unread(true, false, true);
    assertThat(hope.share()).isEqualTo(1);
  }

  @Test
  void aSquareElsewhereOrOfAnotherSizeIsAnother() {
    assertThat(Hope.isAgain(square(100, 200), square(120, 210), 8)).isTrue();
    assertThat(Hope.isAgain(square(100, 200), square(300, 200), 8)).isFalse();
    assertThat(Hope.isAgain(square(100, 200), square(100, 300), 12)).isFalse();
    assertThat(Hope.isAgain(List.of(), square(100, 200), 8)).isFalse();
  }
}
