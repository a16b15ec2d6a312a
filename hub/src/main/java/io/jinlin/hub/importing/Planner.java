package io.jinlin.hub.importing;

import io.jinlin.hub.register.Entry;
import io.jinlin.hub.register.Identity;
import io.jinlin.hub.residents.Household;
import io.jinlin.hub.residents.Person;
import io.jinlin.hub.residents.Sex;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Finds for each row whose it is, and how that person would be afterwards. Somebody is recognised
 * by the number of the register, else by the ID number, else by name and birthday. What a file does
 * not say stays as it is.
 */
final class Planner {
  private static final String OWN_NUMBER = "P\\d{6,9}";

  private final Known known;
  private final List<Remark> remarks;
  private final Map<Long, Row> taken = new HashMap<>();
  private final Map<String, Row> seen = new HashMap<>();
  private final Map<String, Household> newDoors = new HashMap<>();
  private final List<Household> households = new ArrayList<>();
  private final List<Entry> entries = new ArrayList<>();
  private final Set<Long> reserved = new HashSet<>();
  private long nextPerson;
  private long nextHousehold;
  private int created;
  private int same;

  Planner(Known known, List<Row> rows, List<Remark> remarks) {
    this.known = known;
    this.remarks = remarks;
    this.nextPerson = known.nextPerson();
    this.nextHousehold = known.nextHousehold();
    for (Row row : rows) {
      row.number().flatMap(Planner::ownNumber).ifPresent(reserved::add);
    }
  }

  /** Our own number of a person without one of the office: {@code P000123}. */
  static String numberOf(long person) {
    return String.format(Locale.ROOT, "P%06d", person);
  }

  private static Optional<Long> ownNumber(String number) {
    return number.matches(OWN_NUMBER)
        ? Optional.of(Long.parseLong(number.substring(1))).filter(id -> id > 0)
        : Optional.empty();
  }

  Plan plan(List<Row> rows, int lines) {
    for (Row row : rows) {
      take(row);
    }
    int changed = entries.size() - created;
    return new Plan(lines, created, changed, same, households, entries, remarks);
  }

  private void take(Row row) {
    if (twice("number-twice", Field.NUMBER, row, row.number())
        || twice("identity-twice", Field.IDENTITY, row, row.identity().map(Identity::hash))) {
      return;
    }
    Optional<Entry> byNumber =
        row.number()
            .flatMap(
                number ->
                    known.byNumber(number).or(() -> ownNumber(number).flatMap(known::person)));
    Optional<Entry> byIdentity =
        row.identity().flatMap(identity -> known.byIdentity(identity.hash()));
    if (byNumber.isPresent() && byIdentity.isPresent() && !samePerson(byNumber, byIdentity)) {
      error(row, Field.NUMBER, "two-people", "");
      return;
    }
    Optional<Entry> found = byNumber.or(() -> byIdentity);
    if (found.isEmpty()) {
      List<Entry> alike = alike(row);
      if (alike.size() > 1) {
        error(row, Field.NAME, "several", "");
        return;
      }
      found = alike.stream().findFirst();
    }
    if (found.isPresent()) {
      update(row, found.get());
    } else {
      create(row);
    }
  }

  private static boolean samePerson(Optional<Entry> one, Optional<Entry> other) {
    return one.map(entry -> entry.person().id()).equals(other.map(entry -> entry.person().id()));
  }

  private boolean twice(String code, Field field, Row row, Optional<String> value) {
    if (value.isEmpty()) {
      return false;
    }
    Row first = seen.putIfAbsent(code + value.get(), row);
    if (first != null) {
      twice(code, field, row, first);
    }
    return first != null;
  }

  /** Two lines of one person are worse when they live at two doors. */
  private void twice(String code, Field field, Row row, Row first) {
    boolean elsewhere =
        first.door().isPresent() && row.door().isPresent() && !first.door().equals(row.door());
    error(
        row,
        elsewhere ? Field.ADDRESS : field,
        elsewhere ? "two-households" : code,
        String.valueOf(first.line()));
  }

  /** People of this name and birthday who may be meant: none of them has another number. */
  private List<Entry> alike(Row row) {
    if (row.born().isEmpty()) {
      return List.of();
    }
    List<Entry> alike =
        known.byName(row.name(), row.born().get()).stream()
            .filter(entry -> mayBe(entry.number(), row.number()))
            .filter(
                entry ->
                    mayBe(entry.identity().map(Identity::hash), row.identity().map(Identity::hash)))
            .toList();
    OptionalLong home =
        row.door()
            .flatMap(known::home)
            .map(one -> OptionalLong.of(one.id()))
            .orElse(OptionalLong.empty());
    List<Entry> here =
        alike.stream()
            .filter(entry -> home.isPresent() && entry.person().household().equals(home))
            .toList();
    return alike.size() > 1 && here.size() == 1 ? here : alike;
  }

  private static boolean mayBe(Optional<String> one, Optional<String> other) {
    return one.isEmpty() || other.isEmpty() || one.equals(other);
  }

  private void update(Row row, Entry before) {
    Person person = before.person();
    if (claimed(row, person.id())) {
      return;
    }
    if (!person.name().equals(row.name())) {
      remarks.add(
          new Remark(
              row.line(),
              Field.NAME.header(),
              Remark.Level.WARNING,
              "name-changes",
              person.name()));
    }
    LocalDate born = row.born().orElse(person.born());
    if (row.died().or(person::died).filter(died -> died.isBefore(born)).isPresent()) {
      error(row, Field.DIED, "died-impossible", "");
      return;
    }
    OptionalLong home =
        row.door().map(door -> OptionalLong.of(home(row, door))).orElse(person.household());
    Entry after =
        new Entry(
            new Person(
                person.id(),
                home,
                row.name(),
                row.sex().orElse(person.sex()),
                born,
                row.phone().or(person::phone),
                row.language().orElse(person.language()),
                person.role(),
                row.died().or(person::died)),
            row.number().filter(number -> ownNumber(number).isEmpty()).or(before::number),
            sealedAlready(row, before) ? before.identity() : row.identity().or(before::identity),
            row.born().isPresent() ? row.lunar().or(() -> kept(before, born)) : before.lunar(),
            row.categories().orElse(before.categories()));
    if (after.equals(before)) {
      same++;
    } else {
      entries.add(after);
    }
  }

  /** A lunar birthday stays while the date stays. */
  private static Optional<String> kept(Entry before, LocalDate born) {
    return before.person().born().equals(born) ? before.lunar() : Optional.empty();
  }

  /** Sealing the same number again gives other bytes. */
  private static boolean sealedAlready(Row row, Entry before) {
    return mayBe(before.identity().map(Identity::hash), row.identity().map(Identity::hash))
        && before.identity().isPresent();
  }

  private void create(Row row) {
    if (row.sex().isEmpty()) {
      error(row, Field.SEX, "sex-missing", "");
    }
    if (row.born().isEmpty()) {
      error(row, Field.BORN, "born-missing", "");
    }
    if (row.sex().isEmpty() || row.born().isEmpty()) {
      return;
    }
    Sex sex = row.sex().get();
    LocalDate born = row.born().get();
    if (row.number().isEmpty() && row.identity().isEmpty()) {
      if (twice("person-twice", Field.NAME, row, Optional.of(Known.key(row.name(), born)))) {
        return;
      }
    }
    Optional<Long> own = row.number().flatMap(Planner::ownNumber);
    long id = own.isPresent() ? own.get() : freePerson();
    if (claimed(row, id)) {
      return;
    }
    created++;
    OptionalLong home =
        row.door().map(door -> OptionalLong.of(home(row, door))).orElse(OptionalLong.empty());
    entries.add(
        new Entry(
            new Person(
                id,
                home,
                row.name(),
                sex,
                born,
                row.phone(),
                row.language().orElse("zh"),
                Person.Role.RESIDENT,
                row.died()),
            own.isPresent() ? Optional.empty() : row.number(),
            row.identity(),
            row.lunar(),
            row.categories().orElse(Set.of())));
  }

  private long freePerson() {
    while (reserved.contains(nextPerson)) {
      nextPerson++;
    }
    return nextPerson++;
  }

  /** Whether another line of the file is of the same person already. */
  private boolean claimed(Row row, long person) {
    Row first = taken.putIfAbsent(person, row);
    if (first == null) {
      return false;
    }
    twice("person-twice", Field.NAME, row, first);
    return true;
  }

  private long home(Row row, Values.Door door) {
    Optional<Household> there =
        known.home(door).or(() -> Optional.ofNullable(newDoors.get(door.toString())));
    if (there.isPresent()) {
      return there.get().id();
    }
    String grid =
        row.grid()
            .or(() -> known.gridOf(door.phase(), door.block()))
            .orElse("grid-" + door.block());
    Household fresh =
        new Household(
            nextHousehold++,
            door.phase(),
            door.block(),
            door.stair(),
            door.room(),
            grid,
            Optional.empty());
    newDoors.put(door.toString(), fresh);
    households.add(fresh);
    return fresh.id();
  }

  private void error(Row row, Field field, String code, String detail) {
    remarks.add(new Remark(row.line(), field.header(), Remark.Level.ERROR, code, detail));
  }
}
