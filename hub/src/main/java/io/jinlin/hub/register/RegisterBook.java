package io.jinlin.hub.register;

import io.jinlin.contract.event.Words;
import io.jinlin.hub.cards.CardBook;
import io.jinlin.hub.cards.RosterPublisher;
import io.jinlin.hub.ledger.JournalHandler;
import io.jinlin.hub.residents.PersonState;
import io.jinlin.hub.residents.Residents;
import io.jinlin.hub.store.Bulk;
import io.jinlin.hub.store.Rows;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.random.RandomGenerator;

/**
 * Carries out changes of the register, now or again from the journal: the tables and what kiosks
 * are told. Doing it twice is the same as once. What is in the journal already cannot be refused
 * any more, so whoever writes a change looks first whether it may be.
 */
public final class RegisterBook implements JournalHandler {
  /** Its kind of journal entry. */
  public static final String KIND = "register";

  /** Reason noted for the cards of somebody who died. */
  static final String DIED = "died";

  private static final String NOTE_IMPORT =
      "INSERT INTO import (id, at, account, file, created, changed) VALUES (?, ?, ?, ?, ?, ?)"
          + " ON CONFLICT DO NOTHING";
  private static final String NOTE_CHANGE =
      "INSERT INTO import_change (import, person, before, after) VALUES (?, ?, ?, ?)"
          + " ON CONFLICT DO NOTHING";
  private static final String NOTE_HOUSEHOLD =
      "INSERT OR IGNORE INTO import_household (import, household) VALUES (?, ?)";
  private static final String NOTE_STATE =
      "INSERT INTO person_state (person, at, state, day, known, account)"
          + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING";
  private static final String USED =
      "SELECT count(*) FROM (SELECT 1 FROM card WHERE person = ?1"
          + " UNION ALL SELECT 1 FROM guardian WHERE child = ?1 OR adult = ?1"
          + " UNION ALL SELECT 1 FROM enrolment WHERE person = ?1"
          + " UNION ALL SELECT 1 FROM enrolment_waiting WHERE person = ?1"
          + " UNION ALL SELECT 1 FROM enrolment_past WHERE person = ?1)";
  private static final String DROP_EMPTY =
      "DELETE FROM household WHERE id IN (SELECT household FROM import_household WHERE import = ?)"
          + " AND id NOT IN (SELECT household FROM person WHERE household IS NOT NULL)";

  private final RandomGenerator random;

  /**
   * A book.
   *
   * @param random a cryptographic source
   */
  public RegisterBook(RandomGenerator random) {
    this.random = random;
  }

  @Override
  public void apply(Connection db, byte[] body) throws SQLException {
    try {
      apply(db, Change.of(body), done -> {});
    } catch (IllegalArgumentException e) {
      throw new SQLException("reading a change of the register", e);
    }
  }

  /**
   * Within the open transaction.
   *
   * @param progress told how many people of an import are done
   * @return how many people it concerns
   */
  public int apply(Connection db, Change change, IntConsumer progress) throws SQLException {
    if (change instanceof Change.Part part) {
      String body = new String(part.body(), StandardCharsets.UTF_8);
      String sql = "INSERT OR REPLACE INTO import_part (import, part, body) VALUES (?, ?, ?)";
      return Rows.change(db, sql, part.id(), part.part(), body);
    }
    if (change instanceof Change.Imported done) {
      return imported(db, done, progress);
    }
    if (change instanceof Change.Moved moved) {
      return state(db, moved.state());
    }
    if (change instanceof Change.Enrolled enrolled) {
      return enrolled(db, enrolled);
    }
    return undone(db, (Change.Undone) change);
  }

  private int enrolled(Connection db, Change.Enrolled change) throws SQLException {
    List<EnrolmentStep> steps = change.steps();
    new EnrolmentTable(db).take(change.series(), steps, change.day(), change.atMillis());
    Set<Long> touched = new LinkedHashSet<>();
    steps.forEach(step -> touched.add(step.person()));
    new RosterPublisher(db, random).publish(touched, change.day());
    return touched.size();
  }

  /** Who is not here has no card that works; who is here again gets a new one. */
  private int state(Connection db, PersonState state) throws SQLException {
    boolean died = state.state() == PersonState.State.DIED;
    Rows.change(
        db,
        NOTE_STATE,
        state.person(),
        state.atMillis(),
        Words.of(state.state()),
        state.day().toString(),
        state.known().toString(),
        state.account());
    String day = died ? state.day().toString() : "";
    Rows.change(db, "UPDATE person SET died = nullif(?, '') WHERE id = ?", day, state.person());
    if (state.state() != PersonState.State.ACTIVE) {
      String reason = Words.of(state.state());
      RosterPublisher kiosks = new RosterPublisher(db, random);
      CardBook.retire(db, kiosks, state.person(), state.atMillis(), state.account(), reason);
    }
    return 1;
  }

  private int imported(Connection db, Change.Imported done, IntConsumer progress)
      throws SQLException {
    List<Change.Part> parts = parts(db, done.id());
    if (parts.size() != done.parts()) {
      throw new SQLException("an import of " + done.parts() + " parts has " + parts.size());
    }
    Register register = new Register(db);
    RosterPublisher kiosks = new RosterPublisher(db, random);
    Map<Long, Entry> before = new HashMap<>();
    register.entries(done.day()).forEach(entry -> before.put(entry.person().id(), entry));
    Set<Long> touched = new LinkedHashSet<>();
    int created = 0;
    for (Change.Part part : parts) {
      new Residents(db).putHouseholds(part.households());
      Bulk.insert(
          db, NOTE_HOUSEHOLD, part.households(), home -> new Object[] {done.id(), home.id()});
      Bulk.insert(db, NOTE_CHANGE, part.entries(), entry -> noted(done.id(), before, entry));
      register.putAll(part.entries(), before, done.day());
      for (Entry entry : part.entries()) {
        long person = entry.person().id();
        created += before.containsKey(person) ? 0 : 1;
        if (entry.person().died().isPresent()) {
          CardBook.retire(db, kiosks, person, done.atMillis(), done.account(), DIED);
        }
        touched.add(person);
      }
      progress.accept(touched.size());
    }
    int changed = touched.size() - created;
    Rows.change(
        db, NOTE_IMPORT, done.id(), done.atMillis(), done.account(), done.file(), created, changed);
    Rows.change(db, "DELETE FROM import_part WHERE import = ?", done.id());
    kiosks.publish(touched, done.day());
    return touched.size();
  }

  private static Object[] noted(String id, Map<Long, Entry> before, Entry entry) {
    long person = entry.person().id();
    Entry old = before.get(person);
    return new Object[] {
      id,
      person,
      old == null ? null : EntryCodec.encode(old).toString(),
      EntryCodec.encode(entry).toString()
    };
  }

  private static List<Change.Part> parts(Connection db, String id) throws SQLException {
    String sql = "SELECT body FROM import_part WHERE import = ? ORDER BY part";
    List<Change.Part> parts = new ArrayList<>();
    for (String body : Rows.all(db, sql, row -> row.getString(1), id)) {
      if (Change.of(body.getBytes(StandardCharsets.UTF_8)) instanceof Change.Part part) {
        parts.add(part);
      }
    }
    return parts;
  }

  private record Noted(long person, Optional<String> before) {}

  private int undone(Connection db, Change.Undone undone) throws SQLException {
    String changes = "SELECT person, before FROM import_change WHERE import = ?";
    List<Noted> noted =
        Rows.all(
            db,
            changes,
            row -> new Noted(row.getLong(1), Optional.ofNullable(row.getString(2))),
            undone.id());
    Register register = new Register(db);
    Map<Long, Entry> now = new HashMap<>();
    register.entries(undone.day()).forEach(entry -> now.put(entry.person().id(), entry));
    List<Entry> back = new ArrayList<>();
    Set<Long> touched = new LinkedHashSet<>();
    for (Noted one : noted) {
      if (one.before().isPresent()) {
        back.add(EntryCodec.decode(EntryCodec.read(one.before().get())));
        touched.add(one.person());
      } else if (Rows.number(db, USED, one.person()) == 0) {
        forget(db, one.person());
      }
    }
    register.putAll(back, now, undone.day());
    Rows.change(db, DROP_EMPTY, undone.id());
    String note = "UPDATE import SET undone = ?, undone_by = ? WHERE id = ? AND undone IS NULL";
    Rows.change(db, note, undone.atMillis(), undone.account(), undone.id());
    new RosterPublisher(db, random).publish(touched, undone.day());
    return noted.size();
  }

  private static void forget(Connection db, long person) throws SQLException {
    Rows.change(db, "DELETE FROM category WHERE person = ?", person);
    Rows.change(db, "DELETE FROM entitlement WHERE person = ?", person);
    Rows.change(db, "DELETE FROM person_register WHERE person = ?", person);
    Rows.change(db, "DELETE FROM person WHERE id = ?", person);
  }

  /**
   * People of an import who are no longer as it left them, or who have a card or a scan since: they
   * stand in the way of its undo. At most so many.
   */
  public static List<Long> inTheWay(Connection db, String id, LocalDate day, int limit)
      throws SQLException {
    List<Long> found = new ArrayList<>();
    Map<Long, Entry> today = new HashMap<>();
    new Register(db).entries(day).forEach(entry -> today.put(entry.person().id(), entry));
    String changes = "SELECT person, before IS NULL, after FROM import_change WHERE import = ?";
    record After(long person, boolean created, String after) {}
    List<After> all =
        Rows.all(
            db,
            changes,
            row -> new After(row.getLong(1), row.getInt(2) != 0, row.getString(3)),
            id);
    Set<Long> counted = new LinkedHashSet<>();
    String scanned =
        "SELECT DISTINCT subject FROM ledger WHERE subject IN"
            + " (SELECT person FROM import_change WHERE import = ? AND before IS NULL)";
    Rows.all(db, scanned, row -> counted.add(row.getLong(1)), id);
    for (After one : all) {
      Entry now = today.get(one.person());
      boolean same = now != null && one.after().equals(EntryCodec.encode(now).toString());
      boolean used =
          one.created()
              && (counted.contains(one.person()) || Rows.number(db, USED, one.person()) > 0);
      if ((!same || used) && found.size() < limit) {
        found.add(one.person());
      }
    }
    return found;
  }
}
