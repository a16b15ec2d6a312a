package io.jinlin.edge.decide;

import io.jinlin.contract.card.CardRef;
import io.jinlin.contract.event.Fact;
import io.jinlin.contract.event.Occasion;
import io.jinlin.contract.event.Outcome;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a kiosk remembers of the cards it answered: a view of its outbox, held in the heap. At a
 * start the rows are recalled, newest first; afterwards each fact is remembered once it is
 * committed. It forgets by number and never by the clock, which may be wrong: the {@value
 * #MAX_CARDS} cards seen last are more than a week of the busiest kiosk. Not thread-safe.
 */
public final class Memory {
  /** Most cards remembered. */
  public static final int MAX_CARDS = 10_000;

  /** Most rows recalled at a start: some days, in well under a second. */
  public static final int MAX_RECALLED = 10_000;

  private static final int MAX_OCCASIONS = 16;
  private static final int MAX_TICKET_DAYS = 7;

  private final LinkedHashMap<CardRef, Card> cards = new LinkedHashMap<>(64, 0.75f, true);
  private final TreeMap<LocalDate, Integer> lastTicket = new TreeMap<>();
  private int recalled;

  /** One card; the first acceptance for each occasion, and the newest fact. */
  private static final class Card {
    private final LinkedHashMap<Occasion, Seen.Answered> here = new LinkedHashMap<>();
    private final Fact last;
    private final Moment lastAt;

    private Card(Card before, Fact last, Moment lastAt) {
      this(last, lastAt);
      here.putAll(before.here);
    }

    private Card(Fact last, Moment lastAt) {
      this.last = last;
      this.lastAt = lastAt;
    }
  }

  /**
   * Takes in a row that is older than all before.
   *
   * @return whether an older one is wanted
   */
  public boolean recall(Fact fact, Moment at) {
    Optional<CardRef> ref = ref(fact);
    if (ref.isPresent()) {
      Card card = cards.computeIfAbsent(ref.get(), unused -> new Card(fact, at));
      accepted(fact).ifPresent(occasion -> card.here.put(occasion, answered(fact, at)));
      ticket(fact);
    }
    recalled++;
    return recalled < MAX_RECALLED && cards.size() < MAX_CARDS;
  }

  /** Takes in a fact that has just been committed. */
  public void remember(Fact fact, Moment at) {
    ref(fact)
        .ifPresent(
            ref -> {
              Card before = cards.get(ref);
              Card card = before == null ? new Card(fact, at) : new Card(before, fact, at);
              accepted(fact)
                  .ifPresent(occasion -> card.here.putIfAbsent(occasion, answered(fact, at)));
              forgetFirst(card.here, MAX_OCCASIONS);
              cards.put(ref, card);
              forgetFirst(cards, MAX_CARDS);
              ticket(fact);
            });
  }

  /**
   * What is remembered of a card.
   *
   * @param claims what the replica says of meals at other kiosks
   */
  public Seen seen(CardRef ref, Moment now, Map<Occasion, Long> claims) {
    Card card = cards.get(ref);
    return card == null
        ? new Seen(Map.of(), claims, Optional.empty(), lastTicket)
        : new Seen(
            card.here,
            claims,
            Optional.of(new Seen.Last(card.last, card.lastAt.ageMillis(now))),
            lastTicket);
  }

  private void ticket(Fact fact) {
    if (fact instanceof Fact.Scan scan && scan.ticket() > 0) {
      accepted(fact)
          .ifPresent(occasion -> lastTicket.merge(occasion.date(), scan.ticket(), Math::max));
      while (lastTicket.size() > MAX_TICKET_DAYS) {
        lastTicket.pollFirstEntry();
      }
    }
  }

  private static <K, V> void forgetFirst(LinkedHashMap<K, V> map, int most) {
    while (map.size() > most) {
      map.remove(map.keySet().iterator().next());
    }
  }

  private static Seen.Answered answered(Fact fact, Moment at) {
    return new Seen.Answered(at.wallMillis(), fact instanceof Fact.Scan scan ? scan.ticket() : 0);
  }

  private static Optional<Occasion> accepted(Fact fact) {
    return fact instanceof Fact.Scan scan && scan.outcome() == Outcome.ACCEPTED
        ? scan.occasion()
        : Optional.empty();
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
