package io.jinlin.hub.sample;

import io.jinlin.hub.residents.Guardian;
import io.jinlin.hub.residents.Household;
import io.jinlin.hub.residents.Person;
import io.jinlin.hub.residents.Sex;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;

/** Fills the doors of the estate with families, in the order of the doors. */
final class Families {

  private static final int DAYS_OF_YEAR = 365;

  private final Random random;
  private final NamePool names;
  private final LocalDate today;
  private final List<Household> households = new ArrayList<>();
  private final List<HouseholdKind> kinds = new ArrayList<>();
  private final List<Person> persons = new ArrayList<>();
  private final List<Guardian> guardians = new ArrayList<>();

  Families(Random random, LocalDate today) {
    this.random = random;
    this.names = new NamePool(random);
    this.today = today;
  }

  /** Builds all households; call once. */
  Families build() {
    List<HouseholdKind> all = new ArrayList<>();
    for (HouseholdKind kind : HouseholdKind.values()) {
      all.addAll(Collections.nCopies(kind.count(), kind));
    }
    Collections.shuffle(all, random);
    Doors doors = new Doors();
    for (HouseholdKind kind : all) {
      households.add(doors.next());
      kinds.add(kind);
      family(kind, households.size());
    }
    return this;
  }

  private void family(HouseholdKind kind, long household) {
    String surname = names.surname();
    List<Person> elders = new ArrayList<>();
    int elderAge = elderAge(kind);
    for (int i = 0; i < kind.elders(); i++) {
      Sex sex = kind.elders() == 2 ? sex(i == 0) : sex(random.nextInt(100) < 38);
      int age = Math.max(60, elderAge - (i == 0 ? 0 : random.nextInt(5)));
      elders.add(add(household, i == 0 ? surname : names.surname(), sex, age));
    }
    List<Person> adults = new ArrayList<>();
    int adultAge =
        kind.elders() > 0
            ? Math.min(56, elderAge - 23 - random.nextInt(9))
            : 25 + random.nextInt(kind.children() > 0 ? 24 : 34);
    for (int i = 0; i < kind.adults(); i++) {
      Sex sex = kind.adults() == 2 ? sex(i == 0) : sex(random.nextBoolean());
      int age = Math.max(23, adultAge - (i == 0 ? 0 : random.nextInt(5)));
      adults.add(add(household, i == 0 ? surname : names.surname(), sex, age));
    }
    children(kind, household, surname, elders, adults, adultAge);
  }

  private void children(
      HouseholdKind kind,
      long household,
      String surname,
      List<Person> elders,
      List<Person> adults,
      int adultAge) {
    int oldest = Math.max(1, Math.min(17, adultAge - 23));
    for (int i = 0; i < kind.children(); i++) {
      Person child = add(household, surname, sex(random.nextBoolean()), random.nextInt(oldest + 1));
      for (Person adult : adults) {
        String relation = adult.sex() == Sex.FEMALE ? "mother" : "father";
        guardians.add(new Guardian(child.id(), adult.id(), relation, true));
      }
      for (Person elder : elders) {
        String relation = elder.sex() == Sex.FEMALE ? "grandmother" : "grandfather";
        guardians.add(new Guardian(child.id(), elder.id(), relation, true));
      }
    }
  }

  private int elderAge(HouseholdKind kind) {
    int youngest = kind == HouseholdKind.ELDER_ALONE ? 66 : 60;
    int spread = kind == HouseholdKind.ELDER_ALONE ? 30 : 26;
    return youngest + Math.min(random.nextInt(spread), random.nextInt(spread));
  }

  private Person add(long household, String surname, Sex sex, int age) {
    LocalDate born = today.minusYears(age).minusDays(random.nextInt(DAYS_OF_YEAR));
    Person person =
        new Person(
            persons.size() + 1,
            OptionalLong.of(household),
            surname + names.given(sex, age),
            sex,
            born,
            phone(age),
            age >= 58 && random.nextInt(100) < 45 ? "nan" : "zh",
            Person.Role.RESIDENT,
            Optional.empty());
    persons.add(person);
    return person;
  }

  /** Numbers that begin with 12 are given to nobody, so that none of these can be real. */
  private Optional<String> phone(int age) {
    boolean none = age < 13 || age >= 75 && random.nextInt(100) < 40;
    return none
        ? Optional.empty()
        : Optional.of("12" + (100_000_000 + random.nextInt(899_999_999)));
  }

  private static Sex sex(boolean man) {
    return man ? Sex.MALE : Sex.FEMALE;
  }

  List<Household> households() {
    return households;
  }

  List<HouseholdKind> kinds() {
    return kinds;
  }

  List<Person> persons() {
    return persons;
  }

  List<Guardian> guardians() {
    return guardians;
  }
}
