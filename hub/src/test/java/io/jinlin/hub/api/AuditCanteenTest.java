package io.jinlin.hub.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jinlin.contract.card.CardRef;
import io.jinlin.contract.event.Fact;
import io.jinlin.contract.event.Input;
import io.jinlin.contract.event.Occasion;
import io.jinlin.contract.event.Outcome;
import io.jinlin.contract.event.Way;
import io.jinlin.hub.accounts.Role;
import io.jinlin.hub.store.Rows;
import io.jinlin.hub.testing.StaffClient;
import io.jinlin.hub.testing.TestHub;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a district asks of a canteen: its hours as they were that day, and its portions. */
class AuditCanteenTest {
  private static final LocalDate HOLIDAY = LocalDate.of(2026, 11, 25);
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final long DAY_MS = 86_400_000;

  @TempDir private Path folder;
  private TestHub hub;
  private StaffClient director;
  private List<CardRef> elders;
  private String closure = "";

  /** A holiday with a late lunch only, of which half an hour is closed. */
  @BeforeEach
  void start() throws Exception {
    hub = TestHub.start(folder.resolve("hub"));
    elders = hub.cards("elder");
    director = as("director-9");
    done(
        "/api/canteen/day",
        "{\"place\":\"canteen\",\"date\":\"2026-11-25\",\"menus\":[],\"meals\":[{\"id\":\"lunch\","
            + "\"zh\":\"午餐\",\"en\":\"Lunch\",\"opens\":\"12:00\",\"closes\":\"13:30\","
            + "\"days\":\"1234567\"}]}");
    closure =
        done(
                "/api/closures",
                "{\"place\":\"canteen\",\"from\":\"2026-11-25T12:30\",\"until\":\"2026-11-25T13:00\","
                    + "\"reason\":\"停电\"}")
            .path("id")
            .asText();
  }

  @AfterEach
  void stop() throws Exception {
    hub.close();
  }

  private StaffClient as(String account) throws Exception {
    StaffClient client = new StaffClient(hub.port());
    client.login(account, hub.apiParts().accounts().addGenerated(account, Set.of(Role.DIRECTOR)));
    return client;
  }

  /** Days pass, and who was signed in is no longer. */
  private void pass(long millis) throws Exception {
    hub.pass(millis);
    director = as("director-8");
  }

  private JsonNode done(String path, String body) throws Exception {
    StaffClient.Answer answer = director.post(path, body);
    assertThat(answer.raw().body()).doesNotContain("\"error\"");
    return answer.json();
  }

  private String lunch(LocalDate day, int elder, Way way, String time) throws Exception {
    Fact.Scan scan =
        new Fact.Scan(
            "canteen",
            elders.get(elder),
            Outcome.ACCEPTED,
            Optional.of(new Occasion(Occasion.Kind.MEAL, "lunch", day)),
            Optional.of(way),
            0,
            Input.CAMERA);
    LocalDateTime at = LocalDateTime.of(day, LocalTime.parse(time));
    return hub.sent("kiosk-canteen-1", scan, at.atZone(ZONE).toInstant().toEpochMilli());
  }

  private List<JsonNode> found(String flag) throws Exception {
    List<JsonNode> found = new ArrayList<>();
    JsonNode report = director.get("/api/audit").json();
    for (JsonNode one : report.path("findings")) {
      if (one.path("flag").asText().equals(flag)) {
        found.add(one);
      }
    }
    assertThat(report.path("counts").path(flag).asInt()).isEqualTo(found.size());
    return found;
  }

  @Test
  void hoursAreThoseOfTheVeryDayAndWhatIsClosedServesNothing() throws Exception {
    lunch(HOLIDAY.minusDays(1), 0, Way.DINE_IN, "11:10");
    pass(2 * DAY_MS);
    lunch(HOLIDAY, 1, Way.DINE_IN, "11:10");
    lunch(HOLIDAY, 2, Way.DINE_IN, "12:10");
    lunch(HOLIDAY, 3, Way.DINE_IN, "12:40");
    lunch(HOLIDAY, 4, Way.DELIVER, "12:45");
    lunch(HOLIDAY, 5, Way.COLLECT, "13:20");
    lunch(HOLIDAY.plusDays(1), 6, Way.DINE_IN, "11:10");
    List<JsonNode> outside = found("outside-hours");
    assertThat(outside).hasSize(2);
    assertThat(outside.get(0).path("detail").asText()).isEqualTo("closed");
    assertThat(outside.get(1).path("detail").asText()).isEmpty();
    long at = outside.get(1).at("/events/0/at").asLong();
    assertThat(LocalTime.ofInstant(java.time.Instant.ofEpochMilli(at), ZONE))
        .isEqualTo(LocalTime.of(11, 10));
  }

  @Test
  void aClosureThatEndedEarlyStillSaysWhenItHeld() throws Exception {
    pass(DAY_MS + 58 * 60_000);
    done("/api/closures/end", "{\"id\":\"" + closure + "\"}");
    lunch(HOLIDAY, 1, Way.DINE_IN, "12:35");
    lunch(HOLIDAY, 2, Way.DINE_IN, "12:40");
    List<JsonNode> outside = found("outside-hours");
    assertThat(outside).hasSize(1);
    assertThat(outside.get(0).path("detail").asText()).isEqualTo("closed");
  }

  @Test
  void moreServedThanCookedOpensToWhatTheKitchenSaidAndToThePortionsBeyondIt() throws Exception {
    pass(DAY_MS + 30 * 60_000);
    for (int i = 0; i < 4; i++) {
      lunch(HOLIDAY, i, Way.DINE_IN, "12:0" + i);
    }
    assertThat(found("more-than-cooked")).as("nobody entered what was cooked").isEmpty();
    done("/api/canteen/stock", "{\"meal\":\"lunch\",\"cooked\":4,\"soldOut\":false}");
    assertThat(found("more-than-cooked")).as("as many as were cooked").isEmpty();
    hub.pass(60_000);
    StaffClient.Answer guests =
        director.post(
            "/api/canteen/serve",
            "{\"meal\":\"lunch\",\"kind\":\"guest\",\"way\":\"dine-in\",\"portions\":3,"
                + "\"reason\":\"来访\"}");
    String event = guests.json().path("event").asText();
    JsonNode more = found("more-than-cooked").get(0);
    assertThat(more.path("detail").asText()).isEqualTo("7/4");
    assertThat(more.path("events").findValuesAsText("type")).containsExactly("stock", "serving");
    assertThat(more.at("/events/1/event").asText()).isEqualTo(event);
    assertThat(director.get("/api/audit?until=2026-11-24").json().at("/counts/more-than-cooked"))
        .hasToString("0");

    done("/api/canteen/undo", "{\"event\":\"" + event + "\",\"reason\":\"记错\"}");
    assertThat(found("more-than-cooked")).as("taken back").isEmpty();
    hub.pass(60_000);
    done("/api/canteen/stock", "{\"meal\":\"lunch\",\"cooked\":3,\"soldOut\":false}");
    more = found("more-than-cooked").get(0);
    assertThat(more.path("detail").asText()).isEqualTo("4/3");
    assertThat(more.path("events").findValuesAsText("type"))
        .as("both numbers of the kitchen")
        .containsExactly("scan", "stock", "stock");
  }

  @Test
  void aMealThatStaffEnteredForSomebodyWhoDiedIsFoundToo() throws Exception {
    long person = hub.apiParts().cards().personOf(elders.get(7)).orElseThrow();
    done(
        "/api/canteen/serve",
        "{\"meal\":\"lunch\",\"kind\":\"forgotten-card\",\"person\":%d,\"way\":\"dine-in\","
                .formatted(person)
            + "\"portions\":1,\"reason\":\"忘带卡\"}");
    assertThat(found("deceased")).isEmpty();
    hub.ledger()
        .write(db -> Rows.change(db, "UPDATE person SET died = '2026-11-01' WHERE id = ?", person))
        .get();
    assertThat(found("deceased")).hasSize(1);
    assertThat(found("deceased").get(0).at("/events/0/type").asText()).isEqualTo("serving");
  }
}
