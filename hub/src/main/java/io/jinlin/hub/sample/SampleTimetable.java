package io.jinlin.hub.sample;

import io.jinlin.contract.page.Session;
import io.jinlin.hub.timetable.Change;
import io.jinlin.hub.timetable.OpeningCalendar;
import io.jinlin.hub.timetable.Series;
import io.jinlin.hub.timetable.SessionLine;
import io.jinlin.hub.timetable.Slot;
import io.jinlin.hub.timetable.TimetableDesk;
import io.jinlin.hub.timetable.WeekRule;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The week of the centre: film on Wednesday, lectures, rehearsals, the 4:30 school. */
public final class SampleTimetable {

  /** Who is enrolled here comes after school. */
  static final String SCHOOL = "school-430";

  /** The elders' troupe 文艺表演队. */
  static final String ARTS = "troupe-arts";

  /** The elders' troupe 科普宣传队. */
  static final String SCIENCE = "troupe-science";

  /** Calligraphy for grown-ups. */
  static final String CALLIGRAPHY = "calligraphy";

  private static final String FILM = "film";
  private static final String TALK = "talk";
  private static final LocalDate BEGAN = LocalDate.of(2024, 1, 1);

  private static final String[][] FILMS = {
    {"周三电影:《爱拼才会赢》", "Wednesday film: Fight to Win"},
    {"周三电影:《海边的戏台》", "Wednesday film: The Stage by the Sea"},
    {"周三电影:《老街春秋》", "Wednesday film: Old Street"},
    {"周三电影:《阿嬷的厨房》", "Wednesday film: Grandma's Kitchen"}
  };

  private static final String[][] TALKS = {
    {"健康讲座:秋冬血压", "Health talk: blood pressure in winter"},
    {"防诈骗讲座", "Talk: how swindlers work"},
    {"用药安全讲座", "Health talk: taking medicine safely"},
    {"居家防跌倒讲座", "Health talk: preventing falls at home"}
  };

  private static final List<Series> SERIES =
      List.of(
          open("baduanjin", "fitness", "fitness", "八段锦|Baduanjin|郑师傅", "07:00", "1234567"),
          enrolled(SCHOOL, "school", "class", "四点半学校|4:30 school|吴老师", "16:30", "12345"),
          enrolled(ARTS, "activity", "rehearsal", "文艺表演队排练|Arts troupe|林队长", "09:00", "14"),
          open("singing", "activity", "class", "声乐课|Singing|曾老师", "14:30", "1"),
          enrolled(SCIENCE, "activity", "rehearsal", "科普宣传队排练|Science troupe|黄队长", "09:00", "2"),
          open(TALK, "activity", "lecture", "健康讲座|Talk|", "14:30", "2"),
          open(FILM, "activity", "film", "周三电影|Wednesday film|", "14:30", "3"),
          open("english-corner", "reading", "class", "英语角|English corner|许老师", "19:00", "4"),
          enrolled(CALLIGRAPHY, "reading", "class", "书法课|Calligraphy|谢老师", "09:00", "5"),
          open("party-class", "activity", "party", "党课|Party class|", "15:00", "5"),
          open("family-reading", "reading", "reading", "亲子读书会|Family reading|苏老师", "09:30", "6"),
          open("opera", "activity", "performance", "南音雅集|Nanyin afternoon|", "14:30", "7"));

  private SampleTimetable() {}

  /** The rules of the week. */
  static List<Series> series() {
    return SERIES;
  }

  /** The holidays of {@link Seasons}; the sample keeps no terms. */
  static OpeningCalendar calendar(LocalDate first, LocalDate last) {
    List<OpeningCalendar.Span> holidays = new ArrayList<>();
    LocalDate from = first;
    while (from.isBefore(last)) {
      if (!Seasons.closed(from)) {
        from = from.plusDays(1);
        continue;
      }
      boolean festival = Seasons.festival(from);
      LocalDate until = from;
      while (Seasons.closed(until.plusDays(1)) && Seasons.festival(until.plusDays(1)) == festival) {
        until = until.plusDays(1);
      }
      holidays.add(
          festival
              ? new OpeningCalendar.Span("春节", "Spring Festival", from, until)
              : new OpeningCalendar.Span("台风停课", "Typhoon", from, until));
      from = until.plusDays(1);
    }
    return new OpeningCalendar(holidays, List.of());
  }

  /** Which film is shown and who talks of what, from a day up to, but not on, another. */
  static Map<String, Map<LocalDate, Change>> titles(LocalDate first, LocalDate until) {
    Map<LocalDate, Change> films = new TreeMap<>();
    Map<LocalDate, Change> talks = new TreeMap<>();
    for (LocalDate day = first; day.isBefore(until); day = day.plusDays(1)) {
      if (!Seasons.closed(day)) {
        int week = (int) (day.toEpochDay() / 7);
        if (day.getDayOfWeek() == DayOfWeek.WEDNESDAY) {
          films.put(day, titled(day, FILM, FILMS[week % FILMS.length]));
        } else if (day.getDayOfWeek() == DayOfWeek.TUESDAY) {
          talks.put(day, titled(day, TALK, TALKS[week % TALKS.length]));
        }
      }
    }
    Map<String, Map<LocalDate, Change>> titles = new HashMap<>();
    titles.put(FILM, films);
    titles.put(TALK, talks);
    return titles;
  }

  private static Change titled(LocalDate day, String series, String[] title) {
    Slot slot =
        SERIES.stream()
            .filter(one -> one.id().equals(series))
            .findFirst()
            .flatMap(one -> one.rule().on(day))
            .orElseThrow();
    return new Change.Held(
        day,
        slot,
        Optional.empty(),
        Optional.empty(),
        Optional.of(title[0]),
        Optional.of(title[1]),
        false,
        "");
  }

  /** The sessions of a day, the same for every call; none on the holidays of {@link Seasons}. */
  public static List<Session> of(LocalDate day) {
    LocalDate next = day.plusDays(1);
    return TimetableDesk.on(day, ZoneOffset.UTC, calendar(day, next), SERIES, titles(day, next))
        .stream()
        .map(SessionLine::session)
        .toList();
  }

  private static Series open(
      String id, String place, String category, String names, String starts, String days) {
    return series(id, place, category, names, starts, days, true);
  }

  private static Series enrolled(
      String id, String place, String category, String names, String starts, String days) {
    return series(id, place, category, names, starts, days, false);
  }

  private static Series series(
      String id,
      String place,
      String category,
      String names,
      String starts,
      String days,
      boolean walkIns) {
    String[] name = names.split("\\|", -1);
    LocalTime from = LocalTime.parse(starts);
    Slot slot = new Slot(from, from.plusMinutes(FILM.equals(category) ? 120 : 90));
    Map<DayOfWeek, Slot> slots = new EnumMap<>(DayOfWeek.class);
    days.chars().forEach(day -> slots.put(DayOfWeek.of(day - '0'), slot));
    int capacity =
        switch (place) {
          case "activity" -> 60;
          case "school" -> 45;
          case "reading" -> 24;
          default -> 20;
        };
    return new Series(
        id,
        name[0],
        name[1],
        category,
        place,
        name[2],
        capacity,
        walkIns,
        false,
        false,
        new WeekRule(slots, 1, BEGAN, Optional.empty()));
  }
}
