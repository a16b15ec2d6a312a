package io.jinlin.hub.timetable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes a spreadsheet (Office Open XML): the series as {@link SheetReader} reads them, and the
 * sessions of a span of days to look at.
 */
final class SheetWriter {
  /** Sheet names: that of the rules is the one which is read back. */
  static final String RULES = "活动";

  private static final String SESSIONS = "场次";
  private static final String DATE = "yyyy-mm-dd";

  private final Function<String, String> place;

  /**
   * A writer.
   *
   * @param place the name of a place
   */
  SheetWriter(Function<String, String> place) {
    this.place = place;
  }

  byte[] write(List<Series> all, List<SessionLine> lines) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(bytes, "Jinlin", "1.0")) {
      rules(book.newWorksheet(RULES), all);
      sessions(book.newWorksheet(SESSIONS), lines);
    } catch (IOException e) {
      throw new IllegalStateException("a file in memory cannot be written", e);
    }
    return bytes.toByteArray();
  }

  private void rules(Worksheet sheet, List<Series> all) {
    for (SheetColumn column : SheetColumn.values()) {
      sheet.value(0, column.ordinal(), column.chinese());
      sheet.width(column.ordinal(), column.width());
    }
    sheet.range(0, 0, 0, SheetColumn.values().length - 1).style().bold().set();
    sheet.freezePane(0, 1);
    int row = 1;
    for (Series series : all) {
      for (Map.Entry<Slot, Set<DayOfWeek>> slot : slots(series).entrySet()) {
        new RowWriter(sheet, row++).write(series, slot.getKey(), slot.getValue());
      }
    }
  }

  /** Days that have the same times go into one row. */
  private static Map<Slot, Set<DayOfWeek>> slots(Series series) {
    Map<Slot, Set<DayOfWeek>> slots = new LinkedHashMap<>();
    series
        .rule()
        .slots()
        .forEach(
            (day, slot) ->
                slots.computeIfAbsent(slot, none -> EnumSet.noneOf(DayOfWeek.class)).add(day));
    return slots;
  }

  private final class RowWriter {
    private final Worksheet sheet;
    private final int row;

    RowWriter(Worksheet sheet, int row) {
      this.sheet = sheet;
      this.row = row;
    }

    private void text(SheetColumn column, String value) {
      sheet.value(row, column.ordinal(), value);
    }

    private void date(SheetColumn column, LocalDate date) {
      sheet.value(row, column.ordinal(), date);
      sheet.style(row, column.ordinal()).format(DATE).set();
    }

    private void flag(SheetColumn column, boolean value) {
      text(column, value ? "是" : "否");
    }

    void write(Series series, Slot slot, Set<DayOfWeek> days) {
      text(SheetColumn.ID, series.id());
      text(SheetColumn.TITLE, series.title());
      text(SheetColumn.TITLE_ENGLISH, series.titleEnglish());
      text(SheetColumn.CATEGORY, Words.of(series.category()));
      text(SheetColumn.PLACE, place.apply(series.place()));
      text(SheetColumn.TEACHER, series.teacher());
      text(SheetColumn.DAYS, Words.of(days));
      text(SheetColumn.STARTS, slot.starts().toString());
      text(SheetColumn.ENDS, slot.ends().toString());
      date(SheetColumn.FROM, series.rule().from());
      series.rule().until().ifPresent(until -> date(SheetColumn.UNTIL, until));
      sheet.value(row, SheetColumn.EVERY_WEEKS.ordinal(), series.rule().everyWeeks());
      sheet.value(row, SheetColumn.CAPACITY.ordinal(), series.capacity());
      flag(SheetColumn.WALK_INS, series.walkIns());
      flag(SheetColumn.TERMS_ONLY, series.termsOnly());
      flag(SheetColumn.HOLIDAYS_TOO, series.holidaysToo());
    }
  }

  private void sessions(Worksheet sheet, List<SessionLine> lines) {
    List<String> heads = List.of("日期", "星期", "开始", "结束", "名称", "类别", "场地", "老师", "状态", "说明");
    for (int i = 0; i < heads.size(); i++) {
      sheet.value(0, i, heads.get(i));
      sheet.width(i, i == 4 ? 30 : 13);
    }
    sheet.range(0, 0, 0, heads.size() - 1).style().bold().set();
    sheet.freezePane(0, 1);
    for (int i = 0; i < lines.size(); i++) {
      SessionLine line = lines.get(i);
      int row = i + 1;
      sheet.value(row, 0, line.session().starts().toLocalDate());
      sheet.style(row, 0).format(DATE).set();
      sheet.value(row, 1, Words.of(Set.of(line.session().starts().getDayOfWeek())));
      sheet.value(row, 2, line.session().starts().toLocalTime().toString());
      sheet.value(row, 3, line.session().ends().toLocalTime().toString());
      sheet.value(row, 4, line.session().title());
      sheet.value(row, 5, Words.of(line.session().category()));
      sheet.value(row, 6, place.apply(line.session().place()));
      sheet.value(row, 7, line.teacher());
      sheet.value(row, 8, line.cancelled() ? "取消" : line.changed() ? "有调整" : "");
      sheet.value(row, 9, line.note());
    }
  }
}
