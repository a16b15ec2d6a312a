package io.jinlin.e2e.day;

import io.jinlin.contract.event.Fact.Passage.Direction;
import io.jinlin.contract.event.Occasion;
import io.jinlin.contract.page.Session;
import io.jinlin.edge.decide.Label;
import io.jinlin.edge.decide.Person;
import io.jinlin.edge.decide.PlaceNow;
import io.jinlin.edge.decide.Verdict;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A device that says yes to every card, and remembers what it saw. */
final class FakeStation implements Station {
  static final LocalDateTime OPENS = LocalDateTime.of(2026, 11, 24, 11, 0);
  static final Label LABEL = new Label("午餐", "Lunch");

  final List<String> presented = new ArrayList<>();
  final List<String> chosen = new ArrayList<>();
  final List<Direction> passages = new ArrayList<>();
  final List<String> calls = new ArrayList<>();
  List<Session> sessions = List.of();
  PlaceNow.Kind kind = PlaceNow.Kind.MEAL;

  private final Supplier<LocalDateTime> time;

  FakeStation(Supplier<LocalDateTime> time) {
    this.time = time;
  }

  @Override
  public Optional<PlaceNow> now() {
    return Optional.of(
        new PlaceNow(
            kind, LABEL, Optional.of(OPENS), Optional.of(OPENS.plusHours(2)), Optional.empty()));
  }

  @Override
  public List<Session> sessions() {
    return sessions;
  }

  @Override
  public LocalDateTime time() {
    return time.get();
  }

  @Override
  public Verdict present(String code) {
    presented.add(code);
    if (kind == PlaceNow.Kind.QUEUE) {
      return new Verdict.Choose(
          Person.UNKNOWN,
          List.of(new Verdict.Choice("pharmacy", LABEL), new Verdict.Choice("basic-care", LABEL)));
    }
    Occasion lunch = new Occasion(Occasion.Kind.MEAL, "lunch", OPENS.toLocalDate());
    return new Verdict.Accepted(Person.UNKNOWN, lunch, LABEL);
  }

  @Override
  public Verdict choose(String choice) {
    chosen.add(choice);
    return new Verdict.Ticket(Person.UNKNOWN, LABEL, 101, false);
  }

  @Override
  public void passage(Direction direction) {
    passages.add(direction);
  }

  @Override
  public String callHelp() {
    calls.add("call");
    return "call";
  }

  @Override
  public void endHelp(String call) {
    calls.add("end of " + call);
  }
}
