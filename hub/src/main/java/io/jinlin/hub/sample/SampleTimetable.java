package io.jinlin.hub.sample;

import io.jinlin.contract.page.Session;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/** The week of the centre: film on Wednesday, lectures, rehearsals, the 4:30 school. */
public final class SampleTimetable {

  /** How far ahead the timetable is written, in days. */
  public static final int DAYS_AHEAD = 14;

  /** Who is enrolled here comes after school. */
  static final String SCHOOL = "school-430";

  /** The elders' troupe 文艺表演队. */
  static final String ARTS = "troupe-arts";

  /** The elders' troupe 科普宣传队. */
  static final String SCIENCE = "troupe-science";

  /** Calligraphy for grown-ups. */
  static final String CALLIGRAPHY = "calligraphy";

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

  private SampleTimetable() {}

  /** The sessions of a day, the same for every call; none on the holidays of {@link Seasons}. */
  public static List<Session> of(LocalDate day) {
    if (Seasons.closed(day)) {
      return List.of();
    }
    List<Session> sessions = new ArrayList<>(weekdays(day));
    int week = (int) (day.toEpochDay() / 7);
    switch (day.getDayOfWeek()) {
      case MONDAY -> {
        sessions.add(enrolled(day, ARTS, "activity", "rehearsal", "文艺表演队排练", "Arts troupe", 9, 0));
        sessions.add(open(day, "singing", "activity", "class", text("声乐课", "Singing"), 14, 30));
      }
      case TUESDAY -> {
        sessions.add(
            enrolled(day, SCIENCE, "activity", "rehearsal", "科普宣传队排练", "Science troupe", 9, 0));
        sessions.add(open(day, "talk", "activity", "lecture", TALKS[week % TALKS.length], 14, 30));
      }
      case WEDNESDAY ->
          sessions.add(open(day, "film", "activity", "film", FILMS[week % FILMS.length], 14, 30));
      case THURSDAY -> {
        sessions.add(enrolled(day, ARTS, "activity", "rehearsal", "文艺表演队排练", "Arts troupe", 9, 0));
        sessions.add(
            open(day, "english-corner", "reading", "class", text("英语角", "English corner"), 19, 0));
      }
      case FRIDAY -> {
        sessions.add(enrolled(day, CALLIGRAPHY, "reading", "class", "书法课", "Calligraphy", 9, 0));
        sessions.add(
            open(day, "party-class", "activity", "party", text("党课", "Party class"), 15, 0));
      }
      case SATURDAY ->
          sessions.add(
              open(
                  day,
                  "family-reading",
                  "reading",
                  "reading",
                  text("亲子读书会", "Family reading"),
                  9,
                  30));
      case SUNDAY ->
          sessions.add(
              open(
                  day,
                  "opera",
                  "activity",
                  "performance",
                  text("南音雅集", "Nanyin afternoon"),
                  14,
                  30));
      default -> throw new IllegalStateException("no such day of the week");
    }
    return sessions;
  }

  private static List<Session> weekdays(LocalDate day) {
    List<Session> sessions = new ArrayList<>();
    sessions.add(open(day, "baduanjin", "fitness", "fitness", text("八段锦", "Baduanjin"), 7, 0));
    if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
      sessions.add(enrolled(day, SCHOOL, "school", "class", "四点半学校", "4:30 school", 16, 30));
    }
    return sessions;
  }

  private static String[] text(String chinese, String english) {
    return new String[] {chinese, english};
  }

  private static Session open(
      LocalDate day, String series, String place, String category, String[] title, int h, int m) {
    return session(day, series, place, category, title, LocalTime.of(h, m), true);
  }

  private static Session enrolled(
      LocalDate day,
      String series,
      String place,
      String category,
      String chinese,
      String english,
      int hour,
      int minute) {
    String[] title = text(chinese, english);
    return session(day, series, place, category, title, LocalTime.of(hour, minute), false);
  }

  private static Session session(
      LocalDate day,
      String series,
      String place,
      String category,
      String[] title,
      LocalTime starts,
      boolean walkIns) {
    int minutes = "film".equals(category) ? 120 : 90;
    int capacity =
        switch (place) {
          case "activity" -> 60;
          case "school" -> 45;
          case "reading" -> 24;
          default -> 20;
        };
    return new Session(
        series + "-" + day,
        series,
        place,
        category,
        title[0],
        title[1],
        day.atTime(starts),
        day.atTime(starts).plusMinutes(minutes),
        capacity,
        walkIns);
  }
}
