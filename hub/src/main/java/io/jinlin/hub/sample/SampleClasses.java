package io.jinlin.hub.sample;

import io.jinlin.hub.residents.Enrolment;
import io.jinlin.hub.residents.Guardian;
import io.jinlin.hub.residents.Person;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Who comes regularly: forty children after school, two troupes of elders, calligraphers. */
final class SampleClasses {

  private static final int CHILDREN = 40;
  private static final int SCHOOL_FROM_YEARS = 6;
  private static final int SCHOOL_TO_YEARS = 12;
  private static final int COLLECTORS_OF_CHILD = 2;
  private static final int ARTS_MEMBERS = 26;
  private static final int SCIENCE_MEMBERS = 16;
  private static final int CALLIGRAPHERS = 14;
  private static final int ENROLLED_DAYS = 430;

  private final Random random;
  private final LocalDate from;
  private final LocalDate today;

  SampleClasses(Random random, LocalDate today) {
    this.random = random;
    this.today = today;
    this.from = today.minusDays(ENROLLED_DAYS);
  }

  /** Two 接送卡 a child by default: grandparents before parents, who are at work at six. */
  List<Guardian> twoCollectors(List<Guardian> guardians) {
    List<Guardian> ordered = new ArrayList<>(guardians);
    ordered.sort(
        Comparator.comparingLong(Guardian::child)
            .thenComparing(guardian -> !guardian.relation().startsWith("grand"))
            .thenComparingLong(Guardian::adult));
    Map<Long, Integer> collectors = new HashMap<>();
    List<Guardian> limited = new ArrayList<>();
    for (Guardian guardian : ordered) {
      int before = collectors.merge(guardian.child(), 1, Integer::sum);
      limited.add(
          new Guardian(
              guardian.child(),
              guardian.adult(),
              guardian.relation(),
              before <= COLLECTORS_OF_CHILD));
    }
    return limited;
  }

  List<Enrolment> enrolments(List<Person> persons, List<Guardian> guardians) {
    List<Enrolment> enrolments = new ArrayList<>();
    Set<Long> guarded = new HashSet<>();
    guardians.forEach(guardian -> guarded.add(guardian.child()));
    enrolChildren(persons, guarded, enrolments);
    List<Person> elders = new ArrayList<>();
    for (Person person : persons) {
      int age = person.age(today);
      if (age >= Person.ELDER_YEARS && age < 80) {
        elders.add(person);
      }
    }
    Collections.shuffle(elders, random);
    int next = 0;
    next = enrol(elders, next, ARTS_MEMBERS, SampleTimetable.ARTS, enrolments);
    next = enrol(elders, next, SCIENCE_MEMBERS, SampleTimetable.SCIENCE, enrolments);
    enrol(elders, next, CALLIGRAPHERS, SampleTimetable.CALLIGRAPHY, enrolments);
    return enrolments;
  }

  /** Some two hundred doors apart; whoever of a chosen family is of the age comes too: siblings. */
  private void enrolChildren(List<Person> persons, Set<Long> guarded, List<Enrolment> enrolments) {
    long household = -1;
    int wait = 0;
    for (Person person : persons) {
      int age = person.age(today);
      if (enrolments.size() == CHILDREN) {
        return;
      }
      if (age < SCHOOL_FROM_YEARS || age > SCHOOL_TO_YEARS || !guarded.contains(person.id())) {
        continue;
      }
      boolean sibling = person.household().orElse(0) == household;
      if (sibling || wait-- <= 0) {
        enrolments.add(new Enrolment(person.id(), SampleTimetable.SCHOOL, from));
        household = person.household().orElse(0);
        wait = sibling ? wait : 10 + random.nextInt(15);
      }
    }
  }

  private int enrol(
      List<Person> people, int next, int count, String series, List<Enrolment> enrolments) {
    for (int i = next; i < next + count; i++) {
      enrolments.add(new Enrolment(people.get(i).id(), series, from));
    }
    return next + count;
  }
}
