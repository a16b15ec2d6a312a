package io.jinlin.e2e.bench.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinlin.kiosk.reader.FoundCode;
import io.jinlin.kiosk.reader.QrReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PresentationsTest {
  @ParameterizedTest
  @EnumSource(Condition.class)
  void theSameSeedGivesTheSameFrameAndAnotherSeedAnother(Condition condition) {
    Presented first = Presentations.frame(condition, 5);
    Presented again = Presentations.frame(condition, 5);
    assertThat(again.frame().luma()).isEqualTo(first.frame().luma());
    assertThat(again.text()).isEqualTo(first.text());
    assertThat(Presentations.frame(condition, Presentations.CHECKING + 5).text())
        .isNotEqualTo(first.text());
  }

  @Test
  void aWellHeldCodeReadsAsWhatItHoldsWhereItIs() {
    for (int seed = 0; seed < 5; seed++) {
      Presented presented = Presentations.frame(Condition.CLEAN, seed);
      FoundCode found = QrReader.readStill(presented.frame()).orElseThrow();
      assertThat(found.text()).isEqualTo(presented.text());
      double[] corners = presented.corners();
      assertThat(found.centreX()).isBetween(least(corners, 0), most(corners, 0));
      assertThat(found.centreY()).isBetween(least(corners, 1), most(corners, 1));
    }
  }

  private static double least(double[] corners, int from) {
    return Math.min(
        Math.min(corners[from], corners[from + 2]), Math.min(corners[from + 4], corners[from + 6]));
  }

  private static double most(double[] corners, int from) {
    return Math.max(
        Math.max(corners[from], corners[from + 2]), Math.max(corners[from + 4], corners[from + 6]));
  }

  @Test
  void inAVideoTheCodeComesNearerAndNeverStandsStill() {
    List<Presented> video = Presentations.video(Condition.CLEAN, 1, 12);
    double first = least(video.get(0).corners(), 0) - most(video.get(0).corners(), 0);
    double last = least(video.get(11).corners(), 0) - most(video.get(11).corners(), 0);
    assertThat(Math.abs(last)).isGreaterThan(Math.abs(first) * 1.1);
    for (int i = 1; i < video.size(); i++) {
      assertThat(video.get(i).text()).isEqualTo(video.get(0).text());
      assertThat(video.get(i).corners()).isNotEqualTo(video.get(i - 1).corners());
    }
  }

  @Test
  void framesWithoutACodeAreNotAllAlike() {
    assertThat(Nothing.frame(1, 320, 240).luma()).isNotEqualTo(Nothing.frame(7, 320, 240).luma());
    assertThat(Nothing.frame(3, 320, 240).luma()).isEqualTo(Nothing.frame(3, 320, 240).luma());
  }
}
