package io.jinlin.edge.decide;

import io.jinlin.contract.page.Canteen;
import io.jinlin.contract.page.Closure;
import io.jinlin.contract.page.Device;
import io.jinlin.contract.page.Place;
import io.jinlin.contract.page.Session;
import io.jinlin.contract.page.Site;
import io.jinlin.edge.roster.Plan;
import io.jinlin.edge.roster.Settings;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/**
 * Where and when.
 *
 * @param sessions of this place, by start
 * @param wallMillis the device's best wall time, milliseconds since 1970 UTC
 * @param clockTrusted whether that time may decide what a scan means
 * @param plan what differs from the usual days
 */
public record Situation(
    Site site,
    Place place,
    Device device,
    List<Session> sessions,
    long wallMillis,
    boolean clockTrusted,
    Plan plan) {
  private static final int FIRST_YEAR = 2020;
  private static final int LAST_YEAR = 2199;

  public Situation {
    sessions = List.copyOf(sessions);
  }

  /** A usual day. */
  public Situation(
      Site site,
      Place place,
      Device device,
      List<Session> sessions,
      long wallMillis,
      boolean clockTrusted) {
    this(site, place, device, sessions, wallMillis, clockTrusted, Plan.NONE);
  }

  /** The situation of a device; empty while the settings do not say what it is and where. */
  public static Optional<Situation> of(
      Settings settings, String device, long wallMillis, boolean clockTrusted) {
    return settings
        .site()
        .flatMap(
            site ->
                Optional.ofNullable(settings.devices().get(device))
                    .flatMap(
                        own ->
                            Optional.ofNullable(settings.places().get(own.place()))
                                .map(
                                    place ->
                                        new Situation(
                                            site,
                                            place,
                                            own,
                                            settings.sessionsAt(place.id()),
                                            wallMillis,
                                            clockTrusted,
                                            settings.plan()))));
  }

  /**
   * Whether the time may decide: the clock is trusted, and shows a year that can be (a Pi without a
   * battery wakes in 1970; the hub takes nothing before 2020 either).
   */
  boolean timed() {
    int year = now().getYear();
    return clockTrusted && year >= FIRST_YEAR && year <= LAST_YEAR;
  }

  /** The site's local time. */
  LocalDateTime now() {
    return local(wallMillis);
  }

  /** The day at the site. */
  public LocalDate today() {
    return now().toLocalDate();
  }

  /** The same with another place, for example one with fewer queues. */
  public Situation at(Place other) {
    return new Situation(site, other, device, sessions, wallMillis, clockTrusted);
  }

  LocalDateTime local(long millis) {
    return LocalDateTime.ofInstant(Instant.ofEpochMilli(millis), site.zone());
  }

  /** The closure of this place at a moment. */
  Optional<Closure> closureAt(LocalDateTime moment) {
    return plan.closure(place.id(), moment);
  }

  /** The rules of this canteen. */
  Canteen canteen() {
    return plan.canteen(place.id());
  }

  Label placeLabel() {
    return new Label(place.name(), place.nameEnglish());
  }
}
