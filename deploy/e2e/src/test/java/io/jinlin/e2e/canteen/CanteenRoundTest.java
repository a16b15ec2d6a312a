package io.jinlin.e2e.canteen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jinlin.contract.event.EventId;
import io.jinlin.contract.event.Fact;
import io.jinlin.contract.event.Input;
import io.jinlin.contract.event.Occasion;
import io.jinlin.contract.page.Closure;
import io.jinlin.contract.page.Dish;
import io.jinlin.contract.page.Item;
import io.jinlin.contract.page.MealDay;
import io.jinlin.contract.page.Menu;
import io.jinlin.e2e.sample.SampleHub;
import io.jinlin.edge.agent.Answer;
import io.jinlin.edge.agent.EdgeAgent;
import io.jinlin.edge.decide.Verdict;
import io.jinlin.hub.serve.Core;
import io.jinlin.hub.web.StaffSite;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lunch with two kiosks, the hub and its staff, over MQTT. */
@Tag("slow")
class CanteenRoundTest {
  private static final int NOON = 12;
  private static final String CLAIMS = "SELECT count(*) FROM claim";
  private static final String RELEASES = "SELECT count(*) FROM item WHERE kind = 'CLAIMS'";
  private static final Duration SECONDS = Duration.ofSeconds(10);
  private static final Duration START = Duration.ofSeconds(60);

  @TempDir Path folder;

  /** A zone in which it is about noon, so that lunch is on whenever the test runs. */
  private static ZoneId noon() {
    Instant now = Instant.now();
    int minutes =
        now.atZone(ZoneOffset.UTC).getHour() * 60 + now.atZone(ZoneOffset.UTC).getMinute();
    int ahead = Math.floorMod(NOON * 60 - minutes + 660, 1_440) - 660;
    return ZoneOffset.ofTotalSeconds(60 * ahead);
  }

  @Test
  void whatStaffDoReachesBothKiosksWithinSecondsAndAMealTakenBackIsServedAgain() throws Exception {
    ZoneId zone = noon();
    try (SampleHub hub = SampleHub.start(folder, zone);
        EdgeAgent one = hub.kiosk("kiosk-canteen-1");
        EdgeAgent two = hub.kiosk("kiosk-canteen-2")) {
      await().atMost(START).until(() -> knows(one) && knows(two));
      Lunch lunch =
          new Lunch(folder, hub.core(), hub.site(), one, two, hub.elders(), LocalDate.now(zone));
      lunch.menu();
      lunch.closure();
      lunch.takenBack();
      lunch.byProxy();
      lunch.soldOut();
    }
  }

  private static boolean knows(EdgeAgent kiosk) {
    return kiosk.status().now().filter(now -> !now.label().zh().isEmpty()).isPresent()
        && kiosk.status().pageAgeMillis() >= 0;
  }

  /** The acts of the lunch, in their order. */
  private record Lunch(
      Path folder,
      Core core,
      StaffSite site,
      EdgeAgent one,
      EdgeAgent two,
      List<String> cards,
      LocalDate day) {

    private Verdict scan(EdgeAgent kiosk, int card) {
      return kiosk.present(cards.get(card), Input.LINE);
    }

    /** What a kiosk has learned, asked without presenting a card. */
    private long rows(String kiosk, String sql) throws Exception {
      String url = "jdbc:sqlite:" + folder.resolve(kiosk).resolve("replica.db");
      try (Connection db = DriverManager.getConnection(url);
          Statement statement = db.createStatement();
          ResultSet row = statement.executeQuery(sql)) {
        return row.next() ? row.getLong(1) : 0;
      }
    }

    private Occasion meal() {
      return new Occasion(Occasion.Kind.MEAL, "lunch", day);
    }

    private void put(Item item) throws Exception {
      site.api().settings().put(item).get(30, TimeUnit.SECONDS);
    }

    private EventId append(Fact fact) throws Exception {
      return core.ledger().append(fact).get(30, TimeUnit.SECONDS);
    }

    void menu() throws Exception {
      Dish noodles = new Dish("卤面", "Noodles", Set.of());
      MealDay today =
          new MealDay(
              "canteen", day, Optional.empty(), List.of(new Menu("lunch", List.of(noodles))));
      put(new Item.MealDaySettings(1, today));
      for (EdgeAgent kiosk : List.of(one, two)) {
        await()
            .atMost(SECONDS)
            .until(() -> kiosk.status().now().orElseThrow().serving().menu().contains(noodles));
      }
    }

    void closure() throws Exception {
      Closure closure =
          new Closure(
              "c1",
              Optional.of("canteen"),
              day.atStartOfDay(),
              day.plusDays(1).atStartOfDay(),
              "停水",
              "No water");
      put(new Item.ClosureSettings(1, closure));
      await().atMost(SECONDS).until(() -> one.status().now().orElseThrow().notice().isPresent());
      assertThat(scan(one, 0)).isInstanceOf(Verdict.Closed.class);
      put(new Item.Gone(1, new Item.ClosureSettings(1, closure).key()));
      await().atMost(SECONDS).until(() -> one.status().now().orElseThrow().notice().isEmpty());
    }

    void takenBack() throws Exception {
      Answer first = one.answer(cards.get(1), Input.LINE);
      assertThat(first.verdict()).isInstanceOf(Verdict.Accepted.class);
      await().atMost(SECONDS).until(() -> rows("kiosk-canteen-2", CLAIMS) == 1);
      assertThat(scan(two, 1)).isInstanceOf(Verdict.Already.class);
      append(new Fact.Voiding("canteen", first.event().orElseThrow(), "拿错卡", "cook"));
      await().atMost(SECONDS).until(() -> rows("kiosk-canteen-1", RELEASES) == 1);
      Answer again = one.answer(cards.get(1), Input.LINE);
      assertThat(again.verdict()).isInstanceOf(Verdict.Accepted.class);
      assertThat(again.event()).isPresent();
    }

    void byProxy() throws Exception {
      one.beginProxy();
      assertThat(scan(one, 2)).isInstanceOf(Verdict.Proxy.class);
      assertThat(scan(one, 3)).isInstanceOf(Verdict.During.class);
      one.endProxy();
      await().atMost(SECONDS).until(() -> rows("kiosk-canteen-2", CLAIMS) == 2);
      assertThat(scan(two, 3)).isInstanceOf(Verdict.Already.class);
      await()
          .atMost(SECONDS)
          .until(
              () ->
                  site.api().live().view().snapshot().counter().stream()
                      .anyMatch(row -> row.collector() != null));
    }

    void soldOut() throws Exception {
      append(new Fact.Stock("canteen", meal(), OptionalInt.of(1), false, "cook"));
      await().atMost(SECONDS).until(() -> two.status().now().orElseThrow().serving().soldOut());
      assertThat(scan(two, 4)).isInstanceOf(Verdict.SoldOut.class);
      append(new Fact.Stock("canteen", meal(), OptionalInt.of(200), false, "cook"));
      await().atMost(SECONDS).until(() -> scan(two, 4) instanceof Verdict.Accepted);
    }
  }
}
