package io.jinlin.hub.sample;

import io.jinlin.hub.residents.Category;
import io.jinlin.hub.residents.Entitlement;
import io.jinlin.hub.residents.Household;
import io.jinlin.hub.residents.Person;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Who needs help: 280 hardship households, and the kinds of elders who are visited at home. */
final class Hardship {

  private static final int LOW_INCOME = 190;
  private static final int EXTREME = 60;
  private static final int EDGE = 30;
  private static final int WITHOUT_FILE = 12;
  private static final int RECORDED_LATE_DAYS = 45;

  private final Random random;
  private final LocalDate today;
  private final Families families;
  private final List<Long> households = new ArrayList<>();
  private final List<Entitlement> entitlements = new ArrayList<>();
  private final List<Category> categories = new ArrayList<>();

  Hardship(Random random, LocalDate today, Families families) {
    this.random = random;
    this.today = today;
    this.families = families;
    entitle();
    for (Person person : families.persons()) {
      categorise(person);
    }
  }

  private void entitle() {
    int extreme = 0;
    int lowIncome = 0;
    int edge = 0;
    for (Person person : families.persons()) {
      HouseholdKind kind = kind(person);
      long household = person.household().orElseThrow();
      if (!households.isEmpty() && households.get(households.size() - 1) == household) {
        continue;
      }
      boolean poorer = kind == HouseholdKind.ELDER_ALONE || kind == HouseholdKind.ONE_PARENT;
      int chance = random.nextInt(1_000);
      if (extreme < EXTREME && kind == HouseholdKind.ELDER_ALONE && chance < 160) {
        extreme++;
        grant(household, new Entitlement.Holder.OfPerson(person.id()), Tier.EXTREME);
      } else if (lowIncome < LOW_INCOME && chance < (poorer ? 260 : 18)) {
        lowIncome++;
        grant(household, new Entitlement.Holder.OfHousehold(household), Tier.LOW);
      } else if (edge < EDGE && chance < 27) {
        edge++;
        grant(household, new Entitlement.Holder.OfHousehold(household), Tier.EDGE);
      }
    }
  }

  private enum Tier {
    EXTREME(Entitlement.Tier.EXTREME_HARDSHIP),
    LOW(Entitlement.Tier.LOW_INCOME),
    EDGE(Entitlement.Tier.LOW_INCOME_EDGE);

    private final Entitlement.Tier tier;

    Tier(Entitlement.Tier tier) {
      this.tier = tier;
    }
  }

  private void grant(long household, Entitlement.Holder holder, Tier tier) {
    LocalDate from = today.minusDays(30 + random.nextInt(900));
    LocalDate recorded = from.plusDays(random.nextInt(RECORDED_LATE_DAYS));
    households.add(household);
    entitlements.add(
        new Entitlement(
            holder,
            tier.tier,
            from,
            Optional.empty(),
            recorded.isAfter(today)
                ? today.atTime(LocalTime.MIN).toInstant(ZoneOffset.UTC)
                : recorded.atTime(9, 0).toInstant(ZoneOffset.UTC)));
  }

  private void categorise(Person person) {
    if (person.age(today) < Person.ELDER_YEARS) {
      return;
    }
    LocalDate from = today.minusDays(100 + random.nextInt(1_500));
    HouseholdKind kind = kind(person);
    if (kind == HouseholdKind.ELDER_ALONE) {
      categories.add(new Category(person.id(), Category.Kind.LIVING_ALONE, from, Optional.empty()));
    } else if (kind == HouseholdKind.ELDER_COUPLE) {
      categories.add(new Category(person.id(), Category.Kind.EMPTY_NEST, from, Optional.empty()));
    } else if (kind == HouseholdKind.ELDER_GRANDCHILD) {
      categories.add(new Category(person.id(), Category.Kind.LEFT_BEHIND, from, Optional.empty()));
    }
    int chance = random.nextInt(1_000);
    if (chance < 40) {
      categories.add(new Category(person.id(), Category.Kind.NEEDS_CARE, from, Optional.empty()));
    } else if (chance < 58) {
      categories.add(
          new Category(person.id(), Category.Kind.SEVERE_DISABILITY, from, Optional.empty()));
    } else if (chance < 66) {
      categories.add(
          new Category(person.id(), Category.Kind.LOST_ONLY_CHILD, from, Optional.empty()));
    }
  }

  private HouseholdKind kind(Person person) {
    return families.kinds().get((int) person.household().orElseThrow() - 1);
  }

  /** A 一户一档 file for each hardship household but the last twelve. */
  void giveFiles(List<Household> all) {
    for (int i = 0; i < households.size() - WITHOUT_FILE; i++) {
      int index = (int) (households.get(i) - 1);
      Household door = all.get(index);
      Optional<String> file = Optional.of("档" + (1_001 + i));
      all.set(
          index,
          new Household(
              door.id(), door.phase(), door.block(), door.stair(), door.room(), door.grid(), file));
    }
  }

  List<Entitlement> entitlements() {
    return entitlements;
  }

  List<Category> categories() {
    return categories;
  }
}
