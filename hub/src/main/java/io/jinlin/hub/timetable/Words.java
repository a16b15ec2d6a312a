package io.jinlin.hub.timetable;

import java.time.DayOfWeek;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The words of the site's files: categories and days of the week. */
final class Words {
  private static final Map<String, String> CATEGORIES =
      Map.of(
          "performance", "文艺演出",
          "lecture", "讲座",
          "class", "授课",
          "exhibition", "展览",
          "film", "观影",
          "reading", "读书",
          "fitness", "健身",
          "rehearsal", "排练",
          "party", "党群活动");
  private static final String DAYS = "一二三四五六日";

  private Words() {}

  /** The Chinese word of a category. */
  static String of(String category) {
    return CATEGORIES.getOrDefault(category, category);
  }

  /** Days as 一三五. */
  static String of(Set<DayOfWeek> days) {
    StringBuilder text = new StringBuilder();
    new TreeSet<>(days).forEach(day -> text.append(DAYS.charAt(day.getValue() - 1)));
    return text.toString();
  }

  /** Reads 一三五, 周一、周三, 1,3,5 or Mon Wed, in any mixture; empty when anything else is in it. */
  static Optional<Set<DayOfWeek>> days(String text) {
    EnumMap<DayOfWeek, Boolean> found = new EnumMap<>(DayOfWeek.class);
    String rest = text.replaceAll("星期|周|礼拜", "").replace('天', '日').replace('7', '日');
    for (DayOfWeek day : DayOfWeek.values()) {
      String name =
          day.name().charAt(0) + day.name().substring(1).toLowerCase(java.util.Locale.ROOT);
      for (String form :
          new String[] {
            name,
            name.substring(0, 3),
            DAYS.substring(day.getValue() - 1, day.getValue()),
            String.valueOf(day.getValue())
          }) {
        if (rest.contains(form)) {
          found.put(day, true);
          rest = rest.replace(form, "");
        }
      }
    }
    boolean clean = rest.chars().allMatch(c -> " ,,、;;/\t".indexOf(c) >= 0);
    return clean ? Optional.of(Set.copyOf(found.keySet())) : Optional.empty();
  }
}
