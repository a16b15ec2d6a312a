package io.jinlin.hub.sample;

import io.jinlin.contract.page.ClinicQueue;
import io.jinlin.contract.page.Device;
import io.jinlin.contract.page.FailureRule;
import io.jinlin.contract.page.MealPeriod;
import io.jinlin.contract.page.Place;
import io.jinlin.contract.page.Service;
import io.jinlin.contract.page.Site;
import io.jinlin.hub.rooms.RoomRules;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** 一厅五室三区: one hall, five rooms, three zones, and the devices that stand in them. */
final class SamplePlaces {
  /** One hall, five rooms, and three zones in the hall (一厅五室三区). */
  static final RoomRules RULES =
      new RoomRules(Map.of("fitness", "hall", "leisure", "hall", "service", "hall"), Map.of());

  private static final Map<String, String> ENGLISH_NAMES =
      Map.ofEntries(
          Map.entry("kiosk-canteen-1", "Canteen kiosk 1"),
          Map.entry("kiosk-canteen-2", "Canteen kiosk 2"),
          Map.entry("kiosk-clinic", "Clinic ticket kiosk"),
          Map.entry("kiosk-school", "After-school room kiosk"),
          Map.entry("kiosk-activity", "Activity room kiosk"),
          Map.entry("kiosk-reading", "Reading room kiosk"),
          Map.entry("kiosk-fitness", "Fitness area kiosk"),
          Map.entry("kiosk-hall", "Hall kiosk"),
          Map.entry("exit-canteen", "Canteen way out"),
          Map.entry("door-hall", "Hall door"),
          Map.entry("door-canteen", "Canteen door"));

  private static final int SOFT_PERCENT = 85;
  private static final int EARLY_GRACE_MINUTES = 5;
  private static final int SESSION_WINDOW_MINUTES = 30;

  private SamplePlaces() {}

  static Site site(String id, ZoneId zone) {
    return new Site(id, "近邻社区活动中心", "Jinlin community centre", zone);
  }

  static List<Place> places() {
    return List.of(
        plain("hall", "大厅", "Hall", Service.HALL, 100, 20),
        new Place(
            "canteen",
            "社区幸福大食堂",
            "Canteen",
            Service.CANTEEN,
            80,
            SOFT_PERCENT,
            35,
            FailureRule.SERVE,
            EARLY_GRACE_MINUTES,
            0,
            meals(),
            List.of()),
        new Place(
            "clinic",
            "卫生服务站",
            "Clinic",
            Service.CLINIC,
            30,
            SOFT_PERCENT,
            60,
            FailureRule.SERVE,
            EARLY_GRACE_MINUTES,
            0,
            List.of(),
            queues()),
        new Place(
            "school",
            "四点半教室",
            "4:30 school",
            Service.SCHOOL,
            45,
            SOFT_PERCENT,
            120,
            FailureRule.STAFF,
            0,
            SESSION_WINDOW_MINUTES,
            List.of(),
            List.of()),
        plain("activity", "多功能活动室", "Activity room", Service.ACTIVITY, 60, 120),
        plain("reading", "阅览室", "Reading room", Service.ACTIVITY, 24, 90),
        plain("fitness", "健身区", "Fitness zone", Service.ACTIVITY, 20, 60),
        plain("leisure", "休闲区", "Leisure zone", Service.HALL, 30, 90),
        plain("service", "服务区", "Service counters", Service.HALL, 20, 25));
  }

  private static Place plain(
      String id, String name, String english, Service service, int capacity, int dwellMinutes) {
    return new Place(
        id,
        name,
        english,
        service,
        capacity,
        SOFT_PERCENT,
        dwellMinutes,
        FailureRule.SERVE,
        0,
        service == Service.ACTIVITY ? SESSION_WINDOW_MINUTES : 0,
        List.of(),
        List.of());
  }

  private static List<MealPeriod> meals() {
    return List.of(
        new MealPeriod("breakfast", "早餐", "Breakfast", LocalTime.of(6, 30), LocalTime.of(8, 30)),
        new MealPeriod("lunch", "午餐", "Lunch", LocalTime.of(11, 0), LocalTime.of(13, 0)),
        new MealPeriod("dinner", "晚餐", "Dinner", LocalTime.of(17, 0), LocalTime.of(18, 30)));
  }

  private static List<ClinicQueue> queues() {
    LocalTime opens = LocalTime.of(8, 0);
    LocalTime closes = LocalTime.of(17, 30);
    return List.of(
        new ClinicQueue("chinese-medicine", "中医", "Chinese medicine", opens, closes),
        new ClinicQueue("basic-care", "基本医疗", "Basic care", opens, closes),
        new ClinicQueue("public-health", "公共卫生", "Public health", opens, closes),
        new ClinicQueue("pharmacy", "取药", "Pharmacy", opens, closes));
  }

  static List<Device> devices() {
    return List.of(
        entrance("kiosk-canteen-1", "食堂一号机", "canteen", 0),
        entrance("kiosk-canteen-2", "食堂二号机", "canteen", 0),
        entrance("kiosk-clinic", "卫生站取号机", "clinic", 100),
        entrance("kiosk-school", "四点半教室签到机", "school", 0),
        entrance("kiosk-activity", "活动室签到机", "activity", 0),
        entrance("kiosk-reading", "阅览室签到机", "reading", 0),
        entrance("kiosk-fitness", "健身区签到机", "fitness", 0),
        entrance("kiosk-hall", "大厅签到机", "hall", 0),
        new Device("exit-canteen", "食堂出口机", "canteen", Device.Role.EXIT, 0),
        new Device("door-hall", "大厅门", "hall", Device.Role.DOOR, 0),
        new Device("door-canteen", "食堂门", "canteen", Device.Role.DOOR, 0));
  }

  /** The English name of one of these devices, empty for another. */
  static String englishName(Device device) {
    return ENGLISH_NAMES.getOrDefault(device.id(), "");
  }

  private static Device entrance(String id, String name, String place, int ticketBase) {
    return new Device(id, name, place, Device.Role.ENTRANCE, ticketBase);
  }
}
