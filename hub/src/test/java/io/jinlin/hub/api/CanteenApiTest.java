package io.jinlin.hub.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.jinlin.contract.card.CardRef;
import io.jinlin.contract.event.Fact;
import io.jinlin.contract.event.Input;
import io.jinlin.contract.event.Occasion;
import io.jinlin.contract.event.Outcome;
import io.jinlin.contract.event.Way;
import io.jinlin.contract.page.Closure;
import io.jinlin.contract.page.Item;
import io.jinlin.contract.page.ItemCodec;
import io.jinlin.contract.wire.PageKind;
import io.jinlin.contract.wire.Version;
import io.jinlin.hub.accounts.Role;
import io.jinlin.hub.pages.Claims;
import io.jinlin.hub.pages.Pages;
import io.jinlin.hub.testing.StaffClient;
import io.jinlin.hub.testing.TestHub;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The counter's and the settings' interface, at 11:42 on a Tuesday. */
class CanteenApiTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

  @TempDir static Path folder;
  private static TestHub hub;
  private static StaffClient staff;
  private static StaffClient cook;
  private static Pages pages;
  private static int next = 100;

  @BeforeAll
  static void start() throws Exception {
    hub = TestHub.start(folder.resolve("hub"));
    staff = new StaffClient(hub.port());
    staff.login("demo", hub.demoPassword());
    String password = hub.apiParts().accounts().addGenerated("cook", Set.of(Role.CANTEEN));
    cook = new StaffClient(hub.port());
    cook.login("cook", password);
    var database = hub.apiParts().database();
    pages =
        Pages.open(
            database, new Claims(database, hub.clock(), ZoneId.of("Asia/Shanghai"), "t1"), "t1");
  }

  @AfterAll
  static void stop() throws Exception {
    hub.close();
  }

  private CardRef freshElder() throws Exception {
    return hub.cards("elder").get(next++);
  }

  private String meal(CardRef ref) throws Exception {
    return hub.sent(
        "kiosk-canteen-1",
        new Fact.Scan(
            "canteen",
            ref,
            Outcome.ACCEPTED,
            Optional.of(new Occasion(Occasion.Kind.MEAL, "lunch", TODAY)),
            Optional.of(Way.DINE_IN),
            0,
            Input.CAMERA));
  }

  private JsonNode lunch() throws Exception {
    return meal(cook.get("/api/live").json(), "lunch");
  }

  private static JsonNode meal(JsonNode snapshot, String id) {
    for (JsonNode meal : snapshot.path("meals")) {
      if (meal.path("occasion").asText().startsWith("meal:" + id + ":")) {
        return meal;
      }
    }
    return snapshot.path("none");
  }

  private static List<Item> settings() {
    return pages
        .after("kiosk-canteen-1", PageKind.SETTINGS, Version.NONE, Version.NONE)
        .items()
        .stream()
        .flatMap(bytes -> ItemCodec.decode(PageKind.SETTINGS, bytes).toOptional().stream())
        .toList();
  }

  private static String serve(String kind, String more) {
    return "{\"meal\":\"lunch\",\"kind\":\""
        + kind
        + "\",\"way\":\"dine-in\",\"reason\":\"没带卡\","
        + more
        + "}";
  }

  @Test
  void portionsCookedAndServedAreLiveAndSoldOutReachesTheKiosks() throws Exception {
    int served = lunch().path("total").asInt();
    post(cook, "/api/canteen/stock", stock(served + 1, false), 200);
    await().until(() -> lunch().path("cooked").asInt() == served + 1);
    assertThat(lunch().path("soldOut").asBoolean()).isFalse();

    meal(freshElder());
    await().until(() -> lunch().path("soldOut").asBoolean());
    await().until(() -> settings().stream().anyMatch(Item.SoldOut.class::isInstance));

    post(cook, "/api/canteen/stock", stock(served + 40, false), 200);
    await().until(() -> !lunch().path("soldOut").asBoolean());
    await().until(() -> settings().stream().noneMatch(Item.SoldOut.class::isInstance));
    post(cook, "/api/canteen/stock", "{\"meal\":\"lunch\",\"soldOut\":true}", 200);
    await().until(() -> lunch().path("byHand").asBoolean());
    post(cook, "/api/canteen/stock", "{\"meal\":\"lunch\",\"soldOut\":false}", 200);
    await().until(() -> !lunch().path("soldOut").asBoolean());
  }

  private static String stock(int cooked, boolean soldOut) {
    return "{\"meal\":\"lunch\",\"cooked\":" + cooked + ",\"soldOut\":" + soldOut + "}";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/api/canteen/stock | {'meal':'lunch','cooked':-1,'soldOut':false} | field-invalid",
        "/api/canteen/stock | {'meal':'supper','soldOut':false} | unknown-meal",
        "/api/canteen/seats | {'people':81} | field-invalid",
        "/api/canteen/serve | {'meal':'dinner','kind':'guest','way':'dine-in','portions':1,"
            + "'reason':'x'} | meal-not-begun",
        "/api/canteen/serve | {'meal':'lunch','kind':'guest','way':'dine-in','portions':21,"
            + "'reason':'x'} | field-invalid",
        "/api/canteen/serve | {'meal':'lunch','kind':'guest','way':'dine-in','portions':1,"
            + "'reason':' '} | field-invalid",
        "/api/canteen/serve | {'meal':'lunch','kind':'forgotten-card','way':'dine-in',"
            + "'portions':1,'reason':'x'} | field-missing",
        "/api/canteen/undo | {'event':'hub/none/1','reason':'x'} | unknown-event"
      })
  void badInputGetsAClearAnswer(String path, String body, String code) throws Exception {
    StaffClient.Answer answer = cook.post(path, body.replace('\'', '"'));
    assertThat(answer.code()).isEqualTo(code);
    assertThat(answer.json().at("/error/zh").asText()).isNotBlank().doesNotContain("{0}");
  }

  @Test
  void aForgottenCardIsServedOnceAndASecondPortionBesideIt() throws Exception {
    long person = hub.apiParts().cards().personOf(freshElder()).getAsLong();
    String own = serve("forgotten-card", "\"person\":" + person + ",\"portions\":1");
    long before = lunch().path("total").asLong();
    post(cook, "/api/canteen/serve", own, 200);
    StaffClient.Answer again = cook.post("/api/canteen/serve", own);
    assertThat(again.code()).isEqualTo("meal-had");
    assertThat(again.json().at("/error/zh").asText()).contains("11:42");
    post(
        cook,
        "/api/canteen/serve",
        serve("second-portion", "\"person\":" + person + ",\"portions\":2"),
        200);
    await().until(() -> lunch().path("total").asLong() == before + 3);
    assertThat(cook.get("/api/live").json().path("counter").get(0).path("kind").asText())
        .isEqualTo("second-portion");
  }

  @Test
  void somebodyWhoseFileIsClosedIsSentToThePersonWhoKnowsAndNotTold() throws Exception {
    long dead = hub.apiParts().cards().personOf(freshElder()).getAsLong();
    hub.ledger()
        .write(
            db ->
                io.jinlin.hub.store.Rows.change(
                    db, "UPDATE person SET died = '2026-11-01' WHERE id = ?", dead))
        .join();
    StaffClient.Answer answer =
        cook.post(
            "/api/canteen/serve",
            serve("forgotten-card", "\"person\":" + dead + ",\"portions\":1"));
    assertThat(answer.code()).isEqualTo("file-closed-meal");
  }

  @Test
  void aMealIsUndoneWithinItsPeriodByTheCook() throws Exception {
    long before = lunch().path("total").asLong() + 1;
    String event = meal(freshElder());
    await().until(() -> lunch().path("total").asLong() == before);
    String body = "{\"event\":\"" + event + "\",\"reason\":\"拿错卡\"}";
    post(cook, "/api/canteen/undo", body, 200);
    await().until(() -> lunch().path("total").asLong() == before - 1);
    assertThat(cook.post("/api/canteen/undo", body).code()).isEqualTo("already-voided");
  }

  @Test
  void theCookSeesNoMoneyAndChangesNoSettings() throws Exception {
    assertThat(cook.post("/api/settlement/accounts", "{}").status()).isEqualTo(403);
    assertThat(cook.get("/api/settlement/tariff").status()).isEqualTo(403);
    assertThat(cook.post("/api/canteen/rules", "{}").status()).isEqualTo(403);
    assertThat(cook.post("/api/closures", "{}").status()).isEqualTo(403);
    assertThat(cook.post("/api/void", "{}").status()).isEqualTo(403);
    assertThat(cook.post("/api/people/search", "{\"text\":\"林\"}").status()).isEqualTo(200);
  }

  @Test
  void theWeekIsEditedOverlapsAreNamedAndTheChangeReachesTheKiosks() throws Exception {
    String week =
        "{\"place\":\"canteen\",\"earlyGraceMinutes\":10,\"meals\":["
            + period("breakfast", "早餐", "06:30", "08:30", "1234567")
            + ","
            + period("lunch", "午餐", "11:00", "13:00", "12345")
            + ","
            + period("lunch", "午餐", "11:30", "12:30", "67")
            + ","
            + period("dinner", "晚餐", "%s", "18:30", "1234567")
            + "]}";
    StaffClient.Answer overlap = staff.post("/api/canteen/week", week.formatted("12:30"));
    assertThat(overlap.code()).isEqualTo("meals-overlap");
    assertThat(overlap.json().at("/error/zh").asText()).contains("午餐", "晚餐");
    assertThat(staff.post("/api/canteen/week", week.formatted("19:00")).code())
        .isEqualTo("meal-hours");

    post(staff, "/api/canteen/week", week.formatted("17:00"), 200);

    await().until(() -> grace() == 10);
    assertThat(staff.get("/api/canteen/settings").json().path("meals")).hasSize(4);
    await().until(() -> cook.get("/api/live").json().path("meals").size() == 3);
  }

  private int grace() {
    return settings().stream()
        .filter(Item.PlaceSettings.class::isInstance)
        .map(item -> ((Item.PlaceSettings) item).place())
        .filter(place -> place.id().equals("canteen"))
        .findFirst()
        .orElseThrow()
        .earlyGraceMinutes();
  }

  private static String period(String id, String name, String opens, String closes, String days) {
    Map<String, String> fields =
        Map.of("id", id, "zh", name, "en", id, "opens", opens, "closes", closes, "days", days);
    StringBuilder json = new StringBuilder("{");
    fields.forEach((key, value) -> json.append("\"" + key + "\":\"" + value + "\","));
    return json.substring(0, json.length() - 1) + "}";
  }

  @Test
  void aMenuAndAHolidayReachKiosksAndBoardAndAUsualDayTakesThemAway() throws Exception {
    String menu =
        "{\"place\":\"canteen\",\"date\":\"2026-11-24\",\"menus\":[{\"meal\":\"lunch\","
            + "\"dishes\":[{\"zh\":\"卤面\",\"en\":\"Noodles\",\"marks\":[\"soft\"]}]}]}";
    post(staff, "/api/canteen/day", menu, 200);
    await().until(() -> lunch().path("menu").path(0).path("zh").asText().equals("卤面"));
    await().until(() -> meals(staff.get("/api/board").json()).contains("卤面"));
    assertThat(isSet(TODAY)).isTrue();
    assertThat(staff.post("/api/canteen/day", menu.replace("2026-11-24", "2026-11-23")).code())
        .isEqualTo("day-past");
    String usual = "{\"place\":\"canteen\",\"date\":\"2026-11-24\",\"menus\":[]}";
    post(staff, "/api/canteen/day", usual, 200);
    await().until(() -> !isSet(TODAY));
  }

  private static boolean isSet(LocalDate date) {
    return settings().stream()
        .anyMatch(
            item -> item instanceof Item.MealDaySettings day && day.day().date().equals(date));
  }

  private static String meals(JsonNode board) {
    return board.path("meals").toString();
  }

  @Test
  void aServiceIsClosedInOneActAndOpenedAgainAndTheWholeCentreNeedsTheDirector() throws Exception {
    String clinic =
        "{\"place\":\"clinic\",\"from\":\"2026-11-24T11:00\",\"until\":\"2026-11-24T18:00\","
            + "\"reason\":\"消毒\",\"reasonEnglish\":\"Disinfection\"}";
    assertThat(staff.post("/api/closures", clinic.replace("T18", "T10")).code())
        .isEqualTo("closure-backwards");
    assertThat(staff.post("/api/closures", clinic.replace("\"clinic\"", "null")).code())
        .isEqualTo("director-only");

    StaffClient.Answer closed = staff.post("/api/closures", clinic);

    assertThat(closed.status()).isEqualTo(200);
    await().until(() -> settings().stream().anyMatch(Item.ClosureSettings.class::isInstance));
    await().until(() -> staff.get("/api/board").json().path("closed").size() == 1);
    String id = closed.json().path("id").asText();
    post(staff, "/api/closures/end", "{\"id\":\"" + id + "\"}", 200);
    await().until(() -> staff.get("/api/live").json().path("closures").isEmpty());
    assertThat(staff.get("/api/board").json().path("closed")).isEmpty();
    LocalDateTime now = TODAY.atTime(11, 42);
    await().until(() -> closure().until().equals(now));
    assertThat(closure().covers("clinic", now)).as("open from this minute on").isFalse();
    assertThat(staff.post("/api/closures/end", "{\"id\":\"" + id + "\"}").code())
        .isEqualTo("unknown-closure");
    hub.pass(1);
    String later = clinic.replace("T11", "T14");
    id = staff.post("/api/closures", later).json().path("id").asText();
    post(staff, "/api/closures/end", "{\"id\":\"" + id + "\"}", 200);
    assertThat(closure().until()).as("one that never began is gone").isEqualTo(now);
  }

  private static Closure closure() {
    return settings().stream()
        .filter(Item.ClosureSettings.class::isInstance)
        .map(item -> ((Item.ClosureSettings) item).closure())
        .reduce((one, other) -> other)
        .orElseThrow();
  }

  private static void post(StaffClient client, String path, String body, int status)
      throws Exception {
    StaffClient.Answer answer = client.post(path, body);
    assertThat(answer.status()).as(answer.raw().body()).isEqualTo(status);
  }
}
