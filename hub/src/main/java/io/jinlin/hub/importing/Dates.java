package io.jinlin.hub.importing;

import com.nlf.calendar.Lunar;
import com.nlf.calendar.Solar;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates as people write them: {@code 1950.3.2}, {@code 1950年3月2日}, {@code 19500302}, {@code
 * 一九五〇年三月二日}, the day numbers of a spreadsheet, and by the lunar calendar {@code 农历1950年闰三月初二}.
 */
final class Dates {
  /**
   * A date.
   *
   * @param lunar month and day as they were written by the lunar calendar
   */
  record Read(LocalDate day, Optional<String> lunar) {}

  /** Why a text is no date: a key of the catalogue {@code imports}. */
  static final class NoDate extends Exception {
    private static final long serialVersionUID = 1L;

    NoDate(String code) {
      super(code, null, false, false);
    }

    String code() {
      return String.valueOf(getMessage());
    }
  }

  /** Day 0 of a spreadsheet, which counts a 29 February 1900 that was none. */
  private static final LocalDate SHEET_DAY_0 = LocalDate.of(1899, 12, 30);

  /** Below, a number may be a year; day 2,100 is in 1905. */
  private static final int FIRST_SHEET_DAY = 2_100;

  private static final String DIGITS = "〇一二三四五六七八九";
  private static final Pattern SOLAR =
      Pattern.compile("(\\d{4})[-./年,、](\\d{1,2})[-./月,、](\\d{1,2})[日号]?(?:[T ]?\\d{1,2}:.*)?");
  private static final Pattern EIGHT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
  private static final Pattern NO_DAY =
      Pattern.compile("\\d{4}年?|\\d{4}[-./年](\\d{1,2})月?|(19|20)\\d{2}(0[1-9]|1[0-2])");
  private static final Pattern DAY_FIRST = Pattern.compile("\\d{1,2}[-./]\\d{1,2}[-./]\\d{1,4}.*");
  private static final Pattern LUNAR =
      Pattern.compile("(\\d{4})[-./年](闰?)(\\d{1,2}|正|冬|腊)[-./月]初?(\\d{1,2})[日号]?");

  private Dates() {}

  /** Reads a text that is not empty. */
  static Read read(String text) throws NoDate {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    String bare = plain.replaceAll("\\s*([-./年月日号])\\s*", "$1");
    Matcher lunar = Pattern.compile("[(\\[]?(农历|阴历|旧历)[)\\]:]?\\s*").matcher(bare);
    if (lunar.find()) {
      return lunar(lunar.replaceAll(""));
    }
    return new Read(solar(digits(bare.replaceFirst("^(公历|阳历|新历):?", ""))), Optional.empty());
  }

  private static LocalDate solar(String text) throws NoDate {
    Matcher written = SOLAR.matcher(text);
    Matcher eight = EIGHT.matcher(text);
    if (written.matches()) {
      return of(written);
    }
    if (eight.matches()) {
      return of(eight);
    }
    if (NO_DAY.matcher(text).matches()) {
      throw new NoDate("date-no-day");
    }
    if (text.matches("\\d{4,5}(\\.\\d+)?")) {
      int day = Integer.parseInt(text.replaceFirst("\\..*", ""));
      if (day >= FIRST_SHEET_DAY) {
        return SHEET_DAY_0.plusDays(day);
      }
    }
    throw new NoDate(DAY_FIRST.matcher(text).matches() ? "date-day-first" : "date-unclear");
  }

  private static LocalDate of(Matcher parts) throws NoDate {
    try {
      return LocalDate.of(number(parts, 1), number(parts, 2), number(parts, 3));
    } catch (DateTimeException e) {
      throw new NoDate("date-not-there");
    }
  }

  private static Read lunar(String text) throws NoDate {
    Matcher parts = LUNAR.matcher(digits(text));
    if (!parts.matches()) {
      throw new NoDate("date-lunar-unclear");
    }
    String written = parts.group(3);
    int month =
        switch (written) {
          case "正" -> 1;
          case "冬" -> 11;
          case "腊" -> 12;
          default -> Integer.parseInt(written);
        };
    boolean leap = !parts.group(2).isEmpty();
    int day = number(parts, 4);
    try {
      Solar solar = Lunar.fromYmd(number(parts, 1), leap ? -month : month, day).getSolar();
      String kept = "农历" + (leap ? "闰" : "") + month + "月" + day + "日";
      LocalDate date = LocalDate.of(solar.getYear(), solar.getMonth(), solar.getDay());
      return new Read(date, Optional.of(kept));
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new NoDate("date-not-there");
    }
  }

  private static int number(Matcher parts, int group) {
    return Integer.parseInt(parts.group(group));
  }

  /** Chinese numerals as digits: 一九五〇 is 1950, 廿三 and 二十三 are 23. */
  static String digits(String text) {
    String one = text.replace('零', '〇').replace('○', '〇').replace('O', '〇').replace("元月", "一月");
    one = one.replace("廿", "二十").replace("卅", "三十");
    Matcher tens = Pattern.compile("([一二三])?十([一二三四五六七八九])?").matcher(one);
    StringBuilder all = new StringBuilder();
    while (tens.find()) {
      String high = tens.group(1) == null ? "1" : digit(tens.group(1));
      String low = tens.group(2) == null ? "0" : digit(tens.group(2));
      tens.appendReplacement(all, high + low);
    }
    tens.appendTail(all);
    StringBuilder plain = new StringBuilder();
    for (char c : all.toString().toCharArray()) {
      int digit = DIGITS.indexOf(c);
      plain.append(digit < 0 ? c : (char) ('0' + digit));
    }
    return plain.toString();
  }

  private static String digit(String numeral) {
    return String.valueOf(DIGITS.indexOf(numeral));
  }
}
