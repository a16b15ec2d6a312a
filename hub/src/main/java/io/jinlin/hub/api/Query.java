package io.jinlin.hub.api;

import io.jinlin.contract.event.Occasion;
import io.jinlin.contract.event.WordTable;
import io.jinlin.hub.live.Entries;
import io.vertx.core.MultiMap;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** The query of an address, each field checked. */
final class Query {

  private static final int MAX_LENGTH = 80;
  private static final long DAY_MS = 86_400_000;

  private final MultiMap fields;

  Query(MultiMap fields) {
    this.fields = fields;
  }

  Optional<String> text(String field) {
    String value = fields.get(field);
    if (value != null && value.length() > MAX_LENGTH) {
      throw new Refused(400, "field-invalid", field);
    }
    return Optional.ofNullable(value).filter(text -> !text.isEmpty());
  }

  <E extends Enum<E>> Optional<E> word(String field, Class<E> type) {
    Optional<String> text = text(field);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Optional<E> found = WordTable.of(type).find(text.get());
    if (found.isEmpty()) {
      throw new Refused(400, "field-invalid", field);
    }
    return found;
  }

  int integer(String field, int otherwise, int least, int most) {
    try {
      int value = text(field).map(Integer::parseInt).orElse(otherwise);
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException notANumber) {
      // The answer below covers it.
    }
    throw new Refused(400, "field-invalid", field);
  }

  Optional<Entries.Cursor> cursor(String field) {
    Optional<String> text = text(field);
    Optional<Entries.Cursor> cursor = text.flatMap(Entries.Cursor::parse);
    if (text.isPresent() && cursor.isEmpty()) {
      throw new Refused(400, "field-invalid", field);
    }
    return cursor;
  }

  Optional<LocalDate> day(String field) {
    try {
      return text(field).map(LocalDate::parse);
    } catch (DateTimeParseException notADay) {
      throw new Refused(400, "field-invalid", field);
    }
  }

  Optional<Occasion> occasion(String field) {
    Optional<String> text = text(field);
    Optional<Occasion> occasion = text.flatMap(Occasion::parse);
    if (text.isPresent() && occasion.isEmpty()) {
      throw new Refused(400, "field-invalid", field);
    }
    return occasion;
  }

  /** A span of time, from included, until not. */
  record Span(long fromMillis, long untilMillis) {}

  /**
   * The day asked for; without one the days around the occasion asked for, since its events are
   * nowhere else; without either all that can be true.
   */
  Span span(ZoneId zone, Instant now) {
    Optional<LocalDate> day = day("day");
    if (day.isPresent()) {
      return span(day.get(), day.get().plusDays(1), zone);
    }
    return occasion("occasion")
        .map(Occasion::date)
        .map(date -> span(date.minusDays(1), date.plusDays(2), zone))
        .orElseGet(() -> new Span(Long.MIN_VALUE, now.toEpochMilli() + DAY_MS));
  }

  private static Span span(LocalDate first, LocalDate last, ZoneId zone) {
    return new Span(
        first.atStartOfDay(zone).toInstant().toEpochMilli(),
        last.atStartOfDay(zone).toInstant().toEpochMilli());
  }
}
