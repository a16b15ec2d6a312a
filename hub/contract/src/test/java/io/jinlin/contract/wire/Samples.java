package io.jinlin.contract.wire;

import io.jinlin.contract.card.CardRef;
import io.jinlin.contract.card.Seal;
import io.jinlin.contract.event.Event;
import io.jinlin.contract.event.EventId;
import io.jinlin.contract.event.Fact;
import io.jinlin.contract.event.Input;
import io.jinlin.contract.event.Occasion;
import io.jinlin.contract.event.Outcome;
import io.jinlin.contract.event.Way;
import io.jinlin.contract.page.Canteen;
import io.jinlin.contract.page.ClinicQueue;
import io.jinlin.contract.page.Closure;
import io.jinlin.contract.page.Device;
import io.jinlin.contract.page.Dish;
import io.jinlin.contract.page.FailureRule;
import io.jinlin.contract.page.Item;
import io.jinlin.contract.page.MealDay;
import io.jinlin.contract.page.MealPeriod;
import io.jinlin.contract.page.Menu;
import io.jinlin.contract.page.Place;
import io.jinlin.contract.page.Service;
import io.jinlin.contract.page.Session;
import io.jinlin.contract.page.Site;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/** One value of every message, event and item, by the name of its golden file. */
final class Samples {
  static final CardRef REF = new CardRef(0x0123456789abcdefL, 0xfedcba9876543210L);
  static final CardRef OTHER = new CardRef(0x1111111111111111L, 0x2222222222222222L);
  static final LocalDate DAY = LocalDate.of(2026, 11, 24);
  private static final String EPOCH = "e5f0c1d2b3a49586";
  private static final String NONCE = "n0a1b2c3d4e5f607";
  private static final String BOOT = "b7b1a1e0c2d34f5681726354a0b0c0d0";

  private Samples() {}

  static Map<String, Event> events() {
    Map<String, Event> events = new LinkedHashMap<>();
    Occasion lunch = occasion(Occasion.Kind.MEAL, "lunch");
    Occasion clinic = occasion(Occasion.Kind.CLINIC, "chinese-medicine");
    Occasion school = occasion(Occasion.Kind.SESSION, "school-2026-11-24");
    put(events, "scan-meal", scan(Outcome.ACCEPTED, lunch, Optional.of(Way.DINE_IN), 0));
    put(events, "scan-ticket", scan(Outcome.ACCEPTED, clinic, Optional.empty(), 101));
    put(
        events,
        "scan-see-staff",
        new Fact.Scan(
            "school",
            REF,
            Outcome.SEE_STAFF,
            Optional.empty(),
            Optional.empty(),
            0,
            Input.KEYBOARD));
    put(events, "revocation-held", new Fact.RevocationHeld("hall", REF));
    put(events, "departure", new Fact.Departure("hall", REF, Input.LINE));
    put(events, "passage", new Fact.Passage("hall", "main", Fact.Passage.Direction.OUT, 2));
    put(events, "help-call", new Fact.HelpCall("canteen", "call-7", false));
    put(
        events,
        "collection",
        new Fact.Collection("school", REF, school, List.of(OTHER, REF), Input.BROWSER));
    put(events, "hand-count", new Fact.HandCount("hall", 31, "林主任"));
    put(events, "help-answer", new Fact.HelpAnswer("canteen", "kiosk-1", "call-7", "desk"));
    put(events, "ticket-call", new Fact.TicketCall("clinic", clinic, 101, "nurse"));
    put(events, "hand-over", new Fact.HandOver("school", school, OTHER, REF, "teacher"));
    put(
        events,
        "voiding",
        new Fact.Voiding("canteen", new EventId("kiosk-1", EPOCH, 42), "扫错了 \"twice\"", "cook"));
    putSteps(events, clinic);
    putCanteen(events, lunch);
    return events;
  }

  private static void putSteps(Map<String, Event> events, Occasion clinic) {
    put(
        events,
        "ticket-step-call",
        step(clinic, 101, Fact.TicketStep.Step.CALL, Optional.of("room-3"), Optional.empty()));
    put(
        events,
        "ticket-step-transfer",
        step(clinic, 101, Fact.TicketStep.Step.TRANSFER, Optional.empty(), Optional.of("basic")));
    put(
        events,
        "ticket-step-close",
        step(clinic, 0, Fact.TicketStep.Step.CLOSE, Optional.empty(), Optional.empty()));
  }

  private static Fact step(
      Occasion occasion,
      int ticket,
      Fact.TicketStep.Step step,
      Optional<String> room,
      Optional<String> queue) {
    return new Fact.TicketStep("clinic", occasion, ticket, step, room, queue, "nurse");
  }

  private static void putCanteen(Map<String, Event> events, Occasion lunch) {
    put(
        events,
        "scan-by-proxy",
        new Fact.Scan(
            "canteen",
            REF,
            Outcome.ACCEPTED,
            Optional.of(lunch),
            Optional.of(Way.BY_PROXY),
            0,
            Input.CAMERA,
            Optional.of(OTHER)));
    put(
        events,
        "serving-forgotten-card",
        new Fact.Serving(
            "canteen",
            lunch,
            Fact.Serving.Kind.FORGOTTEN_CARD,
            17,
            Optional.of(REF),
            Way.DINE_IN,
            1,
            "忘带卡",
            "cook"));
    put(
        events,
        "serving-guest",
        new Fact.Serving(
            "canteen",
            lunch,
            Fact.Serving.Kind.GUEST,
            0,
            Optional.empty(),
            Way.COLLECT,
            3,
            "街道来访",
            "cook"));
    put(events, "stock", new Fact.Stock("canteen", lunch, OptionalInt.of(160), false, "cook"));
    put(events, "stock-sold-out", new Fact.Stock("canteen", lunch, OptionalInt.empty(), true, "c"));
  }

  private static void put(Map<String, Event> events, String name, Fact fact) {
    events.put(name, new Event(1_795_491_720_123L, 8_123_456L, fact));
  }

  private static Fact scan(Outcome outcome, Occasion occasion, Optional<Way> way, int ticket) {
    return new Fact.Scan("canteen", REF, outcome, Optional.of(occasion), way, ticket, Input.CAMERA);
  }

  private static Occasion occasion(Occasion.Kind kind, String id) {
    return new Occasion(kind, id, DAY);
  }

  static Hello hello() {
    return new Hello(
        NONCE,
        BOOT,
        8_123_456L,
        List.of(new EpochRange(EPOCH, 5, 90), new EpochRange("e2", 1, 1)),
        "0.1.0");
  }

  static Ack ack() {
    return new Ack(
        Ack.Answer.HELLO,
        NONCE,
        1_795_491_720_456L,
        true,
        8_123_456L,
        List.of(new Ack.Position(EPOCH, 88, 40), new Ack.Position("e2", 0, 0)),
        Map.of(PageKind.ROSTER, new Version("t1", 14_000), PageKind.CLAIMS, Version.NONE),
        List.of(new Ack.Rejected(EPOCH, 87, Refusal.FIELD_MISSING)),
        "");
  }

  static Ask ask() {
    return new Ask(NONCE, PageKind.TIMETABLE, new Version("t1", 17));
  }

  static Health health() {
    return new Health(
        12, 1_795_491_700_000L, 40_960, false, "0.1.0", List.of("camera-lost", "disk-full"));
  }

  static Command helpAnswered() {
    return new Command.HelpAnswered("call-7");
  }

  static Command full() {
    return new Command.Full(true);
  }

  static Command figures() {
    return new Command.Figures(
        new FiguresNow(
            DAY,
            OptionalInt.of(43),
            List.of(
                new FiguresNow.Queue("chinese-medicine", false, List.of(101, 9, 103), 240),
                new FiguresNow.Queue("basic", true, List.of(), 300))));
  }

  static Batch batch() {
    List<byte[]> lines = events().values().stream().limit(3).map(EventCodec::encode).toList();
    return new Batch(
        new Batch.Header(
            NONCE,
            EPOCH,
            88,
            3,
            2,
            BOOT,
            OptionalLong.of(1_795_483_596_667L),
            new Version("t1", 14_000)),
        lines);
  }

  static Page page() {
    return new Page(
        PageKind.REVOCATIONS,
        Version.NONE,
        true,
        new Version("t1", 2),
        new Version("t1", 9),
        List.of("{\"type\":\"a\"}".getBytes(StandardCharsets.UTF_8), new byte[] {'x'}));
  }

  static Map<String, Item> items() {
    byte[] sealed = new byte[Seal.SEALED_BYTES];
    Arrays.fill(sealed, (byte) 0xa5);
    Map<String, Item> items = new LinkedHashMap<>();
    items.put("item-roster", new Item.Roster(7, REF, sealed));
    items.put("item-revocation", new Item.Revocation(8, REF));
    items.put(
        "item-claim",
        new Item.Claim(9, REF, occasion(Occasion.Kind.MEAL, "lunch"), 1_795_491_720_123L));
    items.put("item-session", new Item.Timetable(10, session()));
    items.put("item-site", new Item.SiteSettings(11, site()));
    items.put("item-place", new Item.PlaceSettings(12, place()));
    Device device = new Device("kiosk-1", "食堂一号", "canteen", Device.Role.ENTRANCE, 100);
    items.put("item-device", new Item.DeviceSettings(13, device));
    items.put("item-gone", new Item.Gone(14, "place/old"));
    putCanteen(items);
    return items;
  }

  private static void putCanteen(Map<String, Item> items) {
    Occasion lunch = occasion(Occasion.Kind.MEAL, "lunch");
    items.put("item-release", new Item.Release(15, REF, lunch, 1_795_491_720_123L));
    Canteen canteen = new Canteen("canteen", 2, true, List.of("kiosk-canteen-2"));
    items.put("item-canteen", new Item.CanteenSettings(16, canteen));
    Dish noodles = new Dish("卤面", "Braised noodles", Set.of());
    Dish rice = new Dish("咸饭", "Savoury rice", Set.of(Dish.Mark.LOW_SALT, Dish.Mark.SOFT));
    List<MealPeriod> holiday = List.of(weekendLunch());
    items.put(
        "item-meal-day",
        new Item.MealDaySettings(
            17,
            new MealDay(
                "canteen",
                DAY,
                Optional.of(holiday),
                List.of(new Menu("lunch", List.of(noodles, rice))))));
    items.put(
        "item-closure",
        new Item.ClosureSettings(
            18,
            new Closure(
                "typhoon-1",
                Optional.empty(),
                DAY.atTime(12, 0),
                DAY.plusDays(1).atTime(6, 30),
                "台风停开",
                "Closed for the typhoon")));
    items.put("item-sold-out", new Item.SoldOut(19, lunch));
  }

  static MealPeriod weekendLunch() {
    return new MealPeriod(
        "lunch",
        "午餐",
        "Lunch",
        LocalTime.of(11, 30),
        LocalTime.of(12, 30),
        Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY));
  }

  static Site site() {
    return new Site("jinlin", "近邻社区", "Jinlin Community", ZoneId.of("Asia/Shanghai"));
  }

  static Session session() {
    return new Session(
        "film-2026-11-25",
        "film",
        "hall",
        "film",
        "星期三电影",
        "Wednesday film",
        LocalDateTime.of(2026, 11, 25, 14, 30),
        LocalDateTime.of(2026, 11, 25, 16, 0),
        60,
        true);
  }

  static Place place() {
    return new Place(
        "canteen",
        "食堂",
        "Canteen",
        Service.CANTEEN,
        80,
        85,
        45,
        FailureRule.SERVE,
        10,
        30,
        List.of(new MealPeriod("lunch", "午餐", "Lunch", LocalTime.of(11, 0), LocalTime.of(13, 0))),
        List.of(
            new ClinicQueue("basic", "全科", "General", LocalTime.of(8, 0), LocalTime.of(17, 0))));
  }
}
