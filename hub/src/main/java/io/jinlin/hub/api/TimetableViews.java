package io.jinlin.hub.api;

import io.jinlin.contract.page.Place;
import io.jinlin.contract.page.Session;
import io.jinlin.hub.places.Places;
import io.jinlin.hub.timetable.OpeningCalendar;
import io.jinlin.hub.timetable.Series;
import io.jinlin.hub.timetable.SessionLine;
import io.jinlin.hub.timetable.TimetableCodec;
import io.jinlin.hub.timetable.TimetableDesk;
import io.jinlin.hub.timetable.Upload;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the timetable's page is answered. */
final class TimetableViews {
  private TimetableViews() {}

  static Map<String, Object> days(TimetableDesk.Days days, Places places) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("from", days.first().toString());
    view.put("until", days.last().toString());
    view.put(
        "sessions",
        days.sessions().stream()
            .map(line -> session(line, days.enrolled().getOrDefault(line.session().series(), 0)))
            .toList());
    view.put("calendar", calendar(days.calendar()));
    view.put("places", places.places().stream().map(TimetableViews::place).toList());
    view.put("categories", Series.CATEGORIES);
    return view;
  }

  private static Map<String, Object> place(Place place) {
    return Map.of(
        "id", place.id(),
        "zh", place.name(),
        "en", place.nameEnglish(),
        "capacity", place.capacity());
  }

  private static Map<String, Object> session(SessionLine line, int enrolled) {
    Session session = line.session();
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("id", session.id());
    view.put("series", session.series());
    view.put("date", line.date().toString());
    view.put("place", session.place());
    view.put("category", session.category());
    view.put("title", Map.of("zh", session.title(), "en", session.titleEnglish()));
    view.put("starts", session.starts().toString());
    view.put("ends", session.ends().toString());
    view.put("teacher", line.teacher());
    view.put("capacity", session.capacity());
    view.put("enrolled", enrolled);
    view.put("walkIns", session.walkIns());
    view.put("cancelled", line.cancelled());
    view.put("changed", line.changed());
    view.put("note", line.note());
    return view;
  }

  static Object calendar(OpeningCalendar calendar) {
    return TimetableCodec.encode(calendar);
  }

  static Map<String, Object> series(List<Series> found, int most) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("rows", found.stream().limit(most).map(TimetableCodec::encode).toList());
    view.put("more", found.size() > most);
    return view;
  }

  static Map<String, Object> clashes(String series, List<TimetableDesk.Clash> clashes) {
    return Map.of(
        "series",
        series,
        "clashes",
        clashes.stream()
            .map(
                clash ->
                    Map.of(
                        "starts", clash.starts().toString(),
                        "title", Map.of("zh", clash.title(), "en", clash.titleEnglish())))
            .toList());
  }

  static Map<String, Object> upload(Upload upload, boolean taken, Catalogue words) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("added", upload.added());
    view.put("changed", upload.changed());
    view.put("same", upload.same());
    view.put("past", upload.past());
    view.put("taken", taken);
    view.put(
        "troubles",
        upload.troubles().stream()
            .map(
                trouble ->
                    Map.of(
                        "number", trouble.number(),
                        "title", trouble.title(),
                        "code", trouble.code(),
                        "words", words.words("timetable-" + trouble.code(), trouble.detail())))
            .toList());
    return view;
  }
}
