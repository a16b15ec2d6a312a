package io.jinlin.hub.timetable;

import io.jinlin.contract.page.Item;
import io.jinlin.contract.page.ItemCodec;
import io.jinlin.contract.page.Session;
import io.jinlin.contract.wire.PageKind;
import io.jinlin.hub.pages.PageWriter;
import io.jinlin.hub.store.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** Which sessions kiosks have: those of yesterday and of the next two weeks that take place. */
final class KioskWeeks {
  /** How far ahead, in days: a kiosk without a network goes by its timetable for so long. */
  static final int DAYS_AHEAD = 14;

  private static final String GIVEN = "SELECT key, body FROM page_item WHERE kind = ? AND gone = 0";

  private KioskWeeks() {}

  /**
   * Makes the page what it should be on a day; what is right already gets no new version.
   *
   * @return how many items changed
   */
  static int publish(Connection db, LocalDate today) throws SQLException {
    Map<String, Session> wanted = new HashMap<>();
    for (SessionLine line :
        new SessionTable(db).between(today.minusDays(1), today.plusDays(DAYS_AHEAD))) {
      if (!line.cancelled()) {
        wanted.put(line.session().id(), line.session());
      }
    }
    Map<String, byte[]> given = new HashMap<>();
    Rows.each(
        db,
        GIVEN,
        row -> Map.entry(row.getString(1), row.getBytes(2)),
        one -> given.put(one.getKey(), one.getValue()),
        PageKind.TIMETABLE.ordinal());
    int changed = 0;
    try (PageWriter pages = new PageWriter(db)) {
      for (Session session : wanted.values()) {
        byte[] before = given.remove(session.id());
        if (before == null || !isThe(session, before)) {
          pages.put(PageKind.TIMETABLE, version -> new Item.Timetable(version, session));
          changed++;
        }
      }
      for (String left : given.keySet()) {
        pages.gone(PageKind.TIMETABLE, left);
        changed++;
      }
    }
    return changed;
  }

  private static boolean isThe(Session session, byte[] body) {
    return ItemCodec.decode(PageKind.TIMETABLE, body)
        .toOptional()
        .map(item -> item instanceof Item.Timetable given && given.session().equals(session))
        .orElse(false);
  }
}
