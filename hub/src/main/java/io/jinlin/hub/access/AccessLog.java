package io.jinlin.hub.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jinlin.contract.event.WordTable;
import io.jinlin.contract.event.Words;
import io.jinlin.hub.ledger.JournalHandler;
import io.jinlin.hub.ledger.Ledger;
import io.jinlin.hub.store.Database;
import io.jinlin.hub.store.Rows;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;

/**
 * Notes who looked at whose data. What is looked at is shown only after the note is in both files,
 * so nobody sees anything unnoted; a restored hub has the notes of after its backup too.
 */
public final class AccessLog {
  /** Its kind of journal entry. */
  public static final String KIND = "access";

  /** Does again what a journal entry says. */
  public static final JournalHandler REPLAY = AccessLog::replay;

  private static final int RANDOM_BYTES = 4;
  private static final String ADD =
      "INSERT INTO access (id, at, account, action, people) VALUES (?, ?, ?, ?, ?)"
          + " ON CONFLICT DO NOTHING";
  private static final String ADD_PERSON =
      "INSERT INTO access_person (person, access) VALUES (?, ?) ON CONFLICT DO NOTHING";
  private static final String FIND =
      "SELECT id, at, account, action, people FROM access WHERE at >= ? AND at < ?"
          + " AND (? = '' OR account = ?) AND (? = '' OR action = ?)"
          + " AND (? = 0 OR id IN (SELECT access FROM access_person WHERE person = ?))"
          + " AND (? = '' OR id < ?) ORDER BY id DESC LIMIT ?";

  private final Database database;
  private final Ledger ledger;
  private final InstantSource clock;
  private final RandomGenerator random;
  private long lastMillis;
  private int ofMillis;

  /** A log. */
  public AccessLog(Database database, Ledger ledger, InstantSource clock, RandomGenerator random) {
    this.database = database;
    this.ledger = ledger;
    this.clock = clock;
    this.random = random;
  }

  /** Notes something about these people; done once it is in both files. */
  public CompletableFuture<Integer> note(String account, Action action, List<Long> persons) {
    return note(account, action, persons.size(), persons);
  }

  /** Notes something about so many people, who are not named. */
  public CompletableFuture<Integer> note(String account, Action action, int people) {
    return note(account, action, people, List.of());
  }

  private CompletableFuture<Integer> note(
      String account, Action action, int people, List<Long> persons) {
    long now = clock.millis();
    Access access = new Access(id(now), now, account, action, people, persons);
    return ledger.write(KIND, body(access), db -> add(db, access));
  }

  /** Ids are in the order of the notes: the time, which of its millisecond, and some chance. */
  private synchronized String id(long now) {
    ofMillis = now > lastMillis ? 0 : ofMillis + 1;
    lastMillis = Math.max(lastMillis, now);
    byte[] bytes = new byte[RANDOM_BYTES];
    random.nextBytes(bytes);
    String chance = HexFormat.of().formatHex(bytes);
    return String.format(Locale.ROOT, "%012x%06x", lastMillis, ofMillis) + chance;
  }

  private static byte[] body(Access access) {
    ObjectNode body =
        new JsonMapper()
            .createObjectNode()
            .put("id", access.id())
            .put("at", access.atMillis())
            .put("account", access.account())
            .put("action", Words.of(access.action()))
            .put("people", access.people());
    access.persons().forEach(body.putArray("persons")::add);
    return body.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void replay(Connection db, byte[] body) throws SQLException {
    try {
      JsonNode read = new JsonMapper().readTree(body);
      List<Long> persons = new ArrayList<>();
      read.path("persons").forEach(person -> persons.add(person.asLong()));
      add(
          db,
          new Access(
              read.path("id").asText(),
              read.path("at").asLong(),
              read.path("account").asText(),
              Words.of(Action.class, read.path("action").asText()),
              read.path("people").asInt(),
              persons));
    } catch (IOException | IllegalArgumentException e) {
      throw new SQLException("reading an entry of the access log", e);
    }
  }

  private static int add(Connection db, Access access) throws SQLException {
    int added =
        Rows.change(
            db,
            ADD,
            access.id(),
            access.atMillis(),
            access.account(),
            Words.of(access.action()),
            access.people());
    for (long person : access.persons()) {
      Rows.change(db, ADD_PERSON, person, access.id());
    }
    return added;
  }

  /** Entries, the newest first. May wait for the disk. */
  public List<Access> find(AccessFilter filter) {
    return database.read(
        db -> {
          List<Access> bare = bare(db, filter);
          List<Access> whole = new ArrayList<>();
          String persons = "SELECT person FROM access_person WHERE access = ? ORDER BY person";
          for (Access one : bare) {
            List<Long> named = Rows.all(db, persons, row -> row.getLong(1), one.id());
            whole.add(
                new Access(
                    one.id(), one.atMillis(), one.account(), one.action(), one.people(), named));
          }
          return whole;
        });
  }

  private static List<Access> bare(Connection db, AccessFilter filter) throws SQLException {
    String account = filter.account().orElse("");
    String action = filter.action().map(Words::of).orElse("");
    long person = filter.person().orElse(0);
    String after = filter.after().orElse("");
    return Rows.all(
        db,
        FIND,
        row ->
            new Access(
                row.getString(1),
                row.getLong(2),
                row.getString(3),
                WordTable.of(Action.class).find(row.getString(4)).orElse(Action.LOOKED),
                row.getInt(5),
                List.of()),
        filter.fromMillis(),
        filter.untilMillis(),
        account,
        account,
        action,
        action,
        person,
        person,
        after,
        after,
        filter.limit());
  }
}
