package io.jinlin.edge.doors;

import static io.jinlin.edge.doors.Beam.INNER;
import static io.jinlin.edge.doors.Beam.OUTER;
import static org.assertj.core.api.Assertions.assertThat;

import io.jinlin.contract.event.Fact.Passage.Direction;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BeamPairTest {
  private final BeamPair pair = new BeamPair(BeamSettings.DEFAULT);
  private final List<Direction> through = new ArrayList<>();
  private long ms = 10;

  private void at(long nextMs, Beam beam, boolean broken) {
    ms = nextMs;
    through.addAll(pair.beam(beam, broken, ms * 1_000_000));
  }

  private void tick(long nextMs, boolean open) {
    ms = nextMs;
    through.addAll(pair.tick(ms * 1_000_000, open));
  }

  private void walkIn(long from) {
    at(from, OUTER, true);
    at(from + 100, INNER, true);
    at(from + 300, OUTER, false);
    at(from + 400, INNER, false);
    tick(from + 600, true);
  }

  @Test
  void outerThenInnerIsInAndInnerThenOuterIsOut() {
    walkIn(100);
    at(2_000, INNER, true);
    at(2_100, OUTER, true);
    at(2_300, INNER, false);
    at(2_400, OUTER, false);
    tick(2_600, true);

    assertThat(through).containsExactly(Direction.IN, Direction.OUT);
  }

  @Test
  void nobodyIsThroughBeforeTheLastBeamHasStayedClear() {
    walkIn(100);
    through.clear();
    at(1_000, OUTER, true);
    at(1_100, INNER, true);
    at(1_300, OUTER, false);
    at(1_400, INNER, false);
    tick(1_470, true);
    assertThat(through).isEmpty();
    assertThat(pair.dueNanos()).isLessThan(1_500_000_000L);

    tick(1_480, true);
    assertThat(through).containsExactly(Direction.IN);
    assertThat(pair.dueNanos()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void aDipOfThePowerThatBreaksBothBeamsAtOnceIsNobody() {
    at(100, OUTER, true);
    at(100, INNER, true);
    at(400, INNER, false);
    at(400, OUTER, false);
    at(1_100, INNER, true);
    at(1_100, OUTER, true);
    at(1_400, OUTER, false);
    at(1_400, INNER, false);
    tick(3_000, true);

    assertThat(through).isEmpty();
  }

  @Test
  void oneBeamAloneIsNobody() {
    for (int i = 0; i < 5; i++) {
      at(1_000 * i + 100, OUTER, true);
      at(1_000 * i + 300, OUTER, false);
    }
    tick(10_000, true);

    assertThat(through).isEmpty();
    assertThat(pair.problems()).isEmpty();
  }

  @Test
  void aThingLeftInTheBeamIsReportedAndCountsForNobodyWhenItIsTakenAway() {
    at(100, OUTER, true);
    at(200, INNER, true);
    at(300, OUTER, false);
    tick(30_000, true);
    assertThat(pair.problems()).isEmpty();
    tick(61_000, true);
    assertThat(pair.problems()).containsExactly(BeamPair.STUCK);

    at(70_000, INNER, false);
    tick(71_000, true);
    assertThat(through).isEmpty();
    assertThat(pair.problems()).isEmpty();

    walkIn(80_000);
    assertThat(through).containsExactly(Direction.IN);
  }

  @Test
  void hoursOfOpeningWithoutABreakMeanADeadBeamAndNightsDoNot() {
    tick(0, false);
    tick(36_000_000, false);
    assertThat(pair.problems()).isEmpty();

    tick(36_000_001, true);
    tick(36_000_001 + 4 * 3_600_000L - 1, true);
    assertThat(pair.problems()).isEmpty();
    tick(36_000_001 + 4 * 3_600_000L, true);
    assertThat(pair.problems()).containsExactly(BeamPair.SILENT);

    walkIn(60_000_000);
    assertThat(pair.problems()).isEmpty();
  }

  @Test
  void manyBreaksOfOneBeamAndNoneOfTheOtherMeanADeadBeam() {
    for (int i = 0; i < BeamWatch.ONE_SIDED_BREAKS; i++) {
      at(1_000 * i + 100, INNER, true);
      at(1_000 * i + 300, INNER, false);
    }
    tick(60_000, true);

    assertThat(pair.problems()).containsExactly(BeamPair.SILENT);
  }
}
