package io.jinlin.hub.live;

import io.jinlin.contract.card.CardRef;
import io.jinlin.contract.event.EventId;
import io.jinlin.contract.event.Fact;
import io.jinlin.contract.event.FactType;
import io.jinlin.contract.event.Occasion;
import io.jinlin.contract.event.Words;
import io.jinlin.hub.ledger.Subjects;
import io.jinlin.hub.residents.People;
import io.jinlin.hub.tally.Subject;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Turns events into rows of a table, names masked. */
public final class RowMaker {

  private final Labels labels;
  private final People people;
  private final Subjects cards;

  public RowMaker(Labels labels, People people, Subjects cards) {
    this.labels = labels;
    this.people = people;
    this.cards = cards;
  }

  /** An event's name in one word: {@code device/epoch/seq}. */
  public static String name(EventId id) {
    return id.device() + "/" + id.epoch() + "/" + id.seq();
  }

  /** Reads what {@link #name(EventId)} wrote. */
  public static Optional<EventId> parse(String text) {
    String[] parts = text.length() > 120 ? new String[0] : text.split("/", -1);
    if (parts.length != 3) {
      return Optional.empty();
    }
    try {
      return Optional.of(new EventId(parts[0], parts[1], Long.parseLong(parts[2])));
    } catch (IllegalArgumentException notAnId) {
      return Optional.empty();
    }
  }

  /** The row of an event. */
  public Snapshot.Row row(Entry entry) {
    Fact fact = entry.fact();
    Optional<Occasion> occasion = occasion(fact);
    Fact.@Nullable Scan scan = fact instanceof Fact.Scan one ? one : null;
    int ticket = ticket(fact);
    return new Snapshot.Row(
        name(entry.event()),
        entry.atMillis(),
        entry.receivedMillis(),
        Words.of(FactType.of(fact)),
        labels.place(fact.place()),
        name(entry),
        scan == null ? null : Words.of(scan.outcome()),
        occasion.map(Occasion::text).orElse(null),
        occasion.map(labels::occasion).orElse(null),
        way(fact),
        ticket == 0 ? null : ticket,
        entry.counted(),
        entry.voided(),
        fact instanceof Fact.Serving serving ? Words.of(serving.kind()) : null,
        fact instanceof Fact.Serving serving ? serving.portions() : null,
        scan == null ? null : scan.collector().map(this::name).orElse(null));
  }

  private static @Nullable String way(Fact fact) {
    if (fact instanceof Fact.Serving serving) {
      return Words.of(serving.way());
    }
    return fact instanceof Fact.Scan scan ? scan.way().map(Words::of).orElse(null) : null;
  }

  private @Nullable String name(Entry entry) {
    if (entry.subject().orElse(null) instanceof Subject.Person person) {
      return people.masked(person.id());
    }
    return entry.fact() instanceof Fact.HandOver handOver ? name(handOver.child()) : null;
  }

  /** The masked name of a card's person. */
  String name(CardRef ref) {
    OptionalLong person = cards.personOf(ref);
    return person.isPresent() ? people.masked(person.getAsLong()) : People.NOBODY;
  }

  Labels labels() {
    return labels;
  }

  static Optional<Occasion> occasion(Fact fact) {
    if (fact instanceof Fact.Scan scan) {
      return scan.occasion();
    }
    if (fact instanceof Fact.Collection collection) {
      return Optional.of(collection.occasion());
    }
    if (fact instanceof Fact.TicketCall call) {
      return Optional.of(call.occasion());
    }
    if (fact instanceof Fact.TicketStep step) {
      return Optional.of(step.occasion());
    }
    if (fact instanceof Fact.Serving serving) {
      return Optional.of(serving.occasion());
    }
    if (fact instanceof Fact.Stock stock) {
      return Optional.of(stock.occasion());
    }
    return fact instanceof Fact.HandOver handOver
        ? Optional.of(handOver.occasion())
        : Optional.empty();
  }

  private static int ticket(Fact fact) {
    if (fact instanceof Fact.Scan scan) {
      return scan.ticket();
    }
    if (fact instanceof Fact.TicketStep step) {
      return step.ticket();
    }
    return fact instanceof Fact.TicketCall call ? call.ticket() : 0;
  }
}
