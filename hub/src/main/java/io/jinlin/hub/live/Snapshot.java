package io.jinlin.hub.live;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the staff page shows; the names of the components are the names in its JSON. Times are
 * milliseconds since 1970 UTC unless a name ends in {@code Ms}, which is an age at that time; days
 * and times of day are the site's.
 */
public record Snapshot(
    long at,
    SiteNow site,
    String day,
    List<Meal> meals,
    Seats seats,
    Clinic clinic,
    List<SessionNow> sessions,
    List<PlaceNow> places,
    List<DeviceNow> devices,
    List<Help> help,
    List<HandOver> handovers,
    long review,
    @Nullable String trouble,
    Attendances attendances,
    List<Row> latest,
    List<ClosureNow> closures,
    List<Row> counter,
    List<RoomAlert> roomAlerts) {

  /** The same without what changes by time alone, to tell news from the ticking of clocks. */
  Snapshot timeless() {
    return new Snapshot(
        0,
        site,
        day,
        meals,
        new Seats(seats.taken, seats.capacity, seats.basis, 0),
        clinic,
        sessions,
        places.stream().map(PlaceNow::timeless).toList(),
        devices.stream().map(DeviceNow::timeless).toList(),
        help.stream().map(Help::timeless).toList(),
        handovers.stream().map(HandOver::timeless).toList(),
        review,
        trouble,
        attendances,
        latest,
        closures,
        counter,
        roomAlerts.stream().map(RoomAlert::timeless).toList());
  }

  /** Something with an id and a name in both languages. */
  public record Named(String id, String zh, String en) {}

  /** The site; {@code zone} is the name of the time zone by which days are meant. */
  public record SiteNow(String id, String zh, String en, String zone) {}

  /**
   * A meal of today and how many portions were had, by way; {@code lastWeek} on the same weekday;
   * {@code cooked} null while nobody entered it; {@code byHand} whether staff said that it is sold
   * out whatever is left.
   */
  public record Meal(
      String occasion,
      String place,
      Text period,
      String opens,
      String closes,
      String state,
      long total,
      Map<String, Long> ways,
      long lastWeek,
      @Nullable Integer cooked,
      boolean soldOut,
      boolean byHand,
      List<DishNow> menu) {}

  /** A dish; the marks are words of the wire. */
  public record DishNow(String zh, String en, List<String> marks) {}

  /** A place, or the whole centre (null), is closed for a time of today or of later. */
  public record ClosureNow(
      String id, @Nullable String place, Text name, String from, String until, Text reason) {}

  /** Seats of the canteen. */
  public record Seats(int taken, int capacity, String basis, long ageMs) {}

  /** The clinic's queues together. */
  public record Clinic(int waiting, List<Queue> queues) {}

  /** One queue; {@code next} who has waited longest, {@code called} newest first. */
  public record Queue(
      String id, String zh, String en, int waiting, @Nullable Integer next, List<Integer> called) {}

  /** A session of today. */
  public record SessionNow(
      String occasion,
      Text title,
      Named place,
      String category,
      String starts,
      String ends,
      String state,
      long headcount,
      int enrolled,
      int capacity) {}

  /** A place; {@code curve} holds people every five minutes from six in the morning to now. */
  public record PlaceNow(
      String id,
      String zh,
      String en,
      int people,
      int capacity,
      int softPercent,
      String level,
      String basis,
      long ageMs,
      int doubt,
      List<Integer> curve) {

    private PlaceNow timeless() {
      return new PlaceNow(
          id, zh, en, people, capacity, softPercent, level, basis, 0, doubt, List.of());
    }
  }

  /**
   * A place at its soft ({@code nearly-full}) or firm limit ({@code full}).
   *
   * @param sinceMs how long already
   * @param by who sees to it; empty for nobody
   */
  public record RoomAlert(String place, String level, long sinceMs, String by) {
    private RoomAlert timeless() {
      return new RoomAlert(place, level, 0, by);
    }
  }

  /**
   * A device; {@code lastSeenMs} is null if it was not heard since the hub's start, {@code
   * nameEnglish} is the name once more if it has no English one.
   */
  public record DeviceNow(
      String id,
      String name,
      String nameEnglish,
      String place,
      boolean online,
      @Nullable Long lastSeenMs,
      long unsent,
      boolean clockTrusted,
      List<String> problems,
      List<String> held,
      String software) {

    private DeviceNow timeless() {
      Long seen = lastSeenMs == null ? null : 0L;
      return new DeviceNow(
          id,
          name,
          nameEnglish,
          place,
          online,
          seen,
          unsent,
          clockTrusted,
          problems,
          held,
          software);
    }
  }

  /** An open call for help. */
  public record Help(String device, String placeId, Text place, String call, long sinceMs) {

    private Help timeless() {
      return new Help(device, placeId, place, call, 0);
    }
  }

  /** An adult who is at the door for children. */
  public record HandOver(
      String event, String place, Adult adult, List<Child> children, long sinceMs) {

    private HandOver timeless() {
      return new HandOver(event, place, adult, children, 0);
    }
  }

  /** Masked. */
  public record Adult(String name) {}

  /** Masked, and the reference of the child's card. */
  public record Child(String ref, String name) {}

  /** 人次, 人, 场次 and 份 of today, side by side. */
  public record Attendances(long today, int people, int sessions, long meals) {}

  /** An event in a table; what does not apply is null. */
  public record Row(
      String event,
      long at,
      long received,
      String type,
      Text place,
      @Nullable String name,
      @Nullable String outcome,
      @Nullable String occasion,
      @Nullable Text occasionLabel,
      @Nullable String way,
      @Nullable Integer ticket,
      boolean counted,
      boolean voided,
      @Nullable String kind,
      @Nullable Integer portions,
      @Nullable String collector) {}
}
