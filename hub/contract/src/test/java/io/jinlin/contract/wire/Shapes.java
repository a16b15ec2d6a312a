package io.jinlin.contract.wire;

import io.jinlin.contract.card.CardRef;
import io.jinlin.contract.event.Event;
import io.jinlin.contract.event.EventId;
import io.jinlin.contract.event.Fact;
import io.jinlin.contract.event.Input;
import io.jinlin.contract.event.Occasion;
import io.jinlin.contract.event.Outcome;
import io.jinlin.contract.event.Way;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random values of the contract, its bounds included. */
final class Shapes {
  private Shapes() {}

  static Arbitrary<String> ids() {
    return Arbitraries.strings()
        .withCharRange('a', 'z')
        .withCharRange('0', '9')
        .withChars('-')
        .ofMinLength(1)
        .ofMaxLength(40)
        .filter(id -> id.charAt(0) != '-');
  }

  static Arbitrary<String> notes() {
    return Arbitraries.strings()
        .all()
        .ofMinLength(1)
        .ofMaxLength(Fact.MAX_NOTE_LENGTH)
        .filter(note -> !note.isBlank() && note.chars().noneMatch(Shapes::isBarred));
  }

  private static boolean isBarred(int c) {
    return Character.isSurrogate((char) c) || Character.isISOControl(c);
  }

  static Arbitrary<CardRef> refs() {
    return Combinators.combine(Arbitraries.longs(), Arbitraries.longs()).as(CardRef::new);
  }

  static Arbitrary<Occasion> occasions() {
    Arbitrary<LocalDate> days =
        Arbitraries.longs()
            .between(LocalDate.of(2000, 1, 1).toEpochDay(), LocalDate.of(9999, 12, 31).toEpochDay())
            .map(LocalDate::ofEpochDay);
    return Combinators.combine(Arbitraries.of(Occasion.Kind.class), ids(), days).as(Occasion::new);
  }

  static Arbitrary<Event> events() {
    Arbitrary<Long> walls =
        Arbitraries.longs().between(-Event.MAX_WALL_MILLIS, Event.MAX_WALL_MILLIS);
    Arbitrary<Long> monotonics = Arbitraries.longs().between(0, Event.MAX_WALL_MILLIS);
    return Combinators.combine(walls, monotonics, facts()).as(Event::new);
  }

  static Arbitrary<Fact> facts() {
    return Arbitraries.oneOf(
        List.of(scans(), passages(), collections(), others(), steps(), voidings(), servings()));
  }

  private static Arbitrary<Fact> scans() {
    return Combinators.combine(
            ids(),
            refs(),
            Arbitraries.of(Outcome.class),
            occasions(),
            Arbitraries.of(Way.class).optional(),
            Arbitraries.integers().between(0, Fact.Scan.MAX_TICKET),
            Arbitraries.of(Input.class))
        .as(Shapes::scan);
  }

  private static Fact scan(
      String place,
      CardRef ref,
      Outcome outcome,
      Occasion occasion,
      Optional<Way> way,
      int ticket,
      Input input) {
    boolean answered = outcome == Outcome.ACCEPTED || outcome == Outcome.ALREADY;
    Optional<Occasion> known = answered ? Optional.of(occasion) : Optional.empty();
    return new Fact.Scan(place, ref, outcome, known, way, ticket, input);
  }

  private static Arbitrary<Fact> passages() {
    return Combinators.combine(
            ids(),
            ids(),
            Arbitraries.of(Fact.Passage.Direction.class),
            Arbitraries.integers().between(1, Fact.MAX_PEOPLE))
        .as(Fact.Passage::new);
  }

  private static Arbitrary<Fact> collections() {
    return Combinators.combine(
            ids(),
            refs(),
            occasions(),
            refs().list().ofMinSize(1).ofMaxSize(Fact.MAX_CHILDREN),
            Arbitraries.of(Input.class))
        .as(Fact.Collection::new);
  }

  private static Arbitrary<Fact> others() {
    return Combinators.combine(ids(), ids(), ids(), refs(), occasions(), notes())
        .as(
            (place, device, call, ref, occasion, by) ->
                switch (by.length() % 7) {
                  case 0 -> new Fact.Departure(place, ref, Input.CAMERA);
                  case 1 -> new Fact.HelpCall(place, call, by.length() % 4 == 1);
                  case 2 -> new Fact.HandCount(place, by.length(), by);
                  case 3 -> new Fact.HelpAnswer(place, device, call, by);
                  case 4 -> new Fact.TicketCall(place, occasion, by.length(), by);
                  case 5 -> new Fact.RevocationHeld(place, ref);
                  default -> new Fact.HandOver(place, occasion, ref, ref, by);
                });
  }

  private static Arbitrary<Fact> steps() {
    return Combinators.combine(
            ids(),
            occasions(),
            Arbitraries.integers().between(1, Fact.Scan.MAX_TICKET),
            Arbitraries.of(Fact.TicketStep.Step.class),
            ids(),
            notes())
        .as(Shapes::step);
  }

  private static Fact step(
      String place,
      Occasion occasion,
      int ticket,
      Fact.TicketStep.Step step,
      String id,
      String by) {
    boolean toRoom = step == Fact.TicketStep.Step.CALL || step == Fact.TicketStep.Step.RECALL;
    return new Fact.TicketStep(
        place,
        new Occasion(Occasion.Kind.CLINIC, occasion.id(), occasion.date()),
        step.ofQueue() ? 0 : ticket,
        step,
        toRoom && by.length() % 2 == 0 ? Optional.of(id) : Optional.empty(),
        step == Fact.TicketStep.Step.TRANSFER ? Optional.of(id) : Optional.empty(),
        by);
  }

  private static Arbitrary<Fact> servings() {
    return Combinators.combine(
            ids(),
            ids(),
            Arbitraries.of(Fact.Serving.Kind.class),
            Arbitraries.longs().between(0, 9),
            refs().optional(),
            Arbitraries.of(Way.class),
            Arbitraries.integers().between(1, Fact.Serving.MAX_PORTIONS),
            notes())
        .as(Shapes::serving);
  }

  private static Fact serving(
      String place,
      String meal,
      Fact.Serving.Kind kind,
      long person,
      Optional<CardRef> ref,
      Way way,
      int portions,
      String note) {
    Occasion occasion = new Occasion(Occasion.Kind.MEAL, meal, LocalDate.of(2026, 11, 24));
    if (person == 9) {
      return new Fact.Stock(place, occasion, OptionalInt.of(portions), portions % 2 == 0, note);
    }
    boolean own = kind == Fact.Serving.Kind.FORGOTTEN_CARD || kind == Fact.Serving.Kind.DELIVERED;
    return new Fact.Serving(
        place, occasion, kind, own ? 7 : person, ref, way, own ? 1 : portions, note, note);
  }

  private static Arbitrary<Fact> voidings() {
    Arbitrary<Long> seqs = Arbitraries.longs().between(1, EventId.MAX_SEQ);
    return Combinators.combine(ids(), ids(), ids(), seqs, notes())
        .as(
            (place, device, epoch, seq, note) ->
                new Fact.Voiding(place, new EventId(device, epoch, seq), note, note));
  }
}
