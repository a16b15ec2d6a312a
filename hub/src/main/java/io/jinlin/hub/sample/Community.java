package io.jinlin.hub.sample;

import io.jinlin.contract.page.Device;
import io.jinlin.contract.page.Place;
import io.jinlin.contract.page.Site;
import io.jinlin.hub.residents.Category;
import io.jinlin.hub.residents.Enrolment;
import io.jinlin.hub.residents.Entitlement;
import io.jinlin.hub.residents.Guardian;
import io.jinlin.hub.residents.Household;
import io.jinlin.hub.residents.Person;
import java.util.List;

/**
 * A whole made-up community; persons and households are numbered from 1 in the order they stand.
 */
public record Community(
    Site site,
    List<Place> places,
    List<Device> devices,
    List<Household> households,
    List<Person> persons,
    List<Guardian> guardians,
    List<Category> categories,
    List<Entitlement> entitlements,
    List<Enrolment> enrolments,
    List<SampleCard> cards) {

  public Community {
    places = List.copyOf(places);
    devices = List.copyOf(devices);
    households = List.copyOf(households);
    persons = List.copyOf(persons);
    guardians = List.copyOf(guardians);
    categories = List.copyOf(categories);
    entitlements = List.copyOf(entitlements);
    enrolments = List.copyOf(enrolments);
    cards = List.copyOf(cards);
  }

  /** The person with this number. */
  Person person(long id) {
    return persons.get((int) id - 1);
  }
}
