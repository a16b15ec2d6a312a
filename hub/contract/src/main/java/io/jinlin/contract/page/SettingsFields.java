package io.jinlin.contract.page;

import io.jinlin.contract.event.WordTable;
import io.jinlin.contract.wire.Fields;
import io.jinlin.contract.wire.JsonLine;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Function;

/** The fields of sessions, sites, places and devices. Times are local, as ISO 8601. */
final class SettingsFields {
  private static final WordTable<Service> SERVICES = WordTable.of(Service.class);
  private static final WordTable<FailureRule> RULES = WordTable.of(FailureRule.class);
  private static final WordTable<Device.Role> ROLES = WordTable.of(Device.Role.class);

  private SettingsFields() {}

  static JsonLine put(JsonLine line, Session session) {
    return line.put("id", session.id())
        .put("series", session.series())
        .put("place", session.place())
        .put("category", session.category())
        .put("title", session.title())
        .put("title_english", session.titleEnglish())
        .put("starts", session.starts().toString())
        .put("ends", session.ends().toString())
        .put("capacity", session.capacity())
        .put("walk_ins", session.walkIns());
  }

  static Session session(Fields fields) {
    return new Session(
        fields.text("id"),
        fields.text("series"),
        fields.text("place"),
        fields.text("category"),
        fields.text("title"),
        fields.text("title_english"),
        parsed(fields, "starts", LocalDateTime::parse, LocalDateTime.MIN),
        parsed(fields, "ends", LocalDateTime::parse, LocalDateTime.MIN),
        fields.integer("capacity"),
        fields.flag("walk_ins"));
  }

  static JsonLine put(JsonLine line, Site site) {
    return line.put("id", site.id())
        .put("name", site.name())
        .put("name_english", site.nameEnglish())
        .put("zone", site.zone().getId());
  }

  static Site site(Fields fields) {
    return new Site(
        fields.text("id"),
        fields.text("name"),
        fields.text("name_english"),
        parsed(fields, "zone", ZoneId::of, ZoneOffset.UTC));
  }

  static JsonLine put(JsonLine line, Device device) {
    return line.put("id", device.id())
        .put("name", device.name())
        .put("place", device.place())
        .put("role", ROLES.word(device.role()))
        .put("ticket_base", device.ticketBase());
  }

  static Device device(Fields fields) {
    return new Device(
        fields.text("id"),
        fields.text("name"),
        fields.text("place"),
        fields.word("role", ROLES),
        fields.integer("ticket_base"));
  }

  static JsonLine put(JsonLine line, Place place) {
    return line.put("id", place.id())
        .put("name", place.name())
        .put("name_english", place.nameEnglish())
        .put("service", SERVICES.word(place.service()))
        .put("capacity", place.capacity())
        .put("soft_percent", place.softPercent())
        .put("dwell_minutes", place.dwellMinutes())
        .put("failure_rule", RULES.word(place.failureRule()))
        .put("early_grace_minutes", place.earlyGraceMinutes())
        .put("session_window_minutes", place.sessionWindowMinutes())
        .putObjects("meals", place.meals(), SettingsFields::putMeal)
        .putObjects("queues", place.queues(), SettingsFields::putQueue);
  }

  static Place place(Fields fields) {
    return new Place(
        fields.text("id"),
        fields.text("name"),
        fields.text("name_english"),
        fields.word("service", SERVICES),
        fields.integer("capacity"),
        fields.integer("soft_percent"),
        fields.integer("dwell_minutes"),
        fields.word("failure_rule", RULES),
        fields.integer("early_grace_minutes"),
        fields.integer("session_window_minutes"),
        fields.objects("meals", SettingsFields::meal),
        fields.objects("queues", SettingsFields::queue));
  }

  static void putMeal(JsonLine line, MealPeriod meal) {
    putHours(line, meal.id(), meal.name(), meal.nameEnglish(), meal.opens(), meal.closes());
    if (meal.days().size() < MealPeriod.EVERY_DAY.size()) {
      line.put("days", Weekdays.text(meal.days()));
    }
  }

  private static void putQueue(JsonLine line, ClinicQueue queue) {
    putHours(line, queue.id(), queue.name(), queue.nameEnglish(), queue.opens(), queue.closes());
  }

  private static void putHours(
      JsonLine line, String id, String name, String english, LocalTime opens, LocalTime closes) {
    line.put("id", id)
        .put("name", name)
        .put("name_english", english)
        .put("opens", opens.toString())
        .put("closes", closes.toString());
  }

  static MealPeriod meal(Fields fields) {
    return new MealPeriod(
        fields.text("id"),
        fields.text("name"),
        fields.text("name_english"),
        parsed(fields, "opens", LocalTime::parse, LocalTime.MIN),
        parsed(fields, "closes", LocalTime::parse, LocalTime.MAX),
        fields.has("days")
            ? fields.parsed("days", fields.text("days"), Weekdays::parse, MealPeriod.EVERY_DAY)
            : MealPeriod.EVERY_DAY);
  }

  private static ClinicQueue queue(Fields fields) {
    return new ClinicQueue(
        fields.text("id"),
        fields.text("name"),
        fields.text("name_english"),
        parsed(fields, "opens", LocalTime::parse, LocalTime.MIN),
        parsed(fields, "closes", LocalTime::parse, LocalTime.MAX));
  }

  static <T> T parsed(Fields fields, String name, Function<String, T> parser, T placeholder) {
    return fields.parsed(name, fields.text(name), text -> understood(parser, text), placeholder);
  }

  private static <T> Optional<T> understood(Function<String, T> parser, String text) {
    try {
      return Optional.of(parser.apply(text));
    } catch (DateTimeException notATime) {
      return Optional.empty();
    }
  }
}
