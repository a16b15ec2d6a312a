package io.jinlin.hub.places;

import io.jinlin.contract.page.Item;
import io.jinlin.contract.page.Place;
import io.jinlin.contract.page.Session;
import io.jinlin.contract.wire.PageKind;
import io.jinlin.hub.pages.PageWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Writes site, places and timetable for kiosks, within the transaction of the connection. */
public final class PlacePages {

  private PlacePages() {}

  /** Publishes the site and all its places. */
  public static void publish(Connection db, Places places) throws SQLException {
    try (PageWriter pages = new PageWriter(db)) {
      pages.put(PageKind.SETTINGS, version -> new Item.SiteSettings(version, places.site()));
      for (Place place : places.places()) {
        pages.put(PageKind.SETTINGS, version -> new Item.PlaceSettings(version, place));
      }
    }
  }

  /** Publishes sessions. */
  public static void publish(Connection db, List<Session> sessions) throws SQLException {
    try (PageWriter pages = new PageWriter(db)) {
      for (Session session : sessions) {
        pages.put(PageKind.TIMETABLE, version -> new Item.Timetable(version, session));
      }
    }
  }

  /** Takes sessions off the kiosks that are over. */
  public static void withdraw(Connection db, List<Session> sessions) throws SQLException {
    try (PageWriter pages = new PageWriter(db)) {
      for (Session session : sessions) {
        pages.gone(PageKind.TIMETABLE, session.id());
      }
    }
  }
}
