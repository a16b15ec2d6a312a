package io.jinlin.hub.cards;

import io.jinlin.contract.card.CardRef;
import io.jinlin.hub.ledger.JournalHandler;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Carries out changes of cards, now or again from the journal: the table, what kiosks are told, and
 * whose card it is. Doing it twice is the same as once.
 */
public final class CardBook implements JournalHandler {
  /** Its kind of journal entry. */
  public static final String KIND = "card";

  private final CardIndex index;
  private final InstantSource clock;
  private final ZoneId zone;
  private final RandomGenerator random;

  /**
   * A book over the index that answers whose card it is.
   *
   * @param random a cryptographic source
   */
  public CardBook(CardIndex index, InstantSource clock, ZoneId zone, RandomGenerator random) {
    this.index = index;
    this.clock = clock;
    this.zone = zone;
    this.random = random;
  }

  @Override
  public void apply(Connection db, byte[] body) throws SQLException {
    try {
      apply(db, CardChange.of(body));
    } catch (IOException e) {
      throw new SQLException("reading a change of cards", e);
    }
  }

  /**
   * Within the open transaction. The index may learn of a card whose commit then fails: no harm.
   */
  int apply(Connection db, CardChange change) throws SQLException {
    Cards cards = new Cards(db);
    RosterPublisher kiosks = new RosterPublisher(db, random);
    Set<Long> holders = new HashSet<>();
    Optional<CardRef> dead = change.dead();
    if (dead.isPresent()) {
      cards.revoke(dead.get(), change);
      kiosks.revoke(dead.get());
      cards.find(dead.get()).ifPresent(card -> holders.add(card.person()));
    }
    if (change.fresh().isPresent()) {
      Card fresh = change.fresh().get();
      cards.issue(fresh, change);
      index.add(fresh.keys().ref(), fresh.person());
      holders.add(fresh.person());
    }
    for (long person : holders) {
      kiosks.publish(person, LocalDate.ofInstant(clock.instant(), zone));
    }
    return holders.size();
  }

  /** Makes all living cards of a person dead, within the open transaction. */
  public static void retire(
      Connection db,
      RosterPublisher kiosks,
      long person,
      long atMillis,
      String account,
      String reason)
      throws SQLException {
    Cards cards = new Cards(db);
    for (Card card : cards.of(person)) {
      if (card.revokedMillis().isEmpty()) {
        CardRef ref = card.keys().ref();
        cards.revoke(
            ref, new CardChange(atMillis, account, reason, Optional.of(ref), Optional.empty()));
        kiosks.revoke(ref);
      }
    }
  }
}
