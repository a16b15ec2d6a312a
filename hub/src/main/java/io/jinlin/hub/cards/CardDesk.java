package io.jinlin.hub.cards;

import io.jinlin.contract.card.CardCode;
import io.jinlin.contract.card.CardRef;
import io.jinlin.hub.ledger.Ledger;
import io.jinlin.hub.residents.Person;
import io.jinlin.hub.residents.Residents;
import io.jinlin.hub.store.Database;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Gives out cards, revokes them and prints them again while the hub runs. Its methods look into the
 * database and may wait for it; one person's cards are changed by one request at a time, so that
 * two clicks never make two cards.
 */
public final class CardDesk {
  /** Reason noted for the old card of a reprint. */
  public static final String REPRINT = "reprint";

  /** Numbers on cards begin after this. */
  private static final long FIRST_NUMBER = 100_000;

  /**
   * What the desk works with.
   *
   * @param site the site that cards are of
   * @param random a cryptographic source: cards are secrets
   */
  public record Parts(
      String site,
      Database database,
      Ledger ledger,
      CardBook book,
      InstantSource clock,
      RandomGenerator random) {}

  private final Parts parts;
  private final AtomicLong number;
  private final Set<Long> busy = new HashSet<>();

  /** Opens the desk, after the journal was replayed. */
  public CardDesk(Parts parts) {
    this.parts = parts;
    long last = parts.database().read(db -> new Cards(db).lastNumber());
    this.number = new AtomicLong(Math.max(FIRST_NUMBER, last));
  }

  /** Gives a person a card who has none that lives. */
  public CardAnswer issue(long person, String account) {
    return alone(
        person,
        () -> {
          Optional<Person> known = parts.database().read(db -> new Residents(db).find(person));
          if (known.isEmpty()) {
            return new CardAnswer.Not(CardAnswer.Why.UNKNOWN_PERSON);
          }
          boolean moved = parts.database().read(db -> new Residents(db).hasMoved(person));
          if (known.get().died().isPresent() || moved) {
            return new CardAnswer.Not(CardAnswer.Why.FILE_CLOSED);
          }
          List<Card> cards = parts.database().read(db -> new Cards(db).of(person));
          if (cards.stream().anyMatch(card -> card.revokedMillis().isEmpty())) {
            return new CardAnswer.Not(CardAnswer.Why.HAS_CARD);
          }
          return issue(person, account, Optional.empty());
        });
  }

  /** Makes a card dead for ever. */
  public CardAnswer revoke(CardRef ref, String reason, String account) {
    return living(
        ref,
        card ->
            begin(
                new CardChange(
                    now(), account, reason, Optional.of(card.keys().ref()), Optional.empty()),
                new Issued(card, Optional.empty())));
  }

  /** Gives the holder of a card a new one and makes the old one dead, in one step. */
  public CardAnswer reprint(CardRef ref, String account) {
    return living(ref, card -> issue(card.person(), account, Optional.of(ref)));
  }

  private interface Step {
    CardAnswer of(Card card);
  }

  private CardAnswer living(CardRef ref, Step step) {
    Optional<Card> holder = find(ref);
    if (holder.isEmpty()) {
      return new CardAnswer.Not(CardAnswer.Why.UNKNOWN_CARD);
    }
    return alone(
        holder.get().person(),
        () -> {
          // Read again: another request may have made it dead before this one's turn.
          Optional<Card> card = find(ref).filter(one -> one.revokedMillis().isEmpty());
          return card.isPresent()
              ? step.of(card.get())
              : new CardAnswer.Not(CardAnswer.Why.CARD_DEAD);
        });
  }

  private Optional<Card> find(CardRef ref) {
    return parts.database().read(db -> new Cards(db).find(ref));
  }

  private CardAnswer issue(long person, String account, Optional<CardRef> dead) {
    CardCode code = CardCode.random(parts.random());
    String printed = nextNumber();
    Card card = new Card(code.keys(parts.site()), person, printed, now(), OptionalLong.empty());
    String reason = dead.isPresent() ? REPRINT : "";
    CardChange change = new CardChange(now(), account, reason, dead, Optional.of(card));
    return begin(change, new Issued(card, Optional.of(code)));
  }

  /** A number that no card has. */
  String nextNumber() {
    return Long.toString(number.incrementAndGet());
  }

  private CardAnswer begin(CardChange change, Issued issued) {
    CompletableFuture<Integer> written =
        parts.ledger().write(CardBook.KIND, change.body(), db -> parts.book().apply(db, change));
    return new CardAnswer.Begun(written.thenApply(holders -> issued));
  }

  private CardAnswer alone(long person, Supplier<CardAnswer> work) {
    synchronized (busy) {
      if (!busy.add(person)) {
        return new CardAnswer.Not(CardAnswer.Why.BUSY);
      }
    }
    boolean begun = false;
    try {
      CardAnswer answer = work.get();
      if (answer instanceof CardAnswer.Begun going) {
        begun = true;
        return new CardAnswer.Begun(going.done().whenComplete((done, failed) -> free(person)));
      }
      return answer;
    } finally {
      if (!begun) {
        free(person);
      }
    }
  }

  private void free(long person) {
    synchronized (busy) {
      busy.remove(person);
    }
  }

  private long now() {
    return parts.clock().millis();
  }
}
