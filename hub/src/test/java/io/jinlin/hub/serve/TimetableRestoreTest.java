package io.jinlin.hub.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinlin.hub.backup.Backups;
import io.jinlin.hub.timetable.Change;
import io.jinlin.hub.timetable.OpeningCalendar;
import io.jinlin.hub.timetable.Series;
import io.jinlin.hub.timetable.SessionLine;
import io.jinlin.hub.timetable.Slot;
import io.jinlin.hub.timetable.TimetableDesk;
import io.jinlin.hub.timetable.WeekRule;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.DayOfWeek;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What staff did with the timetable outlives an older backup. */
class TimetableRestoreTest extends CoreFixture {
  private static final Slot NINE = new Slot(LocalTime.of(9, 0), LocalTime.of(10, 30));

  private TimetableDesk desk(Core core) {
    return new TimetableDesk(
        core.database(), core.ledger(), InstantSource.system(), config.zone(), new SecureRandom());
  }

  private static Series series(String id, LocalDate from) {
    WeekRule rule =
        new WeekRule(
            Map.of(DayOfWeek.MONDAY, NINE, DayOfWeek.THURSDAY, NINE), 1, from, Optional.empty());
    return new Series(id, "太极", "Tai chi", "fitness", "hall", "陈老师", 0, true, false, false, rule);
  }

  @Test
  void aRestoredHubHasEveryChangeOfTheTimetableAgain() throws Exception {
    Path backup;
    List<SessionLine> before;
    LocalDate today;
    try (Core core = start()) {
      backup = backUp(core);
      TimetableDesk desk = desk(core);
      today = desk.today();
      desk.roll().get(20, TimeUnit.SECONDS);
      desk.put(series("tai-chi", today), "director").get(20, TimeUnit.SECONDS);
      desk.put(series("gone", today), "director").get(20, TimeUnit.SECONDS);
      desk.end("gone", "director").get(20, TimeUnit.SECONDS);
      LocalDate next = desk.days(today.plusDays(1), today.plusDays(9)).sessions().get(0).date();
      desk.change("tai-chi", next, new Change.Cancelled("老师病了"), "staff").get(20, TimeUnit.SECONDS);
      LocalDate later = desk.days(next.plusDays(1), next.plusDays(9)).sessions().get(0).date();
      desk.change("tai-chi", later, Change.Held.at(later.plusDays(1), NINE), "staff")
          .get(20, TimeUnit.SECONDS);
      OpeningCalendar.Span closed =
          new OpeningCalendar.Span("装修", "Works", today.plusDays(20), today.plusDays(40));
      desk.set(new OpeningCalendar(List.of(closed), List.of()), "director")
          .get(20, TimeUnit.SECONDS);
      before = desk.days(today, today.plusDays(390)).sessions();
    }
    Backups.restore(backup, HubFiles.database(config), System.currentTimeMillis());
    try (Core core = start()) {
      TimetableDesk desk = desk(core);
      desk.roll().get(20, TimeUnit.SECONDS);
      assertThat(desk.days(today, today.plusDays(390)).sessions()).isEqualTo(before);
      assertThat(before).anyMatch(SessionLine::cancelled).hasSizeGreaterThan(90);
      assertThat(before)
          .noneMatch(
              line ->
                  line.date().isAfter(today.plusDays(19))
                      && line.date().isBefore(today.plusDays(41)));
      long told =
          number(core, "SELECT count(*) FROM page_item WHERE kind = 2 AND NOT gone")
              + number(core, "SELECT count(*) FROM page_item WHERE kind = 2 AND gone");
      assertThat(told).isPositive();
    }
  }
}
