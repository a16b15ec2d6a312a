package io.jinlin.hub.cards;

import io.jinlin.contract.card.CardRef;
import io.jinlin.hub.ledger.JournalHandler;
import io.jinlin.hub.store.Rows;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Carries out changes of batches, now or again from the journal. Twice is the same as once. */
public final class BatchBook implements JournalHandler {
  /** Its kind of journal entry. */
  public static final String KIND = "card-batch";

  private static final String NOTE =
      "INSERT INTO card_batch (id, at, account) VALUES (?, ?, ?) ON CONFLICT DO NOTHING";
  private static final String NOTE_CARD =
      "INSERT INTO card_batch_card (batch, ref, number, code) VALUES (?, ?, ?, ?)"
          + " ON CONFLICT DO NOTHING";
  private static final String ALL =
      "SELECT id, at, account, (SELECT count(*) FROM card_batch_card WHERE batch = id),"
          + " confirmed, confirmed_by FROM card_batch ORDER BY at DESC, id DESC LIMIT ?";

  private final CardIndex index;
  private final InstantSource clock;
  private final ZoneId zone;
  private final RandomGenerator random;

  /**
   * A book over the index that answers whose card it is.
   *
   * @param random a cryptographic source
   */
  public BatchBook(CardIndex index, InstantSource clock, ZoneId zone, RandomGenerator random) {
    this.index = index;
    this.clock = clock;
    this.zone = zone;
    this.random = random;
  }

  @Override
  public void apply(Connection db, byte[] body) throws SQLException {
    try {
      apply(db, BatchChange.of(body));
    } catch (IOException e) {
      throw new SQLException("reading a change of a batch of cards", e);
    }
  }

  /** Within the open transaction; how many cards it gave out. */
  int apply(Connection db, BatchChange change) throws SQLException {
    if (change instanceof BatchChange.Confirmed confirmed) {
      Rows.change(
          db,
          "UPDATE card_batch SET confirmed = ?, confirmed_by = ?"
              + " WHERE id = ? AND confirmed IS NULL",
          confirmed.atMillis(),
          confirmed.account(),
          confirmed.id());
      String forget = "UPDATE card_batch_card SET code = '' WHERE batch = ?";
      return Rows.change(db, forget, confirmed.id());
    }
    return given(db, (BatchChange.Given) change);
  }

  private int given(Connection db, BatchChange.Given given) throws SQLException {
    Cards cards = new Cards(db);
    Rows.change(db, NOTE, given.id(), given.atMillis(), given.account());
    Set<Long> holders = new HashSet<>();
    for (BatchChange.Sealed one : given.cards()) {
      Card card = one.card();
      CardRef ref = card.keys().ref();
      // Somebody at the desk may have been quicker; nobody gets a second card.
      boolean has = cards.of(card.person()).stream().anyMatch(held -> living(held, ref));
      if (!has) {
        cards.issue(
            card,
            new CardChange(
                given.atMillis(), given.account(), "", Optional.empty(), Optional.of(card)));
        index.add(ref, card.person());
        Rows.change(db, NOTE_CARD, given.id(), ref.bytes(), card.number(), one.code());
        holders.add(card.person());
      }
    }
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    new RosterPublisher(db, random).publish(holders, today);
    return holders.size();
  }

  private static boolean living(Card held, CardRef ref) {
    return held.revokedMillis().isEmpty() && !held.keys().ref().equals(ref);
  }

  /** The newest batches; none of them said to be printable. */
  static List<CardBatch> all(Connection db, int limit) throws SQLException {
    return Rows.all(
        db,
        ALL,
        row -> {
          long confirmed = row.getLong(5);
          return new CardBatch(
              row.getString(1),
              row.getLong(2),
              row.getString(3),
              row.getInt(4),
              false,
              confirmed == 0 ? OptionalLong.empty() : OptionalLong.of(confirmed),
              Optional.ofNullable(row.getString(6)));
        },
        limit);
  }
}
