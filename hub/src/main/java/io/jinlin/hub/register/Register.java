package io.jinlin.hub.register;

import io.jinlin.contract.event.Words;
import io.jinlin.hub.residents.Category;
import io.jinlin.hub.residents.Person;
import io.jinlin.hub.residents.Residents;
import io.jinlin.hub.store.Bulk;
import io.jinlin.hub.store.Rows;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The register's SQL, within the transaction of the connection it is given. */
public final class Register {
  private static final String PUT_REGISTER =
      "INSERT OR REPLACE INTO person_register"
          + " (person, number, identity_hash, identity, identity_end, lunar)"
          + " VALUES (?, ?, ?, ?, ?, ?)";
  private static final String REGISTER =
      "SELECT person, number, identity_hash, identity, identity_end, lunar FROM person_register";
  private static final String CATEGORIES =
      "SELECT person, kind FROM category WHERE (until IS NULL OR until > ?)";
  private static final String END_CATEGORY =
      "UPDATE category SET until = ?"
          + " WHERE person = ? AND kind = ? AND (until IS NULL OR until > ?) AND valid_from < ?";
  private static final String DROP_CATEGORY =
      "DELETE FROM category WHERE person = ? AND kind = ? AND valid_from >= ?";
  private static final String BEGIN_CATEGORY =
      "INSERT OR REPLACE INTO category (person, kind, valid_from, until) VALUES (?, ?, ?, NULL)";
  private static final String IMPORTS =
      "SELECT id, at, account, file, created, changed, undone, undone_by FROM import"
          + " ORDER BY at DESC, id DESC LIMIT ?";

  private final Connection db;

  public Register(Connection db) {
    this.db = db;
  }

  /** Everybody as the register has them on a day, in the order of their numbers. */
  public List<Entry> entries(LocalDate day) throws SQLException {
    Map<Long, Set<Category.Kind>> kinds = new HashMap<>();
    Rows.all(db, CATEGORIES, row -> kinds(kinds, row), day.toString());
    Map<Long, Extra> extras = new HashMap<>();
    Rows.all(db, REGISTER, row -> extras.put(row.getLong(1), extra(row)));
    List<Entry> entries = new ArrayList<>();
    for (Person person : new Residents(db).persons()) {
      entries.add(entry(person, extras.get(person.id()), kinds.get(person.id())));
    }
    return entries;
  }

  /** One of them. */
  public Optional<Entry> find(long id, LocalDate day) throws SQLException {
    Optional<Person> person = new Residents(db).find(id);
    if (person.isEmpty()) {
      return Optional.empty();
    }
    Map<Long, Set<Category.Kind>> kinds = new HashMap<>();
    String ofPerson = CATEGORIES + " AND person = ?";
    Rows.all(db, ofPerson, row -> kinds(kinds, row), day.toString(), id);
    List<Extra> extras = Rows.all(db, REGISTER + " WHERE person = ?", Register::extra, id);
    return Optional.of(entry(person.get(), extras.isEmpty() ? null : extras.get(0), kinds.get(id)));
  }

  private static boolean kinds(Map<Long, Set<Category.Kind>> kinds, ResultSet row)
      throws SQLException {
    return kinds
        .computeIfAbsent(row.getLong(1), none -> EnumSet.noneOf(Category.Kind.class))
        .add(Words.of(Category.Kind.class, row.getString(2)));
  }

  private record Extra(
      Optional<String> number, Optional<Identity> identity, Optional<String> lunar) {}

  private static Extra extra(ResultSet row) throws SQLException {
    String hash = row.getString(3);
    return new Extra(
        Optional.ofNullable(row.getString(2)),
        hash == null
            ? Optional.empty()
            : Optional.of(new Identity(hash, row.getString(4), row.getString(5))),
        Optional.ofNullable(row.getString(6)));
  }

  private static Entry entry(
      Person person, @Nullable Extra extra, @Nullable Set<Category.Kind> kinds) {
    Extra more =
        extra == null ? new Extra(Optional.empty(), Optional.empty(), Optional.empty()) : extra;
    return new Entry(
        person, more.number(), more.identity(), more.lunar(), kinds == null ? Set.of() : kinds);
  }

  /**
   * Makes people as entries say; categories begin and end on the day.
   *
   * @param before everybody as the register has them now
   */
  void putAll(List<Entry> entries, Map<Long, Entry> before, LocalDate day) throws SQLException {
    new Residents(db).putPersons(entries.stream().map(Entry::person).toList());
    Bulk.insert(db, PUT_REGISTER, entries, Register::registerRow);
    for (Entry entry : entries) {
      Entry old = before.get(entry.person().id());
      Set<Category.Kind> had = old == null ? Set.of() : old.categories();
      if (!had.equals(entry.categories())) {
        categories(entry, had, day.toString());
      }
    }
  }

  private static Object[] registerRow(Entry entry) {
    return new Object[] {
      entry.person().id(),
      entry.number().orElse(null),
      entry.identity().map(Identity::hash).orElse(null),
      entry.identity().map(Identity::sealed).orElse(null),
      entry.identity().map(Identity::end).orElse(null),
      entry.lunar().orElse(null)
    };
  }

  private void categories(Entry entry, Set<Category.Kind> had, String day) throws SQLException {
    long person = entry.person().id();
    for (Category.Kind kind : Category.Kind.values()) {
      String word = Words.of(kind);
      if (had.contains(kind) && !entry.categories().contains(kind)) {
        Rows.change(db, DROP_CATEGORY, person, word, day);
        Rows.change(db, END_CATEGORY, day, person, word, day, day);
      } else if (!had.contains(kind) && entry.categories().contains(kind)) {
        Rows.change(db, BEGIN_CATEGORY, person, word, day);
      }
    }
  }

  /** A number that no person, present or taken back, has or had, and none above it. */
  public long nextPerson() throws SQLException {
    String sql =
        "SELECT max((SELECT coalesce(max(id), 0) FROM person),"
            + " (SELECT coalesce(max(person), 0) FROM import_change))";
    return 1 + Rows.number(db, sql);
  }

  /** A number that no household has, and none above it. */
  public long nextHousehold() throws SQLException {
    return 1 + Rows.number(db, "SELECT coalesce(max(id), 0) FROM household");
  }

  /** The newest imports. */
  public List<Import> imports(int limit) throws SQLException {
    return Rows.all(
        db,
        IMPORTS,
        row -> {
          long undone = row.getLong(7);
          return new Import(
              row.getString(1),
              row.getLong(2),
              row.getString(3),
              row.getString(4),
              row.getInt(5),
              row.getInt(6),
              undone == 0 ? OptionalLong.empty() : OptionalLong.of(undone),
              Optional.ofNullable(row.getString(8)));
        },
        limit);
  }

  /** Drops parts of imports that never came to their end, those of this one excepted. */
  public int dropUnfinished(String except) throws SQLException {
    return Rows.change(db, "DELETE FROM import_part WHERE import <> ?", except);
  }
}
