package io.jinlin.edge.agent;

import io.jinlin.contract.card.CardRef;
import io.jinlin.contract.event.Event;
import io.jinlin.contract.event.Fact;
import io.jinlin.contract.event.Occasion;
import io.jinlin.contract.event.Outcome;
import io.jinlin.edge.clock.ClockReading;
import io.jinlin.edge.decide.Seen;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What this device remembers of cards: a projection of the outbox's newest rows, read again at each
 * start and carried on after each commit. Not safe for several threads.
 */
final class SeenBook {
  /** Rows read at a start: more than a busy kiosk stores in the 26 hours that matter. */
  static final int MAX_ROWS = 25_000;

  /** Cards remembered; the one not seen for longest goes first. */
  static final int MAX_CARDS = 20_000;

  /** Occasions remembered of one card; the oldest day goes first. */
  private static final int MAX_OCCASIONS = 8;

  /** Days of which the last ticket is remembered. */
  private static final int MAX_DAYS = 3;

  private final Map<CardRef, Card> cards = new LinkedHashMap<>(64, 0.75f, true);
  private final NavigableMap<LocalDate, Integer> lastTicket = new TreeMap<>();

  private static final class Card {
    final Map<Occasion, Seen.Answered> here = new HashMap<>(4);
    final Map<Occasion, Integer> collected = new HashMap<>(0);
    Optional<Last> last = Optional.empty();
  }

  private record Last(Fact fact, long wallMillis, long monotonicMillis, String boot) {
    long ageMillis(ClockReading now) {
      return boot.equals(now.boot())
          ? now.monotonicMillis() - monotonicMillis
          : now.wallMillis() - wallMillis;
    }
  }

  /** What is remembered of a card, with what other kiosks have claimed. */
  Seen of(
      CardRef ref, Map<Occasion, Long> elsewhere, Map<Occasion, Long> released, ClockReading now) {
    Card card = cards.get(ref);
    return card == null
        ? new Seen(Map.of(), elsewhere, Optional.empty(), lastTicket, released)
        : new Seen(
            card.here,
            elsewhere,
            card.last.map(last -> new Seen.Last(last.fact(), last.ageMillis(now))),
            lastTicket,
            released);
  }

  /** How many of each meal the holder of a card has collected for others. */
  Map<Occasion, Integer> collectedBy(CardRef ref) {
    Card card = cards.get(ref);
    return card == null ? Map.of() : Map.copyOf(card.collected);
  }

  /** A row that was just committed. */
  void committed(Event event, String boot) {
    note(event, boot, true);
  }

  /** A row from before the start; rows come newest first. */
  void older(Event event, String boot) {
    note(event, boot, false);
  }

  private void note(Event event, String boot, boolean newer) {
    Fact fact = event.fact();
    Optional<CardRef> ref = ref(fact);
    if (ref.isEmpty()) {
      return;
    }
    Card card = cards.computeIfAbsent(ref.get(), unseen -> new Card());
    if (newer || card.last.isEmpty()) {
      card.last = Optional.of(new Last(fact, event.wallMillis(), event.monotonicMillis(), boot));
    }
    if (fact instanceof Fact.Scan scan && scan.outcome() == Outcome.ACCEPTED) {
      scan.occasion().ifPresent(occasion -> accepted(card, occasion, event, scan.ticket(), newer));
      scan.collector().ifPresent(collector -> collected(collector, scan));
    }
    if (cards.size() > MAX_CARDS) {
      cards.remove(cards.keySet().iterator().next());
    }
  }

  private void accepted(Card card, Occasion occasion, Event event, int ticket, boolean newer) {
    Seen.Answered answered = new Seen.Answered(event.wallMillis(), ticket);
    // Twice for one occasion only when staff took the first back: the newest is the one that holds.
    if (newer) {
      card.here.put(occasion, answered);
    } else {
      card.here.putIfAbsent(occasion, answered);
    }
    if (card.here.size() > MAX_OCCASIONS) {
      card.here.keySet().stream()
          .min((a, b) -> a.date().compareTo(b.date()))
          .ifPresent(card.here::remove);
    }
    if (ticket > 0) {
      lastTicket.merge(occasion.date(), ticket, Math::max);
      while (lastTicket.size() > MAX_DAYS) {
        lastTicket.pollFirstEntry();
      }
    }
  }

  private void collected(CardRef collector, Fact.Scan scan) {
    Card card = cards.computeIfAbsent(collector, unseen -> new Card());
    scan.occasion().ifPresent(occasion -> card.collected.merge(occasion, 1, Integer::sum));
    if (card.collected.size() > MAX_OCCASIONS) {
      card.collected.keySet().stream()
          .min((a, b) -> a.date().compareTo(b.date()))
          .ifPresent(card.collected::remove);
    }
  }

  private static Optional<CardRef> ref(Fact fact) {
    if (fact instanceof Fact.Scan scan) {
      return Optional.of(scan.ref());
    }
    if (fact instanceof Fact.Departure departure) {
      return Optional.of(departure.ref());
    }
    return fact instanceof Fact.Collection collection
        ? Optional.of(collection.ref())
        : Optional.empty();
  }
}
