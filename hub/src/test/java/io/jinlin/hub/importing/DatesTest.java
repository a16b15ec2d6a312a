package io.jinlin.hub.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1950-03-02",
        "1950-3-2",
        "1950.3.2",
        "1950/03/02",
        "1950年3月2日",
        "1950 年 3 月 2 日",
        "1950年03月02号",
        "１９５０．３．２",
        "一九五〇年三月二日",
        "一九五零年三月二日",
        "公历1950年3月2日",
        "19500302",
        "1950-03-02 00:00:00",
        "1950-03-02T00:00",
        "18324",
        "18324.0",
        "农历1950年正月十四",
        "1950年农历正月十四",
        "1950年正月十四(农历)"
      })
  void aDateIsReadHoweverItIsWritten(String text) throws Exception {
    assertThat(Dates.read(text).day()).isEqualTo(LocalDate.of(1950, 3, 2));
  }

  /** From the tables of the Hong Kong Observatory. */
  @ParameterizedTest
  @CsvSource({
    "农历1950年三月初二, 1950-04-18, 农历3月2日",
    "阴历一九五二年闰五月初一, 1952-06-22, 农历闰5月1日",
    "农历1950年腊月廿九, 1951-02-05, 农历12月29日",
    "旧历1946.8.15, 1946-09-10, 农历8月15日",
    "农历1938年冬月廿九, 1939-01-19, 农历11月29日"
  })
  void aLunarBirthdayIsKeptAndTurnedIntoItsDay(String text, LocalDate day, String kept)
      throws Exception {
    Dates.Read read = Dates.read(text);
    assertThat(read.day()).isEqualTo(day);
    assertThat(read.lunar()).hasValue(kept);
    assertThat(Dates.read(Lunars.written(day, kept))).isEqualTo(read);
  }

  @ParameterizedTest
  @CsvSource({
    "1950, date-no-day",
    "1950.3, date-no-day",
    "1950年3月, date-no-day",
    "195003, date-no-day",
    "1951-02-29, date-not-there",
    "19501301, date-not-there",
    "农历1950年闰三月初二, date-not-there",
    "农历1950年二月三十一, date-not-there",
    "农历庚寅年三月, date-lunar-unclear",
    "3/2/1950, date-day-first",
    "50.3.2, date-day-first",
    "不详, date-unclear",
    "#####, date-unclear"
  })
  void whatIsNoDateIsSaidToBeNone(String text, String code) {
    assertThatThrownBy(() -> Dates.read(text))
        .isInstanceOfSatisfying(
            Dates.NoDate.class, problem -> assertThat(problem.code()).isEqualTo(code));
  }
}
