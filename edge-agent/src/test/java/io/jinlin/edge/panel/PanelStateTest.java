package io.jinlin.edge.panel;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinlin.contract.card.CardRefusal;
import io.jinlin.contract.event.Occasion;
import io.jinlin.edge.decide.Label;
import io.jinlin.edge.decide.Person;
import io.jinlin.edge.decide.Verdict;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PanelStateTest {
  private static final Label LUNCH = new Label("午餐", "Lunch");
  private static final Occasion MEAL = Occasion.parse("meal:lunch:2026-11-24").orElseThrow();

  private final PanelState state = new PanelState();

  private static long ms(long millis) {
    return millis * 1_000_000;
  }

  @Test
  void everyVerdictHasItsSignal() {
    assertThat(Signal.of(new Verdict.Accepted(Person.UNKNOWN, MEAL, LUNCH))).isEqualTo(Signal.OK);
    assertThat(Signal.of(new Verdict.Ticket(Person.UNKNOWN, LUNCH, 101, false)))
        .isEqualTo(Signal.OK);
    assertThat(Signal.of(new Verdict.Untimed(Person.UNKNOWN))).isEqualTo(Signal.OK);
    assertThat(Signal.of(new Verdict.Left(Person.UNKNOWN))).isEqualTo(Signal.OK);
    assertThat(Signal.of(new Verdict.Collecting(Person.UNKNOWN, 2))).isEqualTo(Signal.OK);
    assertThat(Signal.of(new Verdict.Already(Person.UNKNOWN, MEAL, LUNCH, LocalTime.NOON)))
        .isEqualTo(Signal.ALREADY);
    assertThat(Signal.of(new Verdict.Ticket(Person.UNKNOWN, LUNCH, 101, true)))
        .isEqualTo(Signal.ALREADY);
    assertThat(Signal.of(new Verdict.SeeStaff())).isEqualTo(Signal.LOOK);
    assertThat(Signal.of(new Verdict.NotNow(LUNCH, Optional.empty()))).isEqualTo(Signal.LOOK);
    assertThat(Signal.of(new Verdict.NotACard(CardRefusal.PAYMENT))).isEqualTo(Signal.LOOK);
    assertThat(
            Signal.of(
                new Verdict.Choose(
                    Person.UNKNOWN,
                    List.of(new Verdict.Choice("a", LUNCH), new Verdict.Choice("b", LUNCH)))))
        .isEqualTo(Signal.LOOK);
    assertThat(Signal.of(new Verdict.OutOfService(Verdict.Reason.DISK_FAILED)))
        .isEqualTo(Signal.OUT);
  }

  @Test
  void greenWithOneShortBeepThenDark() {
    state.show(Signal.OK, 0);

    assertThat(state.levels(ms(119))).isEqualTo(Levels.GREEN.buzzing());
    assertThat(state.nextNanos(0)).isEqualTo(ms(120));
    assertThat(state.levels(ms(120))).isEqualTo(Levels.GREEN);
    assertThat(state.levels(ms(2_999))).isEqualTo(Levels.GREEN);
    assertThat(state.levels(ms(3_000))).isEqualTo(Levels.OFF);
    assertThat(state.nextNanos(ms(3_000))).isEqualTo(PanelState.NEVER);
  }

  @Test
  void theNextCardInterruptsAtOnce() {
    state.show(Signal.ALREADY, 0);
    state.show(Signal.OK, ms(50));

    assertThat(state.levels(ms(60))).isEqualTo(Levels.GREEN.buzzing());
  }

  @Test
  void outOfServiceStaysRedUntilSomethingElseIsShown() {
    state.show(Signal.OUT, 0);

    assertThat(state.levels(ms(1_000_000_000))).isEqualTo(Levels.RED);
    state.show(Signal.OK, ms(1_000_000_000));
    assertThat(state.levels(ms(1_000_000_200))).isEqualTo(Levels.GREEN);
  }

  @Test
  void aFullPlaceIsAmberWhileNothingElseIsShown() {
    state.full(true);
    assertThat(state.levels(0)).isEqualTo(Levels.AMBER);

    state.show(Signal.OK, 0);
    assertThat(state.levels(ms(200))).isEqualTo(Levels.GREEN);
    assertThat(state.levels(ms(3_000))).isEqualTo(Levels.AMBER);
  }
}
