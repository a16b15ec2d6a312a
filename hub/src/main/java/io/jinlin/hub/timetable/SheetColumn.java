package io.jinlin.hub.timetable;

import java.util.Locale;
import java.util.Optional;

/** The columns of the spreadsheet, in their order; the head may name them in either language. */
enum SheetColumn {
  ID("编号", "id", 14),
  TITLE("名称", "title", 26),
  TITLE_ENGLISH("英文名", "title in English", 26),
  CATEGORY("类别", "category", 12),
  PLACE("场地", "place", 14),
  TEACHER("老师", "teacher", 12),
  DAYS("星期", "days", 10),
  STARTS("开始", "starts", 8),
  ENDS("结束", "ends", 8),
  FROM("起始日期", "from", 13),
  UNTIL("截止日期", "until", 13),
  EVERY_WEEKS("每几周", "every weeks", 8),
  CAPACITY("人数上限", "capacity", 9),
  WALK_INS("可自由参加", "walk-ins", 11),
  TERMS_ONLY("仅学期内", "terms only", 10),
  HOLIDAYS_TOO("节假日照常", "holidays too", 11);

  private final String chinese;
  private final String english;
  private final int width;

  SheetColumn(String chinese, String english, int width) {
    this.chinese = chinese;
    this.english = english;
    this.width = width;
  }

  String chinese() {
    return chinese;
  }

  /** In characters. */
  int width() {
    return width;
  }

  /** The column with this head; empty for one that we do not know. */
  static Optional<SheetColumn> of(String head) {
    String wanted = head.strip().toLowerCase(Locale.ROOT);
    for (SheetColumn column : values()) {
      if (column.chinese.equals(wanted) || column.english.toLowerCase(Locale.ROOT).equals(wanted)) {
        return Optional.of(column);
      }
    }
    return Optional.empty();
  }
}
