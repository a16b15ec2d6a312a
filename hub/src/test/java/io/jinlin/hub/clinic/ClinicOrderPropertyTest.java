package io.jinlin.hub.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinlin.contract.event.Fact.TicketStep.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** However a day's events arrive, the queues are the same; nobody is in two places or in none. */
class ClinicOrderPropertyTest {
  private static final int TICKETS = 12;
  private static final List<String> QUEUES = List.of(Steps.BASIC, "pharmacy");

  private static Steps anyDay(Random random) {
    Steps day = new Steps();
    for (int i = 0; i < TICKETS; i++) {
      day.given(101 + i, QUEUES.get(random.nextInt(2)), random.nextInt(200));
    }
    for (int i = 0; i < random.nextInt(60); i++) {
      int ticket = 101 + random.nextInt(TICKETS);
      long minute = random.nextInt(300);
      Step step = Step.values()[random.nextInt(Step.values().length)];
      switch (step) {
        case CALL -> day.call(ticket, "room-" + (1 + random.nextInt(2)), minute);
        case TRANSFER -> day.transfer(ticket, QUEUES.get(random.nextInt(2)), minute);
        case CLOSE, REOPEN -> day.step(0, step, minute);
        default -> day.step(ticket, step, minute);
      }
    }
    return day;
  }

  private static Optional<Reason> everyThird(long person) {
    return person % 3 == 0 ? Optional.of(Reason.AGE) : Optional.empty();
  }

  @Property(tries = 300)
  void theOrderOfArrivalChangesNothing(@ForAll long seed) {
    Random random = new Random(seed);
    List<Steps.Happened> events = new ArrayList<>(anyDay(random).events());
    ClinicState before = Steps.state(events, ClinicOrderPropertyTest::everyThird);
    Collections.shuffle(events, random);
    events.addAll(events.subList(0, events.size() / 2));
    assertThat(Steps.state(events, ClinicOrderPropertyTest::everyThird)).isEqualTo(before);
  }

  @Property(tries = 300)
  void everyVisitIsInOneListAndARoomHoldsOnePerson(@ForAll long seed) {
    ClinicState state = anyDay(new Random(seed)).state(ClinicOrderPropertyTest::everyThird);
    List<Integer> listed = new ArrayList<>();
    List<String> rooms = new ArrayList<>();
    for (QueueState queue : state.queues().values()) {
      listed.addAll(queue.numbers());
      queue.called().forEach(visit -> listed.add(visit.ticket()));
      queue.called().forEach(visit -> visit.room().ifPresent(rooms::add));
      queue.skipped().forEach(visit -> listed.add(visit.ticket()));
    }
    state.visits().stream().filter(Visit::over).forEach(visit -> listed.add(visit.ticket()));
    List<Integer> all = state.visits().stream().map(Visit::ticket).toList();
    assertThat(listed)
        .containsExactlyInAnyOrderElementsOf(all)
        .hasSizeGreaterThanOrEqualTo(TICKETS);
    assertThat(rooms).doesNotHaveDuplicates();
  }
}
