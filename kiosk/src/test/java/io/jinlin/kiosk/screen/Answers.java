package io.jinlin.kiosk.screen;

import io.jinlin.contract.card.CardRefusal;
import io.jinlin.contract.event.Occasion;
import io.jinlin.contract.page.Dish;
import io.jinlin.edge.decide.Label;
import io.jinlin.edge.decide.Person;
import io.jinlin.edge.decide.PlaceNow;
import io.jinlin.edge.decide.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/** One answer of every kind, with the longest names that the sample community has. */
final class Answers {
  static final Person WANG = new Person("王*", "王奶奶", "zh");
  static final Person OUYANG = new Person("欧阳*", "欧阳爷爷", "zh");
  static final Label LUNCH = new Label("午餐", "Lunch");
  static final Label DINNER = new Label("晚餐", "Dinner");
  static final LocalDate DAY = LocalDate.of(2026, 11, 24);
  static final Occasion MEAL = new Occasion(Occasion.Kind.MEAL, "lunch", DAY);
  static final Occasion SESSION = new Occasion(Occasion.Kind.SESSION, "calligraphy-1124", DAY);
  static final Occasion VISIT = new Occasion(Occasion.Kind.VISIT, "hall", DAY);

  private static final Label CLASS = new Label("书法课", "Calligraphy");
  private static final Label TCM = new Label("中医", "Chinese medicine");

  private Answers() {}

  static Map<String, Verdict> all() {
    Map<String, Verdict> all = new LinkedHashMap<>();
    all.put("ok-meal", new Verdict.Accepted(WANG, MEAL, LUNCH));
    all.put("ok-unknown", new Verdict.Accepted(Person.UNKNOWN, MEAL, LUNCH));
    all.put("ok-session", new Verdict.Accepted(OUYANG, SESSION, CLASS));
    all.put("ok-visit", new Verdict.Accepted(WANG, VISIT, new Label("大厅", "Hall")));
    Verdict.Choice dinner = new Verdict.Choice("dinner", DINNER);
    all.put("ok-also", new Verdict.Accepted(WANG, MEAL, LUNCH, Optional.of(dinner)));
    all.putAll(canteen());
    all.put("already-meal", new Verdict.Already(WANG, MEAL, LUNCH, LocalTime.of(11, 42)));
    all.put("already-session", new Verdict.Already(OUYANG, SESSION, CLASS, LocalTime.of(9, 5)));
    all.put("ticket", new Verdict.Ticket(WANG, TCM, 101, false));
    all.put(
        "ticket-ahead", new Verdict.Ticket(WANG, TCM, 104, false).with(new Verdict.Ahead(3, 13)));
    all.put("ticket-again", new Verdict.Ticket(OUYANG, TCM, 1201, true));
    all.put("ask-4", new Verdict.Choose(OUYANG, queues()));
    all.put("ask-2", new Verdict.Choose(WANG, queues().subList(0, 2)));
    all.put("not-now", new Verdict.NotNow(LUNCH, Optional.of(DAY.atTime(11, 0))));
    all.put(
        "not-now-tomorrow", new Verdict.NotNow(LUNCH, Optional.of(DAY.plusDays(1).atTime(7, 0))));
    all.put("not-now-closed", new Verdict.NotNow(LUNCH, Optional.empty()));
    all.put("see-staff", new Verdict.SeeStaff());
    all.put("collecting", new Verdict.Collecting(OUYANG, 2));
    all.put("left", new Verdict.Left(WANG));
    all.put("untimed", new Verdict.Untimed(WANG));
    all.put("damaged", new Verdict.NotACard(CardRefusal.DAMAGED));
    all.put("payment", new Verdict.NotACard(CardRefusal.PAYMENT));
    all.put("web", new Verdict.NotACard(CardRefusal.WEB_ADDRESS));
    all.put("foreign", new Verdict.NotACard(CardRefusal.FOREIGN));
    all.put("out", new Verdict.OutOfService(Verdict.Reason.OUTBOX_FULL));
    return all;
  }

  private static Map<String, Verdict> canteen() {
    Map<String, Verdict> all = new LinkedHashMap<>();
    for (Verdict.Proxy.Step step : Verdict.Proxy.Step.values()) {
      Person collector = step == Verdict.Proxy.Step.OWN_CARD ? Person.UNKNOWN : OUYANG;
      all.put("proxy-" + step, new Verdict.Proxy(step, collector, 1, 2));
    }
    Verdict.Proxy next = new Verdict.Proxy(Verdict.Proxy.Step.OTHER_CARD, OUYANG, 1, 2);
    all.put("collected", new Verdict.Collected(WANG, MEAL, LUNCH, 2, 2));
    all.put(
        "collected-more", new Verdict.During(new Verdict.Collected(WANG, MEAL, LUNCH, 1, 2), next));
    PlaceNow.Next dinner = new PlaceNow.Next(DINNER, DAY.atTime(17, 0));
    all.put("sold-out", new Verdict.SoldOut(LUNCH, Optional.of(dinner)));
    all.put("sold-out-last", new Verdict.SoldOut(DINNER, Optional.empty()));
    Label canteen = new Label("社区幸福大食堂", "Community canteen");
    Label typhoon = new Label("台风停开", "Closed for the typhoon");
    PlaceNow.Next tomorrow =
        new PlaceNow.Next(new Label("早餐", "Breakfast"), DAY.plusDays(1).atTime(6, 30));
    all.put(
        "closed",
        new Verdict.Closed(
            canteen, typhoon, Optional.of(tomorrow), DAY.plusDays(1).atStartOfDay()));
    all.put(
        "closed-until",
        new Verdict.Closed(canteen, typhoon, Optional.empty(), DAY.plusDays(3).atTime(8, 0)));
    return all;
  }

  static List<Verdict.Choice> queues() {
    return List.of(
        new Verdict.Choice("chinese-medicine", TCM),
        new Verdict.Choice("basic", new Label("基本医疗", "Basic care")),
        new Verdict.Choice("public-health", new Label("公共卫生", "Public health")),
        new Verdict.Choice("pharmacy", new Label("取药", "Pharmacy")));
  }

  /** The canteen at 11:42, online, with a trusted clock. */
  static ScreenStatus status(ScreenStatus.Help help, boolean connected, List<String> problems) {
    LocalDateTime now = DAY.atTime(11, 42);
    ZoneId zone = ZoneId.of("Asia/Shanghai");
    Instant instant = now.atZone(zone).toInstant();
    return new ScreenStatus(
        connected,
        0,
        true,
        instant.toEpochMilli(),
        OptionalLong.of(instant.minusSeconds(connected ? 0 : 20 * 3_600).toEpochMilli()),
        Optional.of(
            new ScreenStatus.Standing(new Label("社区幸福大食堂", "Community canteen"), "canteen", zone)),
        Optional.of(
            new PlaceNow(
                PlaceNow.Kind.MEAL,
                LUNCH,
                Optional.of(DAY.atTime(11, 0)),
                Optional.of(DAY.atTime(13, 0)),
                Optional.empty(),
                Optional.empty(),
                new PlaceNow.Serving(menu(), false, true))),
        OptionalInt.of(43),
        help,
        problems);
  }

  private static List<Dish> menu() {
    return List.of(
        new Dish("卤面", "Braised noodles", Set.of()),
        new Dish("咸饭", "Savoury rice", Set.of(Dish.Mark.SOFT)),
        new Dish("清炒空心菜", "Water spinach", Set.of(Dish.Mark.LOW_SALT)));
  }

  /** The same place, closed for the day, or with its meal sold out. */
  static ScreenStatus status(boolean closed) {
    ScreenStatus open = status(ScreenStatus.Help.NONE, true, List.of());
    PlaceNow.Next dinner = new PlaceNow.Next(DINNER, DAY.atTime(17, 0));
    PlaceNow now =
        new PlaceNow(
            closed ? PlaceNow.Kind.CLOSED : PlaceNow.Kind.MEAL,
            closed ? new Label("社区幸福大食堂", "Community canteen") : LUNCH,
            Optional.empty(),
            Optional.empty(),
            Optional.of(dinner),
            closed ? Optional.of(new Label("台风停开", "Typhoon")) : Optional.empty(),
            closed ? PlaceNow.Serving.NONE : new PlaceNow.Serving(menu(), true, false));
    return new ScreenStatus(
        true,
        0,
        true,
        open.wallMillis(),
        open.pagesMillis(),
        open.place(),
        Optional.of(now),
        OptionalInt.empty(),
        ScreenStatus.Help.NONE,
        List.of());
  }

  static ScreenConfig config(int samples) {
    List<ScreenConfig.Sample> cards =
        java.util.stream.IntStream.range(0, samples)
            .mapToObj(i -> new ScreenConfig.Sample("s" + i, new Label("样卡" + i, "Sample " + i)))
            .toList();
    return new ScreenConfig(
        0,
        ScreenConfig.Reader.CAMERA,
        new Sounds(java.nio.file.Path.of("target/no-voice"), 0, LocalTime.MIN, LocalTime.MIN),
        Optional.empty(),
        cards);
  }
}
