package io.jinlin.e2e.check;

import io.jinlin.contract.event.Event;
import io.jinlin.contract.event.EventId;
import io.jinlin.contract.event.Fact;
import io.jinlin.contract.wire.EventCodec;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads a hub's file from outside, without the hub's own code. */
public final class LedgerFile {
  private static final String EVENTS =
      "SELECT s.device, s.epoch, l.id & 0xFFFFFFFFFF, l.body, l.at, l.what >> 8,"
          + " s.offset_ms IS NOT NULL, EXISTS (SELECT 1 FROM voided v WHERE v.device = s.device"
          + " AND v.epoch = s.epoch AND v.seq = l.id & 0xFFFFFFFFFF)"
          + " FROM ledger l JOIN source s ON s.id = l.id >> 40";
  private static final String GAPS =
      "SELECT s.device, s.epoch, g.first, g.last FROM gap g JOIN source s ON s.id = g.source";
  private static final String TALLIES =
      "SELECT w.text, sum(t.count) FROM tally t JOIN word w ON w.id = t.occasion GROUP BY 1";

  /**
   * Different subjects by occasion among accepted scans (type 1, outcome 1, no flag: 17), voided
   * ones left out.
   */
  private static final String COUNTED =
      "SELECT w.text, count(DISTINCT l.subject) FROM ledger l JOIN source s ON s.id = l.id >> 40"
          + " JOIN word w ON w.id = l.occasion WHERE l.what = 17 AND NOT EXISTS"
          + " (SELECT 1 FROM voided v WHERE v.device = s.device AND v.epoch = s.epoch"
          + " AND v.seq = l.id & 0xFFFFFFFFFF) GROUP BY 1";

  /** A card that nobody knows is named once, by whichever of its events came first. */
  private static final String REVIEWS =
      "SELECT reason, CASE reason WHEN 'unknown-card' THEN subject ELSE id END"
          + " FROM review JOIN ledger USING (id)";

  private final Map<EventId, Row> events = new HashMap<>();
  private final List<Gap> gaps = new ArrayList<>();
  private final Map<String, Long> tallies = new TreeMap<>();
  private final Map<String, Long> counted = new TreeMap<>();
  private final List<String> alarms = new ArrayList<>();
  private final List<String> figures = new ArrayList<>();

  /**
   * An event as the hub holds it.
   *
   * @param atMillis corrected time, milliseconds since 1970 UTC
   * @param doubtful whether the hub does not believe that time
   * @param offsetKnown whether the clock of its boot was ever compared with the hub's
   * @param voided whether staff took it back
   */
  public record Row(
      Fact fact, long atMillis, boolean doubtful, boolean offsetKnown, boolean voided) {}

  /** Events that a device said it no longer had, first and last included. */
  public record Gap(String device, String epoch, long first, long last) {}

  private LedgerFile() {}

  /** Reads what is committed. */
  public static LedgerFile read(Path file) {
    LedgerFile ledger = new LedgerFile();
    try (Connection db = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = db.createStatement()) {
      ledger.readEvents(statement);
      ledger.readFigures(statement);
      return ledger;
    } catch (SQLException unreadable) {
      throw new AssertionError("cannot read " + file, unreadable);
    }
  }

  private void readEvents(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery(EVENTS)) {
      while (row.next()) {
        EventId id = new EventId(row.getString(1), row.getString(2), row.getLong(3));
        Event event = EventCodec.decode(row.getBytes(4)).toOptional().orElseThrow();
        events.put(
            id,
            new Row(
                event.fact(),
                row.getLong(5),
                row.getLong(6) != 0,
                row.getBoolean(7),
                row.getBoolean(8)));
      }
    }
    try (ResultSet row = statement.executeQuery(GAPS)) {
      while (row.next()) {
        gaps.add(new Gap(row.getString(1), row.getString(2), row.getLong(3), row.getLong(4)));
      }
    }
  }

  private void readFigures(Statement statement) throws SQLException {
    sums(statement, TALLIES, tallies);
    sums(statement, COUNTED, counted);
    for (String table : List.of("rejected", "quarantine")) {
      try (ResultSet row = statement.executeQuery("SELECT count(*) FROM " + table)) {
        row.next();
        if (row.getLong(1) != 0) {
          alarms.add(row.getLong(1) + " rows in " + table);
        }
      }
    }
    for (String table : List.of("counted", "runner_up", "tally", "flow", "voided")) {
      dump(statement, table, "SELECT * FROM " + table);
    }
    dump(statement, "review", REVIEWS);
    figures.sort(null);
  }

  private static void sums(Statement statement, String query, Map<String, Long> sums)
      throws SQLException {
    try (ResultSet row = statement.executeQuery(query)) {
      while (row.next()) {
        if (row.getLong(2) != 0) {
          sums.put(row.getString(1), row.getLong(2));
        }
      }
    }
  }

  private void dump(Statement statement, String table, String query) throws SQLException {
    try (ResultSet row = statement.executeQuery(query)) {
      while (row.next()) {
        StringBuilder line = new StringBuilder(table);
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
          Object value = row.getObject(i);
          line.append(' ');
          line.append(value instanceof byte[] blob ? HexFormat.of().formatHex(blob) : value);
        }
        figures.add(line.toString());
      }
    }
  }

  /** Every event by its name. */
  public Map<EventId, Row> events() {
    return events;
  }

  /** What happened and was neither taken back nor is doubtful. */
  public List<Fact> standing() {
    return events.values().stream()
        .filter(row -> !row.voided() && !row.doubtful())
        .map(Row::fact)
        .toList();
  }

  /** What staff took back. */
  public List<Fact> takenBack() {
    return events.values().stream().filter(Row::voided).map(Row::fact).toList();
  }

  /** What devices no longer had. */
  public List<Gap> gaps() {
    return gaps;
  }

  /** Sum of all tallies: people by occasion. */
  public long tallied() {
    return tallies.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Where the figures of another file, made anew from the same events, are others. */
  public List<String> differences(LedgerFile anew) {
    List<String> differences = new ArrayList<>();
    figures.stream()
        .filter(row -> !anew.figures.contains(row))
        .forEach(row -> differences.add("not when made anew: " + row));
    anew.figures.stream()
        .filter(row -> !figures.contains(row))
        .forEach(row -> differences.add("only when made anew: " + row));
    return differences;
  }

  /** How many people have each occasion, as the hub counts. */
  public Map<String, Long> tallies() {
    return Map.copyOf(tallies);
  }

  /** What is wrong with the figures, in words; empty if they are those of the events. */
  public List<String> faults() {
    List<String> faults = new ArrayList<>(alarms);
    if (!counted.equals(tallies)) {
      faults.add("tallies " + tallies + " are not those of the events, " + counted);
    }
    return faults;
  }
}
