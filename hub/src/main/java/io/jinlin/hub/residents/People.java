package io.jinlin.hub.residents;

import io.jinlin.hub.store.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Masked names by person, in memory for every row that a page shows. */
public final class People {

  /** Shown for a person who is no longer known by name. */
  public static final String NOBODY = "*";

  private final Map<Long, String> names;
  private volatile long version;

  private People(Map<Long, String> names) {
    this.names = new ConcurrentHashMap<>(names);
  }

  /** Reads all names; each masked form is kept once, since a few surnames are most of them. */
  public static People load(Connection db) throws SQLException {
    Map<Long, String> names = new HashMap<>();
    Map<String, String> once = new HashMap<>();
    Rows.all(
        db,
        "SELECT id, name FROM person",
        row -> {
          String masked = Names.masked(row.getString(2));
          return names.put(row.getLong(1), once.computeIfAbsent(masked, name -> name));
        });
    return new People(names);
  }

  /** Takes over who is known now. */
  public synchronized void reload(Connection db) throws SQLException {
    People fresh = load(db);
    names.keySet().retainAll(fresh.names.keySet());
    names.putAll(fresh.names);
    version++;
  }

  /** Another after each {@link #reload}. */
  public long version() {
    return version;
  }

  /** Surname and star: {@code 王*}. */
  public String masked(long person) {
    return names.getOrDefault(person, NOBODY);
  }

  /** How many are known. */
  public int size() {
    return names.size();
  }
}
