package io.jinlin.hub.audit;

import io.jinlin.contract.card.CardRef;
import io.jinlin.contract.event.Occasion;
import io.jinlin.hub.cards.Card;
import io.jinlin.hub.cards.Cards;
import io.jinlin.hub.live.Entries;
import io.jinlin.hub.live.Entry;
import io.jinlin.hub.places.Places;
import io.jinlin.hub.residents.Person;
import io.jinlin.hub.residents.Residents;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads the ledger as a district does. Everything comes from the events themselves, so that each
 * finding opens to them; nothing is stored. Works in the transaction of the connection it is given.
 */
public final class Audit {
  /** Longest time that is looked at in one question, in days. */
  public static final int MAX_DAYS = 100;

  /** Most findings that are shown; more are only counted. */
  public static final int MAX_FINDINGS = 500;

  /** Most events in a sample. */
  public static final int MAX_SAMPLE = 100;

  private final Connection db;
  private final Places places;

  public Audit(Connection db, Places places) {
    this.db = db;
    this.places = places;
  }

  /** Days of the site, both included. */
  public record Days(LocalDate from, LocalDate until) {
    public Days {
      if (until.isBefore(from) || until.isAfter(from.plusDays(MAX_DAYS + 1L))) {
        throw new IllegalArgumentException("from " + from + " until " + until);
      }
    }

    /** With the days before and after: what was sent late, or booked to another day. */
    Days wider() {
      return new Days(from.minusDays(1), until.plusDays(1));
    }

    boolean include(LocalDate day) {
      return !day.isBefore(from) && !day.isAfter(until);
    }

    long startMillis(ZoneId zone) {
      return from.atStartOfDay(zone).toInstant().toEpochMilli();
    }

    long endMillis(ZoneId zone) {
      return until.plusDays(1).atStartOfDay(zone).toInstant().toEpochMilli();
    }
  }

  /**
   * What was found.
   *
   * @param counts by flag, all of them
   * @param findings the newest first, at most {@link #MAX_FINDINGS}
   */
  public record Report(Map<Flag, Integer> counts, List<Finding> findings) {}

  /** Looks for all flags. */
  public Report report(Days days) throws SQLException {
    Map<Flag, Integer> counts = new EnumMap<>(Flag.class);
    for (Flag flag : Flag.values()) {
      counts.put(flag, 0);
    }
    List<Finding> findings = new ArrayList<>();
    Consumer<Finding> found =
        finding -> {
          counts.merge(finding.flag(), 1, Integer::sum);
          findings.add(finding);
        };
    Checks checks = new Checks(new Checks.Known(places, died(), revoked()), found);
    Portions portions = new Portions(days, found);
    ZoneId zone = places.site().zone();
    long start = days.startMillis(zone);
    long end = days.endMillis(zone);
    each(
        days.wider(),
        entry -> {
          portions.accept(entry);
          if (entry.atMillis() >= start && entry.atMillis() < end) {
            checks.accept(entry);
          }
        });
    portions.finish();
    findings.sort(Comparator.comparingLong(Finding::atMillis).reversed());
    return new Report(
        counts, List.copyOf(findings.subList(0, Math.min(findings.size(), MAX_FINDINGS))));
  }

  private interface Use {
    void of(Entry entry);
  }

  private void each(Days days, Use use) throws SQLException {
    ZoneId zone = places.site().zone();
    new Entries(db).between(days.startMillis(zone), days.endMillis(zone), use::of);
  }

  private Map<Long, LocalDate> died() throws SQLException {
    Map<Long, LocalDate> died = new HashMap<>();
    for (Person person : new Residents(db).persons()) {
      person.died().ifPresent(day -> died.put(person.id(), day));
    }
    return died;
  }

  private Map<CardRef, Long> revoked() throws SQLException {
    Map<CardRef, Long> revoked = new HashMap<>();
    for (Card card : new Cards(db).all()) {
      card.revokedMillis().ifPresent(at -> revoked.put(card.keys().ref(), at));
    }
    return revoked;
  }

  /**
   * An event that was drawn.
   *
   * @param digest by which it was drawn, hexadecimal
   * @param others what else the ledger has of the same person in the same occasion
   */
  public record Drawn(Entry entry, String digest, List<Entry> others) {}

  /**
   * A sample.
   *
   * @param population how many events it was drawn from
   */
  public record Sample(long population, List<Drawn> drawn) {}

  /**
   * Draws from all that counts.
   *
   * @param kind of occasion; empty for any
   * @param seed of 1–40 characters, which is printed
   * @param count at most {@link #MAX_SAMPLE}
   */
  public Sample sample(Days days, Optional<Occasion.Kind> kind, String seed, int count)
      throws SQLException {
    Lottery<Entry> lottery = new Lottery<>(seed, count);
    each(
        days,
        entry -> {
          Optional<Occasion> occasion = entry.occasion();
          boolean wanted = kind.isEmpty() || occasion.map(Occasion::kind).equals(kind);
          if (entry.counted() && occasion.isPresent() && wanted) {
            lottery.add(entry.event(), entry);
          }
        });
    Traces traces = new Traces(lottery.drawn());
    each(days.wider(), traces::accept);
    List<Drawn> drawn =
        lottery.drawn().stream()
            .map(entry -> new Drawn(entry, lottery.digest(entry.event()), traces.of(entry)))
            .toList();
    return new Sample(lottery.population(), drawn);
  }
}
