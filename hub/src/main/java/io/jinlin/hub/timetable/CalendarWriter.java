package io.jinlin.hub.timetable;

import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Categories;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/**
 * Writes iCalendar: one event for each session, in UTC, so that every calendar shows what takes
 * place without knowing the site's rules, holidays or zone.
 */
final class CalendarWriter {
  private CalendarWriter() {}

  /**
   * The file.
   *
   * @param place the name of a place
   */
  static String write(
      List<SessionLine> lines, ZoneId zone, Instant now, Function<String, String> place) {
    Calendar calendar = new Calendar();
    calendar.add(new ProdId("-//Jinlin//Timetable//ZH"));
    calendar.add(ImmutableVersion.VERSION_2_0);
    for (SessionLine line : lines) {
      VEvent event = new VEvent(false);
      event.add(new Uid(line.session().id() + CalendarReader.OWN));
      event.add(new DtStamp(now));
      event.add(new DtStart<>(line.session().starts().atZone(zone).toInstant()));
      event.add(new DtEnd<>(line.session().ends().atZone(zone).toInstant()));
      event.add(new Summary(line.session().title()));
      event.add(new Location(place.apply(line.session().place())));
      event.add(new Categories(Words.of(line.session().category())));
      event.add(new Status(line.cancelled() ? "CANCELLED" : "CONFIRMED"));
      event.add(new XProperty("X-JINLIN-TITLE-EN", line.session().titleEnglish()));
      if (!line.teacher().isEmpty()) {
        event.add(new XProperty("X-JINLIN-TEACHER", line.teacher()));
      }
      calendar.add(event);
    }
    StringWriter text = new StringWriter();
    try {
      new CalendarOutputter(false).output(calendar, text);
    } catch (IOException e) {
      throw new IllegalStateException("text in memory cannot be written", e);
    }
    return text.toString();
  }
}
