package io.jinlin.hub.cards;

import io.jinlin.contract.card.CardRef;
import io.jinlin.hub.ledger.Subjects;
import io.jinlin.hub.store.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/** Whose card it is, from memory: asked for every scan that reaches the hub. */
public final class CardIndex implements Subjects {

  private final Map<CardRef, Long> persons = new ConcurrentHashMap<>();

  /** Reads all cards, dead ones too: an old scan with one still has its person. */
  public static CardIndex load(Connection db) throws SQLException {
    CardIndex index = new CardIndex();
    index.refresh(db);
    return index;
  }

  /** Reads the cards that came since. */
  public void refresh(Connection db) throws SQLException {
    Rows.all(
        db,
        "SELECT ref, person FROM card",
        row -> persons.put(CardRef.of(row.getBytes(1)), row.getLong(2)));
  }

  /** A card that is new. */
  void add(CardRef ref, long person) {
    persons.put(ref, person);
  }

  @Override
  public OptionalLong personOf(CardRef ref) {
    Long person = persons.get(ref);
    return person == null ? OptionalLong.empty() : OptionalLong.of(person);
  }

  /** How many cards are known. */
  public int size() {
    return persons.size();
  }
}
