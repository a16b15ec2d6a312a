package io.jinlin.e2e.simulation;

import io.jinlin.contract.page.ClinicQueue;
import io.jinlin.contract.page.Device;
import io.jinlin.contract.page.FailureRule;
import io.jinlin.contract.page.Item;
import io.jinlin.contract.page.MealPeriod;
import io.jinlin.contract.page.Place;
import io.jinlin.contract.page.Service;
import io.jinlin.contract.page.Session;
import io.jinlin.contract.page.Site;
import io.jinlin.contract.wire.PageKind;
import io.jinlin.hub.pages.PageWriter;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/**
 * The places and their kiosks: a canteen with two, a clinic, and a room with a class or the 4:30
 * school. While a simulation runs, one meal ends and the next begins, and so do sessions.
 */
final class Estate {
  static final String SITE = "jinlin";
  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  static final String SERIES = "paper-cutting";

  /** The kiosk whose door has beams. */
  static final String ROOM_KIOSK = "kiosk-room";

  static final String CLINIC_KIOSK = "kiosk-clinic";

  static final List<Device> DEVICES =
      List.of(
          new Device("kiosk-canteen-1", "食堂一号", "canteen", Device.Role.ENTRANCE, 0),
          new Device("kiosk-canteen-2", "食堂二号", "canteen", Device.Role.ENTRANCE, 0),
          new Device(CLINIC_KIOSK, "诊室", "clinic", Device.Role.ENTRANCE, 100),
          new Device(ROOM_KIOSK, "教室", "room", Device.Role.ENTRANCE, 0));

  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
  private static final LocalTime CHANGE = LocalTime.of(11, 3);

  private final boolean school;

  /**
   * An estate.
   *
   * @param school whether the room is the school's, where unknown cards are sent to staff
   */
  Estate(boolean school) {
    this.school = school;
  }

  void publish(PageWriter pages) throws SQLException {
    pages.put(
        PageKind.SETTINGS,
        version -> new Item.SiteSettings(version, new Site(SITE, "近邻", "Jinlin", ZONE)));
    for (Place place : List.of(canteen("食堂"), clinic(), room())) {
      pages.put(PageKind.SETTINGS, version -> new Item.PlaceSettings(version, place));
    }
    for (Device device : DEVICES) {
      pages.put(PageKind.SETTINGS, version -> new Item.DeviceSettings(version, device));
    }
    session(pages, "first", CHANGE.minusMinutes(45), CHANGE);
    session(pages, "second", CHANGE, CHANGE.plusHours(1));
  }

  /** Another name for a place. */
  static void rename(PageWriter pages, String name) throws SQLException {
    pages.put(PageKind.SETTINGS, version -> new Item.PlaceSettings(version, canteen(name)));
  }

  /** A session that is held, or not held any more. */
  void reschedule(PageWriter pages, String id, boolean held) throws SQLException {
    if (held) {
      session(pages, id, CHANGE.plusHours(2), CHANGE.plusHours(3));
    } else {
      pages.gone(PageKind.TIMETABLE, id);
    }
  }

  private void session(PageWriter pages, String id, LocalTime starts, LocalTime ends)
      throws SQLException {
    pages.put(
        PageKind.TIMETABLE,
        version ->
            new Item.Timetable(
                version,
                new Session(
                    id,
                    SERIES,
                    "room",
                    school ? "school" : "class",
                    "剪纸",
                    "Paper cutting",
                    DAY.atTime(starts),
                    DAY.atTime(ends),
                    20,
                    false)));
  }

  private static Place canteen(String name) {
    return place(
        "canteen",
        name,
        Service.CANTEEN,
        List.of(
            new MealPeriod("lunch", "午餐", "Lunch", CHANGE.minusHours(1), CHANGE),
            new MealPeriod("late", "晚午餐", "Late lunch", CHANGE, CHANGE.plusHours(2))),
        List.of());
  }

  private static Place clinic() {
    return place(
        "clinic",
        "诊室",
        Service.CLINIC,
        List.of(),
        List.of(
            new ClinicQueue("general", "全科", "General", CHANGE.minusHours(2), CHANGE.plusHours(2)),
            new ClinicQueue("pharmacy", "药房", "Pharmacy", CHANGE, CHANGE.plusHours(2))));
  }

  private Place room() {
    return place("room", "教室", school ? Service.SCHOOL : Service.ACTIVITY, List.of(), List.of());
  }

  private static Place place(
      String id, String name, Service service, List<MealPeriod> meals, List<ClinicQueue> queues) {
    FailureRule rule = service == Service.SCHOOL ? FailureRule.STAFF : FailureRule.SERVE;
    return new Place(id, name, id, service, 80, 90, 60, rule, 0, 15, meals, queues);
  }
}
