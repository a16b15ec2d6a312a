package io.jinlin.hub.live;

import java.util.List;

/** What anyone may see on the wall: words for how full it is, called numbers, what is on. */
public record Board(
    long at,
    Snapshot.SiteNow site,
    List<Meal> meals,
    Seats seats,
    List<PlaceLevel> places,
    ClinicBoard clinic,
    List<Session> sessions) {

  /** A meal of today. */
  public record Meal(Text period, String opens, String closes, String state) {}

  /** Whether there are seats. */
  public record Seats(String level) {}

  /** How full a place is. */
  public record PlaceLevel(String zh, String en, String level) {}

  /** A session of today. */
  public record Session(Text title, Text place, String starts, String ends, String state) {}

  /** What the public may see of a snapshot. */
  static Board of(Snapshot snapshot, ClinicBoard clinic, String seats) {
    return new Board(
        snapshot.at(),
        snapshot.site(),
        snapshot.meals().stream()
            .map(meal -> new Meal(meal.period(), meal.opens(), meal.closes(), meal.state()))
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
            .toList());
  }
}
