package io.jinlin.edge.roster;

import io.jinlin.contract.page.Device;
import io.jinlin.contract.page.Place;
import io.jinlin.contract.page.Session;
import io.jinlin.contract.page.Site;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The settings and the timetable as they were after the last applied page; immutable.
 *
 * @param site absent before the first page of settings
 * @param places by id
 * @param devices by id; a device is sent its own only
 * @param sessions of all places, by start
 * @param plan what differs from the usual days
 */
public record Settings(
    Optional<Site> site,
    Map<String, Place> places,
    Map<String, Device> devices,
    List<Session> sessions,
    Plan plan) {
  /** Before the first page. */
  public static final Settings NONE = new Settings(Optional.empty(), Map.of(), Map.of(), List.of());

  public Settings {
    places = Map.copyOf(places);
    devices = Map.copyOf(devices);
    sessions = List.copyOf(sessions);
  }

  /** Settings of usual days. */
  public Settings(
      Optional<Site> site,
      Map<String, Place> places,
      Map<String, Device> devices,
      List<Session> sessions) {
    this(site, places, devices, sessions, Plan.NONE);
  }

  /** The sessions of one place, by start. */
  public List<Session> sessionsAt(String place) {
    return sessions.stream().filter(session -> session.place().equals(place)).toList();
  }
}
