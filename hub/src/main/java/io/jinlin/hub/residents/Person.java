package io.jinlin.hub.residents;

import io.jinlin.contract.event.Check;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A person the site knows.
 *
 * @param id from 1; the subject of the ledger's counts
 * @param household where they live; absent for staff from elsewhere
 * @param name in full; never in a log, on a kiosk or on a board
 * @param born the date in the register
 * @param phone digits; absent for the many who have none
 * @param language to speak to them in, a BCP 47 tag: {@code zh}, {@code nan}, {@code en}
 * @param role resident or staff
 * @param died the date; nothing on any screen says so
 */
public record Person(
    long id,
    OptionalLong household,
    String name,
    Sex sex,
    LocalDate born,
    Optional<String> phone,
    String language,
    Role role,
    Optional<LocalDate> died) {

  /** Age from which a child is spoken to as an adult, in years. */
  public static final int ADULT_YEARS = 18;

  /** Age from which the elders' rules apply, in years. */
  public static final int ELDER_YEARS = 60;

  /** What somebody is to the centre. */
  public enum Role {
    RESIDENT,
    STAFF
  }

  public Person {
    Check.range("person", id, 1, Integer.MAX_VALUE);
    Check.range("name", name.strip().length(), 1, 40);
    Check.range("language", language.length(), 2, 8);
    if (died.isPresent() && died.get().isBefore(born)) {
      throw new IllegalArgumentException("died before birth");
    }
  }

  /** Whole years on a day. */
  public int age(LocalDate day) {
    return born.until(day).getYears();
  }

  /** Without the name, the phone and the dates: a careless log line must not carry them. */
  @Override
  public String toString() {
    return "Person[" + id + "]";
  }
}
