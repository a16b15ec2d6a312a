package io.jinlin.hub.audit;

import io.jinlin.contract.card.CardRef;
import io.jinlin.contract.event.Fact;
import io.jinlin.contract.event.Occasion;
import io.jinlin.contract.event.Outcome;
import io.jinlin.contract.event.Way;
import io.jinlin.contract.page.MealPeriod;
import io.jinlin.contract.page.Place;
import io.jinlin.hub.live.Entry;
import io.jinlin.hub.places.Places;
import io.jinlin.hub.tally.Subject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Goes through accepted scans, and meals that staff entered, in the order of time and says what is
 * odd about them.
 */
final class Checks {
  /**
   * Least time from one place to another, in milliseconds: they are doors apart in one building of
   * 800 m², where an old person takes a minute from card to card.
   */
  static final long WALK_MS = 60_000;

  /** Ways in which whoever eats is not where the card is scanned. */
  private static final Set<Way> ABSENT = EnumSet.of(Way.DELIVER, Way.BY_PROXY);

  private record Meal(Subject subject, Occasion occasion) {}

  private final Known known;
  private final Consumer<Finding> found;
  private final Map<Subject, Entry> seen = new HashMap<>();
  private final Map<Meal, Entry> meals = new HashMap<>();

  /**
   * What is known of people and cards.
   *
   * @param died day of death by person
   * @param revokedMillis when cards died
   */
  record Known(Places places, Map<Long, LocalDate> died, Map<CardRef, Long> revokedMillis) {}

  Checks(Known known, Consumer<Finding> found) {
    this.known = known;
    this.found = found;
  }

  /** Takes the next event; what is neither, or was taken back, is passed over. */
  void accept(Entry entry) {
    if (entry.voided() || entry.doubtful()) {
      return;
    }
    if (entry.fact() instanceof Fact.Serving serving) {
      served(entry, serving);
    } else if (entry.fact() instanceof Fact.Scan scan && scan.outcome() == Outcome.ACCEPTED) {
      scanned(entry, scan);
    }
  }

  /** Those who cook eat before or after the others; a delivery is told when it gets there. */
  private void served(Entry entry, Fact.Serving serving) {
    deceased(entry, serving.person());
    if (serving.kind() != Fact.Serving.Kind.STAFF_MEAL && serving.way() != Way.DELIVER) {
      outsideHours(entry, serving.occasion());
    }
  }

  private void scanned(Entry entry, Fact.Scan scan) {
    deadPersonOrCard(entry, scan);
    Optional<Occasion> meal = scan.occasion().filter(one -> one.kind() == Occasion.Kind.MEAL);
    meal.filter(occasion -> !scan.way().equals(Optional.of(Way.DELIVER)))
        .ifPresent(occasion -> outsideHours(entry, occasion));
    if (entry.subject().isPresent()) {
      Subject subject = entry.subject().get();
      meal.ifPresent(occasion -> twice(entry, new Meal(subject, occasion)));
      if (scan.way().filter(ABSENT::contains).isEmpty()) {
        twoPlaces(entry, subject);
      }
    }
  }

  private void deadPersonOrCard(Entry entry, Fact.Scan scan) {
    if (entry.subject().orElse(null) instanceof Subject.Person person
        && deceased(entry, person.id())) {
      return;
    }
    Long revoked = known.revokedMillis().get(scan.ref());
    if (revoked != null && entry.atMillis() > revoked) {
      LocalDate day = Instant.ofEpochMilli(revoked).atZone(zone()).toLocalDate();
      found.accept(new Finding(Flag.DEAD_CARD, day.toString(), List.of(entry)));
    }
  }

  private boolean deceased(Entry entry, long person) {
    LocalDate died = known.died().get(person);
    if (died == null || !local(entry).toLocalDate().isAfter(died)) {
      return false;
    }
    found.accept(new Finding(Flag.DECEASED, died.toString(), List.of(entry)));
    return true;
  }

  private void twoPlaces(Entry entry, Subject subject) {
    Entry before = seen.put(subject, entry);
    if (before == null || before.fact().place().equals(entry.fact().place())) {
      return;
    }
    long between = entry.atMillis() - before.atMillis();
    if (between < WALK_MS) {
      String seconds = String.valueOf(between / 1_000);
      found.accept(new Finding(Flag.TWO_PLACES, seconds, List.of(before, entry)));
    }
  }

  private void twice(Entry entry, Meal meal) {
    Entry first = meals.putIfAbsent(meal, entry);
    if (first != null) {
      String seconds = String.valueOf((entry.atMillis() - first.atMillis()) / 1_000);
      found.accept(new Finding(Flag.TWICE, seconds, List.of(first, entry)));
    }
  }

  /** By the meals of that very day and what was closed on it; a dinner may be taken at lunch. */
  private void outsideHours(Entry entry, Occasion occasion) {
    Optional<Place> place = known.places().find(entry.fact().place());
    if (place.isEmpty()) {
      return;
    }
    LocalDateTime at = local(entry);
    if (known.places().closure(place.get().id(), at).isPresent()) {
      found.accept(new Finding(Flag.OUTSIDE_HOURS, Finding.CLOSED, List.of(entry)));
      return;
    }
    boolean served =
        known.places().meals(place.get(), at.toLocalDate()).stream()
            .anyMatch(meal -> serves(meal, place.get(), at.toLocalTime()));
    if (!served || !at.toLocalDate().equals(occasion.date())) {
      found.accept(new Finding(Flag.OUTSIDE_HOURS, "", List.of(entry)));
    }
  }

  private static boolean serves(MealPeriod meal, Place place, LocalTime at) {
    int grace = place.earlyGraceMinutes() * 60;
    int opens = Math.max(0, meal.opens().toSecondOfDay() - grace);
    return at.toSecondOfDay() >= opens && at.isBefore(meal.closes());
  }

  private LocalDateTime local(Entry entry) {
    return LocalDateTime.ofInstant(Instant.ofEpochMilli(entry.atMillis()), zone());
  }

  private ZoneId zone() {
    return known.places().site().zone();
  }
}
