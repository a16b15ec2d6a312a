package io.jinlin.hub.copies;

import io.jinlin.contract.card.CardRef;
import io.jinlin.contract.event.FactType;
import io.jinlin.contract.event.Occasion;
import io.jinlin.contract.event.Outcome;
import io.jinlin.contract.event.Words;
import io.jinlin.hub.store.Rows;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * Reads every table of the hub's file that names a person; a test holds the tables and this class
 * together. The confidential programme's store is another file, which nothing here opens.
 */
final class CopyTables {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  /** Columns that hold milliseconds since 1970 UTC. */
  private static final Set<String> TIMES =
      Set.of("at", "recorded", "issued", "revoked", "starts", "ends", "ended");

  private static final String HOME = "(SELECT household FROM person WHERE id = ?1)";

  /** Name of a section, its columns, and its query, whose parameter is the person. */
  private record Query(String name, String columns, String sql) {}

  private static final List<Query> QUERIES =
      List.of(
          new Query(
              "states",
              "state day known at account",
              "SELECT state, day, known, at, account FROM person_state WHERE person = ?1"
                  + " ORDER BY at"),
          new Query(
              "categories",
              "kind valid_from until",
              "SELECT kind, valid_from, until FROM category WHERE person = ?1 ORDER BY valid_from"),
          new Query(
              "entitlements",
              "tier holder valid_from until recorded",
              "SELECT tier, iif(person IS NULL, 'household', 'person'), valid_from, until, recorded"
                  + " FROM entitlement WHERE person = ?1 OR household = "
                  + HOME
                  + " ORDER BY valid_from"),
          new Query(
              "guardians",
              "part name relation collects",
              "SELECT 'child', p.name, relation, collects FROM guardian JOIN person p ON p.id = child"
                  + " WHERE adult = ?1 UNION ALL SELECT 'adult', p.name, relation, collects"
                  + " FROM guardian JOIN person p ON p.id = adult WHERE child = ?1"),
          new Query(
              "enrolments",
              "series valid_from",
              "SELECT coalesce((SELECT title FROM session s WHERE s.series = e.series"
                  + " ORDER BY starts DESC LIMIT 1), series), valid_from FROM enrolment e"
                  + " WHERE person = ?1 ORDER BY valid_from"),
          new Query(
              "enrolments-past",
              "series valid_from until",
              "SELECT coalesce((SELECT title FROM session s WHERE s.series = e.series"
                  + " ORDER BY starts DESC LIMIT 1), series), valid_from, until"
                  + " FROM enrolment_past e WHERE person = ?1 ORDER BY valid_from"),
          new Query(
              "enrolments-waiting",
              "series at",
              "SELECT coalesce((SELECT title FROM session s WHERE s.series = e.series"
                  + " ORDER BY starts DESC LIMIT 1), series), at"
                  + " FROM enrolment_waiting e WHERE person = ?1 ORDER BY at"),
          new Query(
              "cards",
              "card issued revoked reason",
              "SELECT number, issued, revoked, (SELECT reason FROM card_change c"
                  + " WHERE c.ref = card.ref AND change = 'revoked') FROM card WHERE person = ?1"
                  + " ORDER BY issued, number"),
          new Query(
              "marks",
              "session mark at account note",
              "SELECT coalesce((SELECT title FROM session s WHERE s.id = session), session), mark,"
                  + " at, by, note FROM attendance_mark WHERE person = ?1 ORDER BY at"),
          new Query(
              "bans",
              "part name reason at account ended",
              "SELECT iif(child = ?1, 'child', 'adult'), who, reason, at, account, ended"
                  + " FROM pickup_ban WHERE child = ?1 OR adult = ?1 ORDER BY at"),
          new Query(
              "delegates",
              "name relation phone starts ends at account",
              "SELECT name, relation, phone, starts, ends, at, account FROM pickup_code"
                  + " JOIN pickup_code_child c ON c.ref = pickup_code.ref WHERE child = ?1"
                  + " ORDER BY at"),
          new Query(
              "alone",
              "from until signer at account ended",
              "SELECT starts, ends, signer, at, account, ended FROM pickup_alone WHERE child = ?1"
                  + " ORDER BY at"),
          new Query(
              "orders",
              "meal way diets weekdays from until note at account",
              "SELECT json_extract(body, '$.meal'), json_extract(body, '$.way'),"
                  + " (SELECT group_concat(value, ' ') FROM json_each(body, '$.diets')),"
                  + " (SELECT group_concat(value, ' ') FROM json_each(body, '$.weekdays')),"
                  + " json_extract(body, '$.from'), coalesce(ends, json_extract(body, '$.until')),"
                  + " json_extract(body, '$.note'), at, by_account FROM meal_order"
                  + " WHERE person = ?1 ORDER BY at"),
          new Query(
              "skips",
              "meal day again",
              "SELECT json_extract(body, '$.meal'), day, again FROM order_skip"
                  + " JOIN meal_order o ON o.id = meal_order WHERE person = ?1 ORDER BY day"),
          new Query(
              "pauses",
              "from until reason",
              "SELECT json_extract(body, '$.from'), coalesce(ends, json_extract(body, '$.until')),"
                  + " json_extract(body, '$.reason') FROM order_pause WHERE person = ?1 ORDER BY 1"),
          new Query(
              "visits",
              "occasion at result note account",
              "SELECT occasion, at, json_extract(body, '$.outcome'), json_extract(body, '$.note'),"
                  + " json_extract(body, '$.by') FROM door_visit WHERE person = ?1"
                  + " UNION ALL SELECT occasion, at, json_extract(body, '$.kind'),"
                  + " json_extract(body, '$.note'), json_extract(body, '$.by') FROM door_step"
                  + " WHERE person = ?1 ORDER BY 2"),
          new Query(
              "imports",
              "at account file",
              "SELECT at, account, file FROM import_change JOIN import i ON i.id = import"
                  + " WHERE person = ?1 ORDER BY at"),
          new Query(
              "accesses",
              "at account action",
              "SELECT at, account, action FROM access_person JOIN access a ON a.id = access"
                  + " WHERE person = ?1 ORDER BY at"),
          new Query(
              "copies",
              "at account digest",
              "SELECT at, account, digest FROM person_copy WHERE person = ?1 ORDER BY at"));

  private static final String REGISTER =
      "SELECT p.name, sex, born, lunar, phone, language, role, died, number, identity_end,"
          + " phase || '期' || block || '栋' || stair || '梯' || room, grid, file_number"
          + " FROM person p LEFT JOIN person_register r ON r.person = p.id"
          + " LEFT JOIN household h ON h.id = p.household WHERE p.id = ?1";
  private static final List<String> REGISTER_COLUMNS =
      List.of(
          "name",
          "sex",
          "born",
          "lunar",
          "phone",
          "language",
          "role",
          "died",
          "number",
          "identity",
          "address",
          "grid",
          "file");

  private static final String EVENTS =
      "SELECT at, place, occasion, type, outcome, counted, voided FROM event";

  /** Of others, but with a card of the person in it: who was collected, who came for whom. */
  private static final String NAMED =
      EVENTS + " WHERE subject IS NOT ?1 AND instr(body, CAST(?2 AS BLOB)) > 0";

  private final Connection db;
  private final ZoneId zone;
  private final UnaryOperator<String> placeNames;

  /**
   * @param placeNames of their identifiers
   */
  CopyTables(Connection db, ZoneId zone, UnaryOperator<String> placeNames) {
    this.db = db;
    this.zone = zone;
    this.placeNames = placeNames;
  }

  /** All sections but the accounts; empty when there is no such person. */
  List<Section> of(long person) throws SQLException {
    List<List<String>> registers = rows(REGISTER, REGISTER_COLUMNS, person);
    if (registers.isEmpty()) {
      return List.of();
    }
    List<Section> sections = new ArrayList<>();
    List<List<String>> register = new ArrayList<>();
    for (int i = 0; i < REGISTER_COLUMNS.size(); i++) {
      register.add(List.of(REGISTER_COLUMNS.get(i), registers.get(0).get(i)));
    }
    sections.add(new Section("register", List.of("field", "value"), register));
    for (Query query : QUERIES) {
      List<String> columns = List.of(query.columns().split(" "));
      sections.add(new Section(query.name(), columns, rows(query.sql(), columns, person)));
    }
    sections.add(attendance(person));
    return sections;
  }

  private List<List<String>> rows(String sql, List<String> columns, long person)
      throws SQLException {
    return Rows.all(db, sql, row -> cells(columns, row), person);
  }

  private List<String> cells(List<String> columns, ResultSet row) throws SQLException {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      String value = Optional.ofNullable(row.getString(i + 1)).orElse("");
      String column = columns.get(i);
      if (TIMES.contains(column) && !value.isEmpty()) {
        value = time(Long.parseLong(value));
      } else if (column.equals("occasion")) {
        value = occasion(value);
      }
      cells.add(value);
    }
    return cells;
  }

  private String time(long millis) {
    return TIME.format(Instant.ofEpochMilli(millis).atZone(zone));
  }

  private Section attendance(long person) throws SQLException {
    Set<List<String>> rows =
        new TreeSet<>((a, b) -> String.join(" ", a).compareTo(String.join(" ", b)));
    rows.addAll(Rows.all(db, EVENTS + " WHERE subject = ?1", row -> event(row, "own"), person));
    String refs = "SELECT ref FROM card WHERE person = ?1";
    for (CardRef ref : new LinkedHashSet<>(Rows.all(db, refs, CopyTables::ref, person))) {
      rows.addAll(Rows.all(db, NAMED, row -> event(row, "named"), person, ref.text()));
    }
    List<String> columns =
        List.of("at", "place", "occasion", "type", "outcome", "part", "counted", "voided");
    return new Section("attendance", columns, List.copyOf(rows));
  }

  private static CardRef ref(ResultSet row) throws SQLException {
    return CardRef.of(row.getBytes(1));
  }

  private List<String> event(ResultSet row, String part) throws SQLException {
    int type = row.getInt(4);
    int outcome = row.getInt(5);
    return List.of(
        time(row.getLong(1)),
        placeNames.apply(row.getString(2)),
        occasion(Optional.ofNullable(row.getString(3)).orElse("")),
        Words.of(FactType.values()[type - 1]),
        outcome == 0 ? "" : Words.of(Outcome.values()[outcome - 1]),
        part,
        row.getString(6),
        row.getString(7));
  }

  /** A session by its title; else the kind, what it was, and the day. */
  private String occasion(String text) throws SQLException {
    Optional<Occasion> occasion = Occasion.parse(text);
    if (occasion.isEmpty()) {
      return text;
    }
    String id = occasion.get().id();
    if (occasion.get().kind() == Occasion.Kind.SESSION) {
      String title = "SELECT title FROM session WHERE id = ?1";
      id = Rows.all(db, title, row -> row.getString(1), id).stream().findFirst().orElse(id);
    }
    return id + " " + occasion.get().date();
  }
}
