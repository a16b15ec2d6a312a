package io.jinlin.kiosk.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PresentationPropertiesTest {
  record Sight(int card, int gapMillis) {}

  @Provide
  Arbitrary<List<Sight>> sights() {
    Arbitrary<Integer> gap =
        Arbitraries.oneOf(
            Arbitraries.integers().between(0, 200), Arbitraries.integers().between(1_000, 5_000));
    return Combinators.combine(Arbitraries.integers().between(0, 4), gap)
        .as(Sight::new)
        .list()
        .ofMaxSize(200);
  }

  /** Said without the code: a sight is a scan when that card was not seen in the time before. */
  @Property
  void aSightIsAScanExactlyWhenThatCardWasAway(@ForAll("sights") List<Sight> sights) {
    Presentation presentation = Presentation.ofFrames(Presentation.AWAY_MS);
    Map<Integer, Long> last = new HashMap<>();
    long now = 0;
    for (Sight sight : sights) {
      now += sight.gapMillis();
      Long before = last.put(sight.card(), now);
      boolean away = before == null || now - before > Presentation.AWAY_MS;
      assertThat(presentation.begins(TestCodes.card(sight.card()), now)).isEqualTo(away);
    }
  }

  @Property
  void moreFramesOfTheSamePresentationNeverMakeMoreScans(@ForAll("sights") List<Sight> sights) {
    assertThat(scans(sights, 3)).isEqualTo(scans(sights, 1));
  }

  private static int scans(List<Sight> sights, int framesEach) {
    Presentation presentation = Presentation.ofFrames(Presentation.AWAY_MS);
    int scans = 0;
    long now = 0;
    for (Sight sight : sights) {
      now += sight.gapMillis();
      for (int i = 0; i < framesEach; i++) {
        scans += presentation.begins(TestCodes.card(sight.card()), now) ? 1 : 0;
      }
    }
    return scans;
  }
}
