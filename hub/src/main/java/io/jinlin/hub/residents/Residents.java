package io.jinlin.hub.residents;

import io.jinlin.contract.event.Words;
import io.jinlin.hub.store.Bulk;
import io.jinlin.hub.store.Rows;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The people's SQL, within the transaction of the connection it is given. */
public final class Residents {

  private static final String ADD_HOUSEHOLD =
      "INSERT INTO household (id, phase, block, stair, room, grid, file_number)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?)";
  private static final String PUT_HOUSEHOLD = ADD_HOUSEHOLD + " ON CONFLICT DO NOTHING";
  private static final String ADD_PERSON =
      "INSERT INTO person (id, household, name, sex, born, phone, language, role, died)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String PUT_PERSON =
      ADD_PERSON
          + " ON CONFLICT (id) DO UPDATE SET"
          + " household = excluded.household, name = excluded.name, sex = excluded.sex,"
          + " born = excluded.born, phone = excluded.phone, language = excluded.language,"
          + " role = excluded.role, died = excluded.died";
  private static final String ADD_GUARDIAN =
      "INSERT INTO guardian (child, adult, relation, collects) VALUES (?, ?, ?, ?)";
  private static final String ADD_CATEGORY =
      "INSERT INTO category (person, kind, valid_from, until) VALUES (?, ?, ?, ?)";
  private static final String ADD_ENTITLEMENT =
      "INSERT INTO entitlement (person, household, tier, valid_from, until, recorded)"
          + " VALUES (?, ?, ?, ?, ?, ?)";
  private static final String ADD_ENROLMENT =
      "INSERT INTO enrolment (person, series, valid_from) VALUES (?, ?, ?)";
  private static final String PERSONS =
      "SELECT id, household, name, sex, born, phone, language, role, died FROM person";
  private static final String STATES =
      "SELECT person, state, day, known, at, account FROM person_state"
          + " WHERE person = ? ORDER BY at DESC";
  private static final String CATEGORIES =
      "SELECT person, kind, valid_from, until FROM category"
          + " WHERE person = ? ORDER BY valid_from DESC, kind";
  private static final String HOUSEHOLDS =
      "SELECT id, phase, block, stair, room, grid, file_number FROM household";
  private static final String COLLECTORS =
      "SELECT child, adult, relation, collects FROM guardian g WHERE collects = 1"
          + " AND NOT EXISTS (SELECT 1 FROM pickup_ban b"
          + " WHERE b.child = g.child AND b.adult = g.adult AND b.ended IS NULL)"
          + " ORDER BY adult, child";
  private static final String ENROLMENTS =
      "SELECT person, series, valid_from FROM enrolment ORDER BY person, series";

  private final Connection db;

  public Residents(Connection db) {
    this.db = db;
  }

  /** Adds households; one of the same door is an error. */
  public void addHouseholds(List<Household> households) throws SQLException {
    Bulk.insert(db, ADD_HOUSEHOLD, households, Residents::row);
  }

  /** Adds households; a door that is there stays as it is. */
  public void putHouseholds(List<Household> households) throws SQLException {
    Bulk.insert(db, PUT_HOUSEHOLD, households, Residents::row);
  }

  private static Object[] row(Household home) {
    return new Object[] {
      home.id(),
      home.phase(),
      home.block(),
      home.stair(),
      home.room(),
      home.grid(),
      home.file().orElse(null)
    };
  }

  /** Adds persons, whose households are there. */
  public void addPersons(List<Person> persons) throws SQLException {
    Bulk.insert(db, ADD_PERSON, persons, Residents::row);
  }

  /** Adds persons, or makes those that are there as they are said to be. */
  public void putPersons(List<Person> persons) throws SQLException {
    Bulk.insert(db, PUT_PERSON, persons, Residents::row);
  }

  private static Object[] row(Person person) {
    return new Object[] {
      person.id(),
      orNull(person.household()),
      person.name(),
      Words.of(person.sex()),
      person.born().toString(),
      person.phone().orElse(null),
      person.language(),
      Words.of(person.role()),
      text(person.died())
    };
  }

  /** Adds guardians, whose persons are there. */
  public void addGuardians(List<Guardian> guardians) throws SQLException {
    Bulk.insert(
        db,
        ADD_GUARDIAN,
        guardians,
        guardian ->
            new Object[] {
              guardian.child(), guardian.adult(), guardian.relation(), guardian.collects() ? 1 : 0
            });
  }

  /** Adds dated categories. */
  public void addCategories(List<Category> categories) throws SQLException {
    Bulk.insert(
        db,
        ADD_CATEGORY,
        categories,
        category ->
            new Object[] {
              category.person(),
              Words.of(category.kind()),
              category.from().toString(),
              text(category.until())
            });
  }

  /** Adds entitlements. */
  public void addEntitlements(List<Entitlement> entitlements) throws SQLException {
    Bulk.insert(
        db,
        ADD_ENTITLEMENT,
        entitlements,
        entitlement ->
            new Object[] {
              entitlement.holder() instanceof Entitlement.Holder.OfPerson of ? of.person() : null,
              entitlement.holder() instanceof Entitlement.Holder.OfHousehold of
                  ? of.household()
                  : null,
              Words.of(entitlement.tier()),
              entitlement.from().toString(),
              text(entitlement.until()),
              entitlement.recorded().toEpochMilli()
            });
  }

  /** Adds enrolments. */
  public void addEnrolments(List<Enrolment> enrolments) throws SQLException {
    Bulk.insert(
        db,
        ADD_ENROLMENT,
        enrolments,
        enrolment ->
            new Object[] {enrolment.person(), enrolment.series(), enrolment.from().toString()});
  }

  /** Everyone, in the order of their numbers. */
  public List<Person> persons() throws SQLException {
    return Rows.all(db, PERSONS + " ORDER BY id", Residents::person);
  }

  /** One of them. */
  public Optional<Person> find(long id) throws SQLException {
    return Rows.all(db, PERSONS + " WHERE id = ?", Residents::person, id).stream().findFirst();
  }

  /** All households, in the order of their numbers. */
  public List<Household> households() throws SQLException {
    return Rows.all(
        db,
        HOUSEHOLDS + " ORDER BY id",
        row ->
            new Household(
                row.getLong(1),
                row.getInt(2),
                row.getInt(3),
                row.getInt(4),
                row.getInt(5),
                row.getString(6),
                Optional.ofNullable(row.getString(7))));
  }

  /** Who may collect whom, an adult's children together; without those who must not. */
  public List<Guardian> collectors() throws SQLException {
    return Rows.all(
        db,
        COLLECTORS,
        row -> new Guardian(row.getLong(1), row.getLong(2), row.getString(3), row.getInt(4) != 0));
  }

  /** All enrolments, a person's together. */
  public List<Enrolment> enrolments() throws SQLException {
    return Rows.all(
        db,
        ENROLMENTS,
        row -> new Enrolment(row.getLong(1), row.getString(2), LocalDate.parse(row.getString(3))));
  }

  /** What was entered of whether a person is here, the newest first. */
  public List<PersonState> states(long person) throws SQLException {
    return Rows.all(
        db,
        STATES,
        row ->
            new PersonState(
                row.getLong(1),
                Words.of(PersonState.State.class, row.getString(2)),
                LocalDate.parse(row.getString(3)),
                LocalDate.parse(row.getString(4)),
                row.getLong(5),
                row.getString(6)),
        person);
  }

  /** Whether a person moved away and is not back. */
  public boolean hasMoved(long person) throws SQLException {
    return states(person).stream()
        .findFirst()
        .filter(newest -> newest.state() == PersonState.State.MOVED)
        .isPresent();
  }

  /** A person's categories, the newest first. */
  public List<Category> categories(long person) throws SQLException {
    return Rows.all(
        db,
        CATEGORIES,
        row ->
            new Category(
                row.getLong(1),
                Words.of(Category.Kind.class, row.getString(2)),
                LocalDate.parse(row.getString(3)),
                Optional.ofNullable(row.getString(4)).map(LocalDate::parse)),
        person);
  }

  /** Who lives in a household, the eldest first. */
  public List<Person> household(long household) throws SQLException {
    return Rows.all(
        db, PERSONS + " WHERE household = ? ORDER BY born, id", Residents::person, household);
  }

  private static Person person(ResultSet row) throws SQLException {
    long household = row.getLong(2);
    return new Person(
        row.getLong(1),
        household == 0 ? OptionalLong.empty() : OptionalLong.of(household),
        row.getString(3),
        Words.of(Sex.class, row.getString(4)),
        LocalDate.parse(row.getString(5)),
        Optional.ofNullable(row.getString(6)),
        row.getString(7),
        Words.of(Person.Role.class, row.getString(8)),
        Optional.ofNullable(row.getString(9)).map(LocalDate::parse));
  }

  private static @Nullable Long orNull(OptionalLong value) {
    return value.isPresent() ? value.getAsLong() : null;
  }

  private static @Nullable String text(Optional<LocalDate> day) {
    return day.map(LocalDate::toString).orElse(null);
  }
}
