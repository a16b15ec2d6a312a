package io.jinlin.hub.timetable;

import io.jinlin.contract.event.Check;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/**
 * Reads a spreadsheet: a head line, then one series a row. Rows of one 编号 are one series with other
 * times on other days; a row without it is named by what it says.
 */
final class SheetReader {
  /** Day 0 of spreadsheets. */
  private static final LocalDate EPOCH = LocalDate.of(1899, 12, 30);

  private static final long SECONDS_OF_DAY = 86_400;
  private static final int MAX_TITLE = 40;

  private final Upload.Defaults defaults;
  private final List<Upload.Trouble> troubles = new ArrayList<>();
  private final Map<String, Draft.Whole> found = new LinkedHashMap<>();

  SheetReader(Upload.Defaults defaults) {
    this.defaults = defaults;
  }

  Draft read(byte[] file) {
    try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file))) {
      Sheet sheet = book.findSheet(SheetWriter.RULES).orElseGet(book::getFirstSheet);
      try (Stream<Row> rows = sheet.openStream()) {
        read(rows.iterator());
      }
    } catch (IOException | RuntimeException e) {
      trouble(0, "", "broken", String.valueOf(e.getMessage()));
    }
    return new Draft(List.copyOf(found.values()), troubles);
  }

  private void read(Iterator<Row> rows) {
    if (!rows.hasNext()) {
      trouble(0, "", "no-events", "");
      return;
    }
    Map<SheetColumn, Integer> columns = columns(rows.next());
    for (SheetColumn needed :
        List.of(SheetColumn.TITLE, SheetColumn.STARTS, SheetColumn.ENDS, SheetColumn.FROM)) {
      if (!columns.containsKey(needed)) {
        trouble(1, "", "column-missing", needed.chinese());
      }
    }
    if (!troubles.isEmpty()) {
      return;
    }
    while (rows.hasNext()) {
      Row row = rows.next();
      if (found.size() >= Upload.MAX_ITEMS) {
        trouble(0, "", "too-many", String.valueOf(Upload.MAX_ITEMS));
        return;
      }
      Fields fields = new Fields(row, columns);
      if (!fields.isEmpty()) {
        take(fields);
      }
    }
  }

  private static Map<SheetColumn, Integer> columns(Row head) {
    Map<SheetColumn, Integer> columns = new EnumMap<>(SheetColumn.class);
    for (int i = 0; i < head.getCellCount(); i++) {
      int at = i;
      SheetColumn.of(head.getCellText(i)).ifPresent(column -> columns.putIfAbsent(column, at));
    }
    return columns;
  }

  private void take(Fields fields) {
    try {
      Series series = fields.series();
      Draft.Whole before = found.get(series.id());
      found.put(
          series.id(),
          before == null
              ? new Draft.Whole(fields.number(), series, Map.of())
              : new Draft.Whole(before.number(), both(before.series(), series), Map.of()));
    } catch (InvalidTimetable invalid) {
      trouble(fields.number(), fields.title(), invalid.code(), invalid.detail());
    } catch (RuntimeException broken) {
      trouble(fields.number(), fields.title(), "broken", String.valueOf(broken.getMessage()));
    }
  }

  /** Two rows of one series. */
  private static Series both(Series one, Series other) {
    Map<DayOfWeek, Slot> slots = new EnumMap<>(DayOfWeek.class);
    slots.putAll(one.rule().slots());
    other
        .rule()
        .slots()
        .forEach(
            (day, slot) -> {
              Slot before = slots.putIfAbsent(day, slot);
              if (before != null && !before.equals(slot)) {
                throw new InvalidTimetable("twice-a-day", Words.of(Set.of(day)));
              }
            });
    WeekRule rule =
        new WeekRule(slots, one.rule().everyWeeks(), one.rule().from(), one.rule().until());
    return new Series(
        one.id(),
        one.title(),
        one.titleEnglish(),
        one.category(),
        one.place(),
        one.teacher(),
        one.capacity(),
        one.walkIns(),
        one.termsOnly(),
        one.holidaysToo(),
        rule);
  }

  private void trouble(int number, String title, String code, String detail) {
    if (troubles.size() < Upload.MAX_TROUBLES) {
      troubles.add(new Upload.Trouble(number, title, code, detail));
    }
  }

  /** A row. */
  private final class Fields {
    private final Row row;
    private final Map<SheetColumn, Integer> columns;

    Fields(Row row, Map<SheetColumn, Integer> columns) {
      this.row = row;
      this.columns = columns;
    }

    int number() {
      return row.getRowNum();
    }

    boolean isEmpty() {
      return row.stream().allMatch(cell -> cell == null || cell.getText().isBlank());
    }

    private Optional<Cell> cell(SheetColumn column) {
      Integer at = columns.get(column);
      return at == null || at >= row.getCellCount() ? Optional.empty() : row.getOptionalCell(at);
    }

    private String text(SheetColumn column) {
      return cell(column).map(Cell::getText).map(String::strip).orElse("");
    }

    String title() {
      String title = text(SheetColumn.TITLE);
      return title.length() > MAX_TITLE ? title.substring(0, MAX_TITLE) : title;
    }

    private Optional<BigDecimal> number(SheetColumn column) {
      return cell(column).filter(cell -> cell.getType() == CellType.NUMBER).map(Cell::asNumber);
    }

    private LocalTime time(SheetColumn column) {
      Optional<BigDecimal> part = number(column);
      if (part.isPresent()) {
        long seconds = Math.round(part.get().doubleValue() % 1 * SECONDS_OF_DAY);
        return LocalTime.ofSecondOfDay(seconds % SECONDS_OF_DAY);
      }
      String text = text(column).replace('\uff1a', ':');
      try {
        return LocalTime.parse(text.length() == 4 && text.charAt(1) == ':' ? "0" + text : text);
      } catch (DateTimeException notATime) {
        throw new InvalidTimetable("time", text(column));
      }
    }

    private Optional<LocalDate> date(SheetColumn column) {
      Optional<BigDecimal> days = number(column);
      if (days.isPresent()) {
        return Optional.of(EPOCH.plusDays(days.get().longValue()));
      }
      String text = text(column).replace('/', '-').replace('.', '-');
      if (text.isEmpty()) {
        return Optional.empty();
      }
      String[] parts = text.split("-", -1);
      try {
        return Optional.of(
            LocalDate.of(
                Integer.parseInt(parts[0]),
                Integer.parseInt(parts[1]),
                Integer.parseInt(parts[2])));
      } catch (DateTimeException | NumberFormatException | IndexOutOfBoundsException notADate) {
        throw new InvalidTimetable("date", text(column));
      }
    }

    private int whole(SheetColumn column, int otherwise) {
      String text = text(column);
      try {
        return text.isEmpty() ? otherwise : new BigDecimal(text).intValueExact();
      } catch (ArithmeticException | NumberFormatException notANumber) {
        throw new InvalidTimetable("number", column.chinese() + " " + text);
      }
    }

    private boolean flag(SheetColumn column, boolean otherwise) {
      String text = text(column).toLowerCase(java.util.Locale.ROOT);
      if (text.isEmpty()) {
        return otherwise;
      }
      if (Set.of("是", "y", "yes", "true", "1", "√").contains(text)) {
        return true;
      }
      if (Set.of("否", "n", "no", "false", "0", "×").contains(text)) {
        return false;
      }
      throw new InvalidTimetable("yes-no", column.chinese() + " " + text);
    }

    Series series() {
      Slot slot = new Slot(time(SheetColumn.STARTS), time(SheetColumn.ENDS));
      LocalDate from =
          date(SheetColumn.FROM)
              .orElseThrow(() -> new InvalidTimetable("date", SheetColumn.FROM.chinese()));
      String days = text(SheetColumn.DAYS);
      WeekRule rule = days.isEmpty() ? WeekRule.once(from, slot) : rule(days, slot, from);
      String place = place();
      String english = text(SheetColumn.TITLE_ENGLISH);
      String category = text(SheetColumn.CATEGORY);
      return new Series(
          id(slot, from, place),
          text(SheetColumn.TITLE),
          english.isEmpty() ? text(SheetColumn.TITLE) : english,
          category.isEmpty() ? defaults.category() : category(category),
          place,
          text(SheetColumn.TEACHER),
          whole(SheetColumn.CAPACITY, 0),
          flag(SheetColumn.WALK_INS, true),
          flag(SheetColumn.TERMS_ONLY, false),
          flag(SheetColumn.HOLIDAYS_TOO, false),
          rule);
    }

    private WeekRule rule(String text, Slot slot, LocalDate from) {
      Set<DayOfWeek> days =
          Words.days(text)
              .filter(some -> !some.isEmpty())
              .orElseThrow(() -> new InvalidTimetable("weekday", text));
      Map<DayOfWeek, Slot> slots = new EnumMap<>(DayOfWeek.class);
      days.forEach(day -> slots.put(day, slot));
      return new WeekRule(slots, whole(SheetColumn.EVERY_WEEKS, 1), from, date(SheetColumn.UNTIL));
    }

    private String category(String text) {
      return Uploads.category(Set.of(text))
          .orElseThrow(() -> new InvalidTimetable("category", text));
    }

    private String place() {
      String text = text(SheetColumn.PLACE);
      if (text.isEmpty()) {
        return defaults.place().orElseThrow(() -> new InvalidTimetable("place-missing", ""));
      }
      return defaults.place(text).orElseThrow(() -> new InvalidTimetable("place-unknown", text));
    }

    private String id(Slot slot, LocalDate from, String place) {
      String given = text(SheetColumn.ID);
      if (given.isEmpty()) {
        String all =
            String.join(
                "|",
                text(SheetColumn.TITLE),
                place,
                text(SheetColumn.DAYS),
                slot.toString(),
                from.toString());
        return Uploads.id("x", all);
      }
      return Check.isId(given) ? given : Uploads.id("x", given);
    }
  }
}
