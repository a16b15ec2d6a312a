package io.jinlin.hub.cards;

import io.jinlin.contract.card.CardRef;
import io.jinlin.contract.event.Fact;
import io.jinlin.contract.page.RosterEntry;
import io.jinlin.hub.residents.Enrolment;
import io.jinlin.hub.residents.Guardian;
import io.jinlin.hub.residents.Names;
import io.jinlin.hub.residents.Person;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What kiosks may know of cards: masked name, form of address, classes, children to collect. */
final class RosterEntries {

  private final LocalDate today;
  private final Map<Long, List<String>> series = new HashMap<>();
  private final Map<Long, List<CardRef>> children = new HashMap<>();

  /**
   * Prepares entries for a day.
   *
   * @param cards of the children, by person; without one a child cannot be offered for collection
   */
  RosterEntries(
      LocalDate today,
      List<Enrolment> enrolments,
      List<Guardian> collectors,
      Map<Long, CardRef> cards) {
    this.today = today;
    for (Enrolment enrolment : enrolments) {
      add(series, enrolment.person(), enrolment.series(), RosterEntry.MAX_ENROLLED);
    }
    for (Guardian guardian : collectors) {
      CardRef child = cards.get(guardian.child());
      if (child != null && series.containsKey(guardian.child())) {
        add(children, guardian.adult(), child, Fact.MAX_CHILDREN);
      }
    }
  }

  private static <T> void add(Map<Long, List<T>> lists, long person, T value, int most) {
    List<T> list = lists.computeIfAbsent(person, none -> new ArrayList<>());
    if (list.size() < most) {
      list.add(value);
    }
  }

  RosterEntry of(Person person) {
    return new RosterEntry(
        Names.masked(person.name()),
        Names.voice(person, today),
        kind(person),
        person.language(),
        series.getOrDefault(person.id(), List.of()),
        children.getOrDefault(person.id(), List.of()));
  }

  private RosterEntry.Kind kind(Person person) {
    if (person.role() == Person.Role.STAFF) {
      return RosterEntry.Kind.STAFF;
    }
    return person.age(today) < Person.ADULT_YEARS
        ? RosterEntry.Kind.CHILD
        : RosterEntry.Kind.RESIDENT;
  }
}
