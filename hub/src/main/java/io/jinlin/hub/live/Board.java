package io.jinlin.hub.live;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

/** What anyone may see on the wall: words for how full it is, called numbers, what is on. */
public record Board(
    long at,
    Snapshot.SiteNow site,
    List<Meal> meals,
    Seats seats,
    List<PlaceLevel> places,
    ClinicBoard clinic,
    List<Session> sessions,
    List<Closed> closed) {

  /** A meal of today. */
  public record Meal(
      Text period,
      String opens,
      String closes,
      String state,
      boolean soldOut,
      List<Snapshot.DishNow> menu) {}

  /** What is closed now, and why. */
  public record Closed(Text name, Text reason, String until) {}

  /** Whether there are seats. */
  public record Seats(String level) {}

  /** How full a place is. */
  public record PlaceLevel(String zh, String en, String level) {}

  /** A session of today. */
  public record Session(Text title, Text place, String starts, String ends, String state) {}

  /** What the public may see of a snapshot. */
  static Board of(Snapshot snapshot, ClinicBoard clinic, String seats) {
    LocalDateTime now =
        LocalDateTime.ofInstant(
            Instant.ofEpochMilli(snapshot.at()), ZoneId.of(snapshot.site().zone()));
    return new Board(
        snapshot.at(),
        snapshot.site(),
        snapshot.meals().stream()
            .map(
                meal ->
                    new Meal(
                        meal.period(),
                        meal.opens(),
                        meal.closes(),
                        meal.state(),
                        meal.soldOut(),
                        meal.menu()))
            .toList(),
        new Seats(seats),
        snapshot.places().stream()
            .map(place -> new PlaceLevel(place.zh(), place.en(), place.level()))
            .toList(),
        clinic,
        snapshot.sessions().stream()
            .map(
                session ->
                    new Session(
                        session.title(),
                        new Text(session.place().zh(), session.place().en()),
                        session.starts(),
                        session.ends(),
                        session.state()))
            .toList(),
        snapshot.closures().stream()
            .filter(closure -> !LocalDateTime.parse(closure.from()).isAfter(now))
            .map(closure -> new Closed(closure.name(), closure.reason(), closure.until()))
            .toList());
  }
}
