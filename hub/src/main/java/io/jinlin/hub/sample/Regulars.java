package io.jinlin.hub.sample;

import io.jinlin.contract.card.CardRef;
import io.jinlin.hub.residents.Enrolment;
import io.jinlin.hub.residents.Guardian;
import io.jinlin.hub.residents.Person;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Who comes to the centre, and with which card. */
final class Regulars {

  private static final int DINERS = 270;
  private static final int PATIENTS = 420;
  private static final int GUESTS = 700;

  private final Map<Long, CardRef> cards = new HashMap<>();
  private final List<Long> elders = new ArrayList<>();
  private final List<Long> adults = new ArrayList<>();
  private final Map<String, List<Long>> series = new HashMap<>();
  private final Map<Long, List<Long>> childrenOfCollector = new LinkedHashMap<>();

  Regulars(Community community, Random random, LocalDate today) {
    for (SampleCard card : community.cards()) {
      if (!card.lost()) {
        cards.put(card.person(), card.code().keys(community.site().id()).ref());
      }
    }
    for (Person person : community.persons()) {
      int age = person.age(today);
      if (person.role() == Person.Role.RESIDENT && age >= Person.ADULT_YEARS) {
        (age >= Person.ELDER_YEARS ? elders : adults).add(person.id());
      }
    }
    Collections.shuffle(elders, random);
    Collections.shuffle(adults, random);
    for (Enrolment enrolment : community.enrolments()) {
      series.computeIfAbsent(enrolment.series(), none -> new ArrayList<>()).add(enrolment.person());
    }
    collectors(community);
  }

  private void collectors(Community community) {
    List<Long> pupils = enrolled(SampleTimetable.SCHOOL);
    Map<Long, Long> first = new HashMap<>();
    for (Guardian guardian : community.guardians()) {
      if (guardian.collects() && pupils.contains(guardian.child())) {
        first.putIfAbsent(guardian.child(), guardian.adult());
      }
    }
    for (long child : pupils) {
      Long adult = first.get(child);
      if (adult != null) {
        childrenOfCollector.computeIfAbsent(adult, none -> new ArrayList<>()).add(child);
      }
    }
  }

  CardRef card(long person) {
    CardRef ref = cards.get(person);
    if (ref == null) {
      throw new IllegalStateException("nobody without a card in the sample");
    }
    return ref;
  }

  /** Who eats at the canteen, the keenest first. */
  List<Long> diners() {
    return elders.subList(0, Math.min(DINERS, elders.size()));
  }

  List<Long> patients() {
    return elders.subList(0, Math.min(PATIENTS, elders.size()));
  }

  /** Who comes to whatever is on: elders first. */
  List<Long> guests() {
    List<Long> guests = new ArrayList<>(elders.subList(0, Math.min(GUESTS, elders.size())));
    guests.addAll(adults.subList(0, Math.min(GUESTS / 4, adults.size())));
    return guests;
  }

  List<Long> enrolled(String name) {
    return series.getOrDefault(name, List.of());
  }

  Map<Long, List<Long>> childrenOfCollector() {
    return childrenOfCollector;
  }
}
