package io.jinlin.hub.clinic;

import io.jinlin.contract.card.CardRef;
import io.jinlin.contract.event.EventId;
import io.jinlin.contract.event.Fact;
import io.jinlin.contract.event.Fact.TicketStep;
import io.jinlin.contract.event.Fact.TicketStep.Step;
import io.jinlin.contract.event.Input;
import io.jinlin.contract.event.Occasion;
import io.jinlin.contract.event.Outcome;
import io.jinlin.hub.tally.Subject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A day at the clinic, minute by minute. */
final class Steps {
  static final LocalDate DAY = LocalDate.of(2026, 11, 24);
  static final long MINUTE_MS = 60_000;
  static final String BASIC = "basic-care";

  private final List<Happened> events = new ArrayList<>();
  private long seq;

  /** One event as the ledger gives it. */
  record Happened(EventId event, long atMillis, Fact fact, Optional<Subject> subject) {}

  static Occasion queue(String id) {
    return new Occasion(Occasion.Kind.CLINIC, id, DAY);
  }

  /** A number from a kiosk; the person's id is the number. */
  Steps given(int ticket, long minute) {
    return given(ticket, BASIC, minute);
  }

  Steps given(int ticket, String queue, long minute) {
    return add(
        minute,
        new Fact.Scan(
            "clinic",
            new CardRef(1, ticket),
            Outcome.ACCEPTED,
            Optional.of(queue(queue)),
            Optional.empty(),
            ticket,
            Input.CAMERA),
        Optional.of(new Subject.Person(ticket)));
  }

  Steps call(int ticket, String room, long minute) {
    return step(ticket, Step.CALL, Optional.of(room), Optional.empty(), minute);
  }

  Steps step(int ticket, Step step, long minute) {
    return step(ticket, step, Optional.empty(), Optional.empty(), minute);
  }

  Steps transfer(int ticket, String to, long minute) {
    return step(ticket, Step.TRANSFER, Optional.empty(), Optional.of(to), minute);
  }

  private Steps step(
      int ticket, Step step, Optional<String> room, Optional<String> to, long minute) {
    Fact fact = new TicketStep("clinic", queue(BASIC), ticket, step, room, to, "nurse");
    return add(minute, fact, Optional.empty());
  }

  Steps add(long minute, Fact fact, Optional<Subject> subject) {
    EventId id = new EventId("hub", "start1", ++seq);
    events.add(new Happened(id, minute * MINUTE_MS, fact, subject));
    return this;
  }

  List<Happened> events() {
    return List.copyOf(events);
  }

  ClinicState state() {
    return state(Reasons.NONE);
  }

  ClinicState state(Reasons reasons) {
    return state(events, reasons);
  }

  static ClinicState state(List<Happened> events, Reasons reasons) {
    ClinicDay day = new ClinicDay();
    events.forEach(one -> day.apply(one.event(), one.atMillis(), one.fact(), one.subject()));
    return ClinicState.of(DAY, day, ClinicRules.DEFAULT, reasons, 600 * MINUTE_MS);
  }
}
