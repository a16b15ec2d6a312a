package io.jinlin.hub.api;

import io.jinlin.contract.page.Session;
import io.jinlin.hub.live.Labels;
import io.jinlin.hub.places.Places;
import io.jinlin.hub.places.Timetable;
import io.jinlin.hub.store.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Names of places and occasions for rows of any day. */
final class EventLabels {
  private final Places places;

  EventLabels(Places places) {
    this.places = places;
  }

  /** For one answer; looks each session up once. */
  Labels of(Connection db) {
    Timetable timetable = new Timetable(db);
    Map<String, Optional<Session>> known = new HashMap<>();
    return new Labels(
        places,
        id -> {
          Optional<Session> session = known.get(id);
          if (session == null) {
            session = find(timetable, id);
            known.put(id, session);
          }
          return session;
        });
  }

  private static Optional<Session> find(Timetable timetable, String id) {
    try {
      return timetable.find(id);
    } catch (SQLException e) {
      throw new StoreException("reading the timetable", e);
    }
  }
}
