package io.jinlin.hub.canteen;

import io.jinlin.contract.card.CardRef;
import io.jinlin.contract.event.Occasion;
import io.jinlin.hub.store.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** What must be known of a person before staff serve them without a card. */
public final class Diners {
  private static final String LIVING =
      "SELECT EXISTS (SELECT 1 FROM person WHERE id = ? AND died IS NULL)";
  private static final String KNOWN = "SELECT EXISTS (SELECT 1 FROM person WHERE id = ?)";
  private static final String CARD =
      "SELECT ref FROM card WHERE person = ? AND revoked IS NULL ORDER BY issued DESC LIMIT 1";
  private static final String HAD =
      "SELECT l.at FROM counted c JOIN word w ON w.id = c.occasion JOIN ledger l ON l.id = c.id"
          + " WHERE w.text = ? AND c.subject = ?";

  /**
   * A person at the counter.
   *
   * @param open whether their file is open: one of somebody who died or moved is not
   * @param card a living card, if there is one
   * @param hadMillis when they had the meal, if they had it
   */
  public record Diner(boolean open, Optional<CardRef> card, Optional<Long> hadMillis) {}

  private final Connection db;

  public Diners(Connection db) {
    this.db = db;
  }

  /** A person and the meal of a period; empty for a number that nobody has. */
  public Optional<Diner> find(long person, Occasion meal) throws SQLException {
    if (Rows.number(db, KNOWN, person) == 0) {
      return Optional.empty();
    }
    List<CardRef> cards = Rows.all(db, CARD, row -> CardRef.of(row.getBytes(1)), person);
    List<Long> had = Rows.all(db, HAD, row -> row.getLong(1), meal.text(), person);
    return Optional.of(
        new Diner(
            Rows.number(db, LIVING, person) != 0,
            cards.stream().findFirst(),
            had.stream().findFirst()));
  }
}
