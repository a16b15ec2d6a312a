package io.jinlin.hub.ledger;

import io.jinlin.contract.event.EventId;
import io.jinlin.hub.store.Rows;
import io.jinlin.hub.tally.Candidate;
import io.jinlin.hub.tally.Subject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Who counts in which occasion: the tables {@code counted} and {@code runner_up}. The occasions in
 * use are held in memory, so that a scan costs one write and no read.
 */
final class Counted implements AutoCloseable {
  /** Most occasions held in memory after a commit. */
  static final int MAX_HELD = 64;

  private static final String COLUMNS = "(occasion, subject, id, wall, way, place)";
  private static final String PUT =
      "INSERT INTO counted "
          + COLUMNS
          + " VALUES (?, ?, ?, ?, ?, ?)"
          + " ON CONFLICT (occasion, subject) DO UPDATE SET"
          + " id = excluded.id, wall = excluded.wall, way = excluded.way, place = excluded.place";
  private static final String LOAD =
      "SELECT c.subject, c.id, c.wall, c.way, c.place, s.device, s.epoch FROM counted c"
          + " JOIN source s ON s.id = c.id >> 40 WHERE c.occasion = ?";
  private static final String RUNNERS_UP =
      "SELECT c.subject, c.id, c.wall, c.way, c.place, s.device, s.epoch FROM runner_up c"
          + " JOIN source s ON s.id = c.id >> 40 WHERE c.occasion = ? AND c.subject = ?";
  private static final String ADD_RUNNER_UP =
      "INSERT INTO runner_up " + COLUMNS + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING";
  private static final String DROP_RUNNER_UP =
      "DELETE FROM runner_up WHERE occasion = ? AND subject = ? AND id = ?";

  private record Key(int occasion, Subject subject) {}

  private final Connection db;
  private final Figures figures;
  private final PreparedStatement put;
  private final PreparedStatement addRunnerUp;
  private final Map<Integer, Map<Subject, Candidate>> held = new LinkedHashMap<>(16, 0.75f, true);
  private final Map<Key, Candidate> changed = new HashMap<>();

  Counted(Connection db, Figures figures) throws SQLException {
    this.db = db;
    this.figures = figures;
    this.put = db.prepareStatement(PUT);
    this.addRunnerUp = db.prepareStatement(ADD_RUNNER_UP);
  }

  /**
   * Lets an accepted scan compete.
   *
   * @return whether it counts now
   */
  boolean add(int occasion, Subject subject, Candidate candidate) throws SQLException {
    Map<Subject, Candidate> winners = winners(occasion);
    Candidate first = winners.get(subject);
    if (first == null) {
      win(occasion, subject, candidate, winners);
      return true;
    }
    if (candidate.compareTo(first) < 0) {
      figures.count(occasion, first, -1);
      runnerUp(occasion, subject, first);
      win(occasion, subject, candidate, winners);
      return true;
    }
    if (candidate.compareTo(first) > 0) {
      runnerUp(occasion, subject, candidate);
    }
    return false;
  }

  private void win(
      int occasion, Subject subject, Candidate candidate, Map<Subject, Candidate> winners) {
    winners.put(subject, candidate);
    changed.put(new Key(occasion, subject), candidate);
    figures.count(occasion, candidate, 1);
  }

  private void runnerUp(int occasion, Subject subject, Candidate loser) throws SQLException {
    set(addRunnerUp, occasion, subject, loser);
    addRunnerUp.executeUpdate();
  }

  private static void set(
      PreparedStatement statement, int occasion, Subject subject, Candidate candidate)
      throws SQLException {
    statement.setInt(1, occasion);
    if (subject instanceof Subject.Person person) {
      statement.setLong(2, person.id());
    } else {
      statement.setBytes(2, ((Subject.Card) subject).ref().bytes());
    }
    statement.setLong(3, candidate.id());
    statement.setLong(4, candidate.wallMillis());
    statement.setInt(5, candidate.way());
    statement.setInt(6, candidate.place());
  }

  /** Takes a scan out of the competition; the next best counts instead. */
  void remove(int occasion, Subject subject, long id) throws SQLException {
    Map<Subject, Candidate> winners = winners(occasion);
    Candidate first = winners.get(subject);
    if (first == null || first.id() != id) {
      Rows.change(db, DROP_RUNNER_UP, occasion, What.column(subject), id);
      return;
    }
    figures.count(occasion, first, -1);
    winners.remove(subject);
    changed.remove(new Key(occasion, subject));
    Object column = What.column(subject);
    Rows.change(db, "DELETE FROM counted WHERE occasion = ? AND subject = ?", occasion, column);
    List<Candidate> others = Rows.all(db, RUNNERS_UP, Counted::candidate, occasion, column);
    if (!others.isEmpty()) {
      Candidate next = Collections.min(others);
      Rows.change(db, DROP_RUNNER_UP, occasion, column, next.id());
      win(occasion, subject, next, winners);
    }
  }

  private Map<Subject, Candidate> winners(int occasion) throws SQLException {
    Map<Subject, Candidate> known = held.get(occasion);
    if (known != null) {
      return known;
    }
    Map<Subject, Candidate> winners = new HashMap<>();
    Rows.all(
        db,
        LOAD,
        row -> {
          Subject subject = Objects.requireNonNull(LedgerTable.subject(row.getObject("subject")));
          return winners.put(subject, candidate(row));
        },
        occasion);
    held.put(occasion, winners);
    return winners;
  }

  private static Candidate candidate(ResultSet row) throws SQLException {
    long id = row.getLong("id");
    long seq = id & EventId.MAX_SEQ;
    EventId event = new EventId(row.getString("device"), row.getString("epoch"), seq);
    return new Candidate(id, row.getLong("wall"), event, row.getInt("way"), row.getInt("place"));
  }

  /** Writes the winners that changed. */
  void flush() throws SQLException {
    if (changed.isEmpty()) {
      return;
    }
    for (Map.Entry<Key, Candidate> entry : changed.entrySet()) {
      set(put, entry.getKey().occasion(), entry.getKey().subject(), entry.getValue());
      put.addBatch();
    }
    put.executeBatch();
    changed.clear();
    while (held.size() > MAX_HELD) {
      held.remove(held.keySet().iterator().next());
    }
  }

  @Override
  public void close() throws SQLException {
    put.close();
    addRunnerUp.close();
  }
}
