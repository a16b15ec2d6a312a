package io.jinlin.hub.sample;

import io.jinlin.contract.card.CardCode;
import io.jinlin.contract.page.Site;
import io.jinlin.hub.residents.Guardian;
import io.jinlin.hub.residents.Household;
import io.jinlin.hub.residents.Person;
import io.jinlin.hub.residents.Sex;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;

/**
 * Makes the sample community of DOMAIN ("Demo data must look lived in"): 4,700 households with
 * 14,000 people. The same seed and day give the same community and the same cards, so the cards of
 * one are of no use anywhere real.
 */
public final class SampleGenerator {

  private static final int STAFF = 24;

  /** One card in so many was lost and replaced. */
  private static final int LOST_EVERY = 175;

  private static final int HOMONYM_LEAST_AGE_YEARS = 66;

  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final long seed;
  private final LocalDate today;

  public SampleGenerator(long seed, LocalDate today) {
    this.seed = seed;
    this.today = today;
  }

  /** The community, for a site of this id, by the time of where such estates are. */
  public Community community(String site) {
    return community(SamplePlaces.site(site, ZONE));
  }

  /** The community, for this site. */
  Community community(Site site) {
    Random random = new Random(seed);
    Families families = new Families(random, today).build();
    List<Person> persons = new ArrayList<>(families.persons());
    makeHomonyms(persons);
    addStaff(persons, random);
    List<Household> households = new ArrayList<>(families.households());
    Hardship hardship = new Hardship(random, today, families);
    hardship.giveFiles(households);
    SampleClasses classes = new SampleClasses(random, today);
    List<Guardian> guardians = classes.twoCollectors(families.guardians());
    return new Community(
        site,
        SamplePlaces.places(),
        SamplePlaces.devices(),
        households,
        persons,
        guardians,
        hardship.categories(),
        hardship.entitlements(),
        classes.enrolments(persons, guardians),
        cards(persons));
  }

  /** Two women of one name in different blocks: a card, not a name, tells people apart. */
  private void makeHomonyms(List<Person> persons) {
    int made = 0;
    long lastHousehold = 0;
    for (int i = 0; i < persons.size() && made < 2; i++) {
      Person person = persons.get(i);
      long household = person.household().orElse(0);
      if (person.sex() == Sex.FEMALE
          && person.age(today) >= HOMONYM_LEAST_AGE_YEARS
          && (made == 0 || household > lastHousehold + 400)) {
        persons.set(i, renamed(person, "陈秀英"));
        lastHousehold = household;
        made++;
      }
    }
  }

  private static Person renamed(Person person, String name) {
    return new Person(
        person.id(),
        person.household(),
        name,
        person.sex(),
        person.born(),
        person.phone(),
        person.language(),
        person.role(),
        person.died());
  }

  private void addStaff(List<Person> persons, Random random) {
    NamePool names = new NamePool(random);
    for (int i = 0; i < STAFF; i++) {
      Sex sex = random.nextInt(100) < 70 ? Sex.FEMALE : Sex.MALE;
      int age = 26 + random.nextInt(30);
      persons.add(
          new Person(
              persons.size() + 1,
              OptionalLong.empty(),
              names.surname() + names.given(sex, age),
              sex,
              today.minusYears(age).minusDays(random.nextInt(365)),
              Optional.of("12" + (100_000_000 + random.nextInt(899_999_999))),
              "zh",
              Person.Role.STAFF,
              Optional.empty()));
    }
  }

  private List<SampleCard> cards(List<Person> persons) {
    Random random = new Random(seed ^ 0x6A696E6C696EL);
    List<SampleCard> cards = new ArrayList<>();
    for (Person person : persons) {
      String number = String.format(Locale.ROOT, "S%06d", person.id());
      boolean lost = person.id() % LOST_EVERY == 0;
      cards.add(new SampleCard(CardCode.random(random), person.id(), number, lost));
      if (lost) {
        cards.add(new SampleCard(CardCode.random(random), person.id(), number + "-2", false));
      }
    }
    return cards;
  }
}
