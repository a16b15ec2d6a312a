package io.jinlin.hub.ledger;

import io.jinlin.hub.store.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The table {@code word}: numbers for the texts that rows repeat. */
final class Vocabulary {
  /** Most words held in memory. */
  static final int MAX_HELD = 20_000;

  private final Connection db;
  private final Map<Object, Integer> held = new HashMap<>();

  Vocabulary(Connection db) {
    this.db = db;
  }

  /**
   * The number of a word, given if it is new.
   *
   * @param key a text, or a value whose text form is the word and which is equal only to the same
   */
  int number(Object key) throws SQLException {
    Integer known = held.get(key);
    if (known != null) {
      return known;
    }
    if (held.size() >= MAX_HELD) {
      held.clear();
    }
    int number = read(key.toString());
    held.put(key, number);
    return number;
  }

  private int read(String text) throws SQLException {
    String find = "SELECT id FROM word WHERE text = ?";
    List<Integer> found = Rows.all(db, find, row -> row.getInt(1), text);
    if (!found.isEmpty()) {
      return found.get(0);
    }
    Rows.change(db, "INSERT INTO word (text) VALUES (?)", text);
    return (int) Rows.number(db, find, text);
  }
}
