package io.jinlin.hub.timetable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Series, changes and calendar as JSON, the same in the journal and for the staff page. */
public final class TimetableCodec {
  private static final ObjectMapper JSON = new ObjectMapper();

  private TimetableCodec() {}

  /** A series as an object. */
  public static ObjectNode encode(Series series) {
    ObjectNode body =
        JSON.createObjectNode()
            .put("id", series.id())
            .put("title", series.title())
            .put("titleEnglish", series.titleEnglish())
            .put("category", series.category())
            .put("place", series.place())
            .put("teacher", series.teacher())
            .put("capacity", series.capacity())
            .put("walkIns", series.walkIns())
            .put("termsOnly", series.termsOnly())
            .put("holidaysToo", series.holidaysToo())
            .put("everyWeeks", series.rule().everyWeeks())
            .put("from", series.rule().from().toString())
            .put("until", series.rule().until().map(LocalDate::toString).orElse(""));
    ObjectNode slots = body.putObject("slots");
    series.rule().slots().forEach((day, slot) -> put(slots.putObject(word(day)), slot));
    return body;
  }

  /**
   * Reads a series.
   *
   * @param id by which it is known; what the object says is not asked
   * @throws InvalidTimetable when a bound is not kept
   */
  public static Series series(JsonNode body, String id) {
    Map<DayOfWeek, Slot> slots = new EnumMap<>(DayOfWeek.class);
    body.path("slots")
        .properties()
        .forEach(one -> slots.put(day(one.getKey()), slot(one.getValue())));
    return new Series(
        id,
        text(body, "title"),
        text(body, "titleEnglish"),
        text(body, "category"),
        text(body, "place"),
        text(body, "teacher"),
        body.path("capacity").asInt(-1),
        body.path("walkIns").asBoolean(),
        body.path("termsOnly").asBoolean(),
        body.path("holidaysToo").asBoolean(),
        new WeekRule(
            slots,
            body.path("everyWeeks").asInt(1),
            date(body, "from"),
            optional(body, "until").map(TimetableCodec::date)));
  }

  /** A change as an object. */
  public static ObjectNode encode(Change change) {
    ObjectNode body = JSON.createObjectNode();
    if (change instanceof Change.Held held) {
      put(body.put("day", held.day().toString()), held.slot());
      held.place().ifPresent(value -> body.put("place", value));
      held.teacher().ifPresent(value -> body.put("teacher", value));
      held.title().ifPresent(value -> body.put("title", value));
      held.titleEnglish().ifPresent(value -> body.put("titleEnglish", value));
      body.put("anyway", held.anyway());
    } else {
      body.put("cancelled", true);
    }
    return body.put("note", change.note());
  }

  /**
   * Reads a change.
   *
   * @throws InvalidTimetable when a bound is not kept
   */
  public static Change change(JsonNode body) {
    if (body.path("cancelled").asBoolean()) {
      return new Change.Cancelled(text(body, "note"));
    }
    return new Change.Held(
        date(body, "day"),
        slot(body),
        optional(body, "place"),
        body.has("teacher") ? Optional.of(text(body, "teacher")) : Optional.empty(),
        optional(body, "title"),
        optional(body, "titleEnglish"),
        body.path("anyway").asBoolean(),
        text(body, "note"));
  }

  /** The calendar as an object. */
  public static ObjectNode encode(OpeningCalendar calendar) {
    ObjectNode body = JSON.createObjectNode();
    spans(body.putArray("holidays"), calendar.holidays());
    spans(body.putArray("terms"), calendar.terms());
    return body;
  }

  private static void spans(ArrayNode array, List<OpeningCalendar.Span> spans) {
    for (OpeningCalendar.Span span : spans) {
      array
          .addObject()
          .put("name", span.name())
          .put("nameEnglish", span.nameEnglish())
          .put("from", span.from().toString())
          .put("until", span.until().toString());
    }
  }

  /**
   * Reads the calendar.
   *
   * @throws InvalidTimetable when a bound is not kept
   */
  public static OpeningCalendar calendar(JsonNode body) {
    return new OpeningCalendar(spans(body.path("holidays")), spans(body.path("terms")));
  }

  private static List<OpeningCalendar.Span> spans(JsonNode array) {
    List<OpeningCalendar.Span> spans = new ArrayList<>();
    for (JsonNode one : array) {
      spans.add(
          new OpeningCalendar.Span(
              text(one, "name"), text(one, "nameEnglish"), date(one, "from"), date(one, "until")));
    }
    return spans;
  }

  private static void put(ObjectNode body, Slot slot) {
    body.put("starts", slot.starts().toString()).put("ends", slot.ends().toString());
  }

  private static Slot slot(JsonNode body) {
    return new Slot(time(body, "starts"), time(body, "ends"));
  }

  private static String word(DayOfWeek day) {
    return day.name().toLowerCase(Locale.ROOT);
  }

  private static DayOfWeek day(String word) {
    try {
      return DayOfWeek.valueOf(word.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      throw new InvalidTimetable("weekday", word);
    }
  }

  private static String text(JsonNode body, String field) {
    return body.path(field).asText("").strip();
  }

  private static Optional<String> optional(JsonNode body, String field) {
    return Optional.of(text(body, field)).filter(value -> !value.isEmpty());
  }

  private static LocalTime time(JsonNode body, String field) {
    try {
      return LocalTime.parse(text(body, field));
    } catch (DateTimeException notATime) {
      throw new InvalidTimetable("time", text(body, field));
    }
  }

  private static LocalDate date(JsonNode body, String field) {
    return date(text(body, field));
  }

  private static LocalDate date(String value) {
    try {
      return LocalDate.parse(value);
    } catch (DateTimeException notADay) {
      throw new InvalidTimetable("date", value);
    }
  }
}
