package io.jinlin.hub.timetable;

import io.jinlin.contract.event.Check;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.component.VEvent;

/** Reads iCalendar (RFC 5545): one series for each UID. */
final class CalendarReader {
  /** What follows a session's name in the UIDs that this hub writes. */
  static final String OWN = "@jinlin";

  private static final int SHORT = 120;

  private final ZoneId zone;
  private final Upload.Defaults defaults;
  private final List<Upload.Trouble> troubles = new ArrayList<>();

  CalendarReader(ZoneId zone, Upload.Defaults defaults) {
    this.zone = zone;
    this.defaults = defaults;
  }

  Draft read(byte[] file) {
    List<Draft.Item> items = new ArrayList<>();
    try {
      Calendar calendar =
          new CalendarBuilder().build(new StringReader(new String(file, StandardCharsets.UTF_8)));
      List<VEvent> events = calendar.getComponents(Component.VEVENT);
      if (events.isEmpty()) {
        trouble(0, "", "no-events", "");
      } else if (events.size() > Upload.MAX_ITEMS) {
        trouble(0, "", "too-many", String.valueOf(Upload.MAX_ITEMS));
      } else {
        families(events).values().forEach(family -> family.read(items));
      }
    } catch (ParserException e) {
      trouble(e.getLineNo(), "", "broken", brief(e));
    } catch (IOException | RuntimeException e) {
      trouble(0, "", "broken", brief(e));
    }
    return new Draft(items, troubles);
  }

  private static String brief(Exception problem) {
    String text = String.valueOf(problem.getMessage()).replaceAll("\\s+", " ");
    return text.length() > SHORT ? text.substring(0, SHORT) + "…" : text;
  }

  private void trouble(int number, String title, String code, String detail) {
    if (troubles.size() < Upload.MAX_TROUBLES) {
      troubles.add(new Upload.Trouble(number, title, code, detail));
    }
  }

  private Map<String, Family> families(List<VEvent> events) {
    Map<String, Family> families = new LinkedHashMap<>();
    for (int i = 0; i < events.size(); i++) {
      EventFields fields = new EventFields(events.get(i), zone, i + 1);
      families.computeIfAbsent(fields.uid(), Family::new).add(fields);
    }
    return families;
  }

  /** The events of one UID: the series, and dates of it that are otherwise. */
  private final class Family {
    private final String uid;
    private final List<EventFields> events = new ArrayList<>();

    Family(String uid) {
      this.uid = uid;
    }

    void add(EventFields event) {
      events.add(event);
    }

    void read(List<Draft.Item> items) {
      EventFields first = events.get(0);
      try {
        items.add(item());
      } catch (InvalidTimetable invalid) {
        trouble(first.number(), first.title(), invalid.code(), invalid.detail());
      } catch (RuntimeException broken) {
        trouble(first.number(), first.title(), "broken", brief(broken));
      }
    }

    private Draft.Item item() {
      EventFields main =
          events.stream().filter(event -> !event.isOfOneDate()).findFirst().orElse(events.get(0));
      boolean own = uid.endsWith(OWN) && Check.isId(uid.substring(0, uid.length() - OWN.length()));
      Draft.Whole whole = whole(main);
      if (!own) {
        return whole;
      }
      String session = uid.substring(0, uid.length() - OWN.length());
      return new Draft.Own(main.number(), session, change(main, Optional.empty()), whole);
    }

    private Draft.Whole whole(EventFields main) {
      EventRule rule = EventRule.of(main);
      Map<LocalDate, Change> changes = new TreeMap<>(rule.changes());
      String place = place(main);
      if (main.isCancelled()) {
        changes.put(main.day(), new Change.Cancelled(""));
      }
      Series series =
          new Series(
              Uploads.id("i", uid),
              main.title(),
              main.titleEnglish(),
              Uploads.category(main.categories()).orElse(defaults.category()),
              place,
              main.teacher(),
              0,
              true,
              false,
              false,
              rule.rule());
      for (EventFields event : events) {
        if (event != main) {
          changes.put(event.dateOfSeries(), change(event, Optional.of(series)));
        }
      }
      return new Draft.Whole(main.number(), series, changes);
    }

    private Change change(EventFields event, Optional<Series> series) {
      if (event.isCancelled()) {
        return new Change.Cancelled("");
      }
      Optional<String> place = Optional.of(place(event));
      Optional<String> title = Optional.of(event.title());
      return new Change.Held(
          event.day(),
          event.slot(),
          place.filter(one -> !series.map(Series::place).equals(Optional.of(one))),
          Optional.empty(),
          title.filter(one -> !series.map(Series::title).equals(Optional.of(one))),
          Optional.empty(),
          false,
          "");
    }

    private String place(EventFields event) {
      String named = event.location();
      if (named.isEmpty()) {
        return defaults.place().orElseThrow(() -> new InvalidTimetable("place-missing", ""));
      }
      return defaults.place(named).orElseThrow(() -> new InvalidTimetable("place-unknown", named));
    }
  }
}
