package io.jinlin.hub.timetable;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.Recur;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Categories;
import net.fortuna.ical4j.model.property.DateListProperty;
import net.fortuna.ical4j.model.property.DateProperty;
import net.fortuna.ical4j.model.property.Duration;
import net.fortuna.ical4j.model.property.RRule;

/** The fields of an event of a calendar file, by the site's clocks. */
final class EventFields {
  private static final String ENGLISH = "X-JINLIN-TITLE-EN";
  private static final String TEACHER = "X-JINLIN-TEACHER";

  private final VEvent event;
  private final ZoneId zone;
  private final int number;

  EventFields(VEvent event, ZoneId zone, int number) {
    this.event = event;
    this.zone = zone;
    this.number = number;
  }

  /** Its place in the file, from 1. */
  int number() {
    return number;
  }

  /** Names the series; an event without one is named by what it says. */
  String uid() {
    String uid = text(Property.UID);
    return uid.isEmpty() ? title() + "|" + text(Property.DTSTART) + "|" + location() : uid;
  }

  String title() {
    return text(Property.SUMMARY);
  }

  String titleEnglish() {
    String english = text(ENGLISH);
    return english.isEmpty() ? title() : english;
  }

  String teacher() {
    return text(TEACHER);
  }

  String location() {
    return text(Property.LOCATION);
  }

  boolean isCancelled() {
    return text(Property.STATUS).equals("CANCELLED");
  }

  Set<String> categories() {
    Optional<Property> categories = event.getProperty(Property.CATEGORIES);
    return categories.isPresent() && categories.get() instanceof Categories named
        ? named.getCategories().getTexts()
        : Set.of();
  }

  private String text(String property) {
    Optional<Property> found = event.getProperty(property);
    return found.map(Property::getValue).map(String::strip).orElse("");
  }

  /** Whether it is about one date of a series that another event describes. */
  boolean isOfOneDate() {
    return date(Property.RECURRENCE_ID).isPresent();
  }

  /** That date. */
  LocalDate dateOfSeries() {
    return date(Property.RECURRENCE_ID).map(one -> local(one).toLocalDate()).orElseGet(this::day);
  }

  LocalDate day() {
    return starts().toLocalDate();
  }

  LocalDateTime starts() {
    return local(start());
  }

  /** As the file has it. */
  Temporal start() {
    return date(Property.DTSTART)
        .orElseThrow(() -> new InvalidTimetable("no-start", text(Property.DTSTART)));
  }

  Slot slot() {
    LocalDateTime starts = starts();
    LocalDateTime ends = ends(starts);
    if (!ends.isAfter(starts)) {
      throw new InvalidTimetable("ends-before-it-starts", starts + " – " + ends);
    }
    if (!ends.toLocalDate().equals(starts.toLocalDate())) {
      throw new InvalidTimetable("past-midnight", starts + " – " + ends);
    }
    return new Slot(starts.toLocalTime(), ends.toLocalTime());
  }

  private LocalDateTime ends(LocalDateTime starts) {
    Optional<Temporal> end = date(Property.DTEND);
    if (end.isPresent()) {
      return local(end.get());
    }
    Optional<Property> lasts = event.getProperty(Property.DURATION);
    if (lasts.isPresent() && lasts.get() instanceof Duration duration) {
      TemporalAmount amount = duration.getDuration();
      return starts.plus(amount);
    }
    throw new InvalidTimetable("no-end", "");
  }

  Optional<Recur<Temporal>> recur() {
    Optional<RRule<Temporal>> rule = event.getProperty(Property.RRULE);
    return rule.map(RRule::getRecur);
  }

  /** The days of EXDATE or RDATE. */
  List<LocalDate> days(String property) {
    List<LocalDate> days = new ArrayList<>();
    List<Property> found = event.getProperties(property);
    for (Property one : found) {
      if (one instanceof DateListProperty<?> list) {
        list.getDates().forEach(date -> days.add(localDay(date)));
      }
    }
    return days;
  }

  private Optional<Temporal> date(String property) {
    Optional<Property> found = event.getProperty(property);
    return found.isPresent() && found.get() instanceof DateProperty<?> date
        ? Optional.ofNullable(date.getDate())
        : Optional.empty();
  }

  LocalDate localDay(Temporal date) {
    return date instanceof LocalDate day ? day : local(date).toLocalDate();
  }

  /** A time by the site's clocks; a floating one is meant so. */
  LocalDateTime local(Temporal date) {
    if (date instanceof LocalDateTime floating) {
      return floating;
    } else if (date instanceof ZonedDateTime zoned) {
      return zoned.withZoneSameInstant(zone).toLocalDateTime();
    } else if (date instanceof OffsetDateTime offset) {
      return offset.atZoneSameInstant(zone).toLocalDateTime();
    } else if (date instanceof Instant instant) {
      return LocalDateTime.ofInstant(instant, zone);
    }
    throw new InvalidTimetable("whole-day", date.toString());
  }

  /** Whether it is meant by the site's clocks all the year round. */
  boolean isLocal() {
    Temporal start = start();
    if (start instanceof LocalDateTime) {
      return true;
    }
    if (!(start instanceof ZonedDateTime zoned)) {
      return zone.getRules().isFixedOffset();
    }
    for (int months = 0; months < 12; months++) {
      ZonedDateTime later = zoned.plusMonths(months);
      if (!later.withZoneSameInstant(zone).toLocalDateTime().equals(later.toLocalDateTime())) {
        return false;
      }
    }
    return true;
  }
}
