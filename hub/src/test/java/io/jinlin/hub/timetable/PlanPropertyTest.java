package io.jinlin.hub.timetable;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinlin.contract.page.Session;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The rules of the week on every date of two years, with and without summer time. */
class PlanPropertyTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2028, 1, 1);
  private static final List<String> ZONES =
      List.of("Asia/Shanghai", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe");

  private record Example(Series series, OpeningCalendar calendar, Map<LocalDate, Change> changes) {}

  private static Slot slot(Random random) {
    LocalTime starts = LocalTime.of(random.nextInt(23), 5 * random.nextInt(12));
    return new Slot(starts, starts.plusMinutes(5 + 5 * random.nextInt(7)));
  }

  private static LocalDate date(Random random) {
    return FIRST.plusDays(random.nextInt(730));
  }

  private static Example example(long seed) {
    Random random = new Random(seed);
    Map<DayOfWeek, Slot> slots = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      if (random.nextInt(3) == 0) {
        slots.put(day, slot(random));
      }
    }
    LocalDate from = date(random);
    WeekRule rule =
        new WeekRule(
            slots,
            1 + random.nextInt(4),
            from,
            random.nextBoolean()
                ? Optional.empty()
                : Optional.of(from.plusDays(random.nextInt(400))));
    Series series =
        new Series(
            "s",
            "课",
            "Class",
            "class",
            "hall",
            "",
            0,
            true,
            random.nextBoolean(),
            random.nextBoolean(),
            rule);
    List<OpeningCalendar.Span> holidays = new ArrayList<>();
    List<OpeningCalendar.Span> terms = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      LocalDate day = date(random);
      holidays.add(new OpeningCalendar.Span("假", "Off", day, day.plusDays(random.nextInt(9))));
      terms.add(new OpeningCalendar.Span("学期", "Term", day, day.plusDays(random.nextInt(150))));
    }
    Map<LocalDate, Change> changes = new TreeMap<>();
    for (int i = 0; i < 12; i++) {
      LocalDate day = date(random);
      changes.put(
          day,
          random.nextBoolean()
              ? new Change.Cancelled("")
              : Change.Held.at(day.plusDays(random.nextInt(5)), slot(random)));
    }
    return new Example(
        series, new OpeningCalendar(holidays, random.nextBoolean() ? List.of() : terms), changes);
  }

  /** The rule in words, for each day by itself. */
  private static boolean takesPlace(Example example, LocalDate day) {
    Change change = example.changes.get(day);
    if (change != null) {
      return change instanceof Change.Held held && !closed(example, held.day());
    }
    WeekRule rule = example.series.rule();
    boolean within =
        !day.isBefore(rule.from()) && rule.until().map(u -> !day.isAfter(u)).orElse(true);
    long mondays =
        ChronoUnit.DAYS.between(
                rule.from().minusDays(rule.from().getDayOfWeek().getValue() - 1),
                day.minusDays(day.getDayOfWeek().getValue() - 1))
            / 7;
    return within
        && mondays % rule.everyWeeks() == 0
        && rule.slots().containsKey(day.getDayOfWeek())
        && !closed(example, day);
  }

  private static boolean closed(Example example, LocalDate day) {
    boolean holiday = !example.series.holidaysToo() && in(example.calendar.holidays(), day);
    boolean out =
        example.series.termsOnly()
            && !example.calendar.terms().isEmpty()
            && !in(example.calendar.terms(), day);
    return holiday || out;
  }

  private static boolean in(List<OpeningCalendar.Span> spans, LocalDate day) {
    return spans.stream()
        .anyMatch(span -> !day.isBefore(span.from()) && !day.isAfter(span.until()));
  }

  @Property(tries = 300)
  void everyDateOfTwoYearsIsAsTheRuleSays(@ForAll long seed) {
    Example example = example(seed);
    ZoneId zone = ZoneId.of(ZONES.get((int) Math.floorMod(seed, (long) ZONES.size())));
    List<SessionLine> lines =
        new Plan(example.calendar, zone).of(example.series, example.changes, FIRST, LAST);
    Set<LocalDate> held = new HashSet<>();
    Set<String> names = new HashSet<>();
    for (SessionLine line : lines) {
      assertThat(names.add(line.session().id())).as("one name each").isTrue();
      if (!line.cancelled()) {
        held.add(line.date());
      }
    }
    for (LocalDate day = FIRST; day.isBefore(LAST); day = day.plusDays(1)) {
      assertThat(held.contains(day)).as("%s", day).isEqualTo(takesPlace(example, day));
    }
  }

  @Property(tries = 300)
  void aSessionLastsInEveryZoneAndOnEveryDay(@ForAll long seed) {
    Random random = new Random(seed);
    Slot slot = slot(random);
    Map<DayOfWeek, Slot> slots = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      slots.put(day, slot);
    }
    WeekRule rule = new WeekRule(slots, 1, FIRST, Optional.empty());
    Series series = new Series("s", "课", "Class", "class", "hall", "", 0, true, false, false, rule);
    for (String name : ZONES) {
      ZoneId zone = ZoneId.of(name);
      List<SessionLine> lines =
          new Plan(OpeningCalendar.NONE, zone).of(series, Map.of(), FIRST, LAST);
      assertThat(lines).hasSize(730);
      for (SessionLine line : lines) {
        Session session = line.session();
        Duration lasts =
            Duration.between(session.starts().atZone(zone), session.ends().atZone(zone));
        assertThat(lasts).as("%s in %s", session, zone).isPositive();
        assertThat(session.starts()).isEqualTo(session.starts().atZone(zone).toLocalDateTime());
      }
    }
  }

  @Property(tries = 100)
  void theFirstAndTheSecondHalfTogetherAreTheWhole(@ForAll long seed) {
    Example example = example(seed);
    Plan plan = new Plan(example.calendar, ZoneId.of("Europe/Berlin"));
    LocalDate middle = date(new Random(seed + 1));
    Set<String> whole = names(plan.of(example.series, example.changes, FIRST, LAST));
    Set<String> halves = names(plan.of(example.series, example.changes, FIRST, middle));
    halves.addAll(names(plan.of(example.series, example.changes, middle, LAST)));
    assertThat(halves).isEqualTo(whole);
  }

  private static Set<String> names(List<SessionLine> lines) {
    Set<String> names = new HashSet<>();
    lines.forEach(line -> names.add(line.session().id()));
    return names;
  }
}
