package io.jinlin.hub.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.jinlin.contract.event.Fact;
import io.jinlin.contract.event.Occasion;
import io.jinlin.contract.event.Way;
import io.jinlin.hub.accounts.Role;
import io.jinlin.hub.testing.StaffClient;
import io.jinlin.hub.testing.TestHub;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrderApiTest {
  private static final String LUNCH = "meal:lunch:2026-11-24";

  @TempDir private Path folder;
  private TestHub hub;
  private StaffClient browser;
  private long person;
  private int next;

  /** 11:42, after the usual cut-off of nine o'clock. */
  @BeforeEach
  void start() throws Exception {
    hub = TestHub.start(folder.resolve("hub"));
    browser = new StaffClient(hub.port());
    browser.login("demo", hub.demoPassword());
    person =
        browser
            .post("/api/people/search", "{\"text\":\"1期1栋1梯\"}")
            .json()
            .at("/rows/0/person")
            .asLong();
  }

  @AfterEach
  void stop() throws Exception {
    hub.close();
  }

  private StaffClient.Answer order(String from, boolean late) throws Exception {
    return browser.post(
        "/api/orders",
        "{\"person\":"
            + person
            + ",\"meal\":\"lunch\",\"way\":\"deliver\",\"diets\":[\"soft\"],"
            + "\"weekdays\":[1,2,3,4,5,6,7],\"from\":\""
            + from
            + "\",\"source\":\"call\",\"late\":"
            + late
            + "}");
  }

  private JsonNode lunch(String day) throws Exception {
    return browser.get("/api/orders/day?day=" + day).json().at("/meals/1");
  }

  private StaffClient.Answer visit(String outcome, String note) throws Exception {
    return visit("v" + next++, outcome, note, 0);
  }

  private StaffClient.Answer visit(String key, String outcome, String note, long ageMs)
      throws Exception {
    String body =
        "{\"key\":\"%s\",\"occasion\":\"%s\",\"person\":%d,\"outcome\":\"%s\",\"note\":\"%s\",\"ageMs\":%d}"
            .formatted(key, LUNCH, person, outcome, note, ageMs);
    return browser.post("/api/deliveries/visit", body);
  }

  private String outcome() throws Exception {
    return browser.get("/api/deliveries").json().at("/stops/0/outcome").asText();
  }

  private int served() throws Exception {
    return browser.get("/api/live").json().at("/meals/1/total").asInt();
  }

  @Test
  void anOrderIsRefusedAfterTheCutOffUnlessTheKitchenAgrees() throws Exception {
    assertThat(order("2026-11-24", false).code()).isEqualTo("after-cut-off");
    assertThat(order("2026-11-23", false).code()).isEqualTo("day-is-past");
    String id = order("2026-11-24", true).json().path("order").asText();
    assertThat(lunch("2026-11-24").path("portions").asInt()).isEqualTo(1);
    assertThat(lunch("2026-11-30").path("diets").path("soft").asInt()).isEqualTo(1);
    assertThat(order("2026-12-24", false).code()).isEqualTo("already-ordered");
    String end = "{\"order\":\"" + id + "\",\"end\":\"2026-11-26\"}";
    assertThat(browser.post("/api/orders/end", end).status()).isEqualTo(200);
    assertThat(lunch("2026-11-25").path("portions").asInt()).isEqualTo(1);
    assertThat(lunch("2026-11-26").path("portions").asInt()).isZero();
  }

  @Test
  void hospitalPausesEverythingAndComingHomeBringsItBack() throws Exception {
    order("2026-11-25", false);
    String pause = "{\"person\":" + person + ",\"from\":\"2026-11-25\",\"reason\":\"住院\"}";
    String id = browser.post("/api/orders/pause", pause).json().path("pause").asText();
    assertThat(lunch("2026-11-27").path("portions").asInt()).isZero();
    String home = "{\"pause\":\"" + id + "\",\"end\":\"2026-11-27\"}";
    assertThat(browser.post("/api/orders/resume", home).status()).isEqualTo(200);
    assertThat(lunch("2026-11-26").path("portions").asInt()).isZero();
    assertThat(lunch("2026-11-27").path("portions").asInt()).isEqualTo(1);
  }

  @Test
  void aDeliveryIsServedOnlyAtTheDoorAndOnceHoweverOftenThePhoneSends() throws Exception {
    assertThat(visit("seen", "").code()).isEqualTo("not-ordered");
    order("2026-11-24", true);
    assertThat(browser.get("/api/deliveries").json().at("/stops/0/outcome").asText()).isEmpty();
    assertThat(served()).isZero();
    assertThat(visit("k", "seen", "", 0).status()).isEqualTo(200);
    assertThat(visit("k", "seen", "", 0).status()).isEqualTo(200);
    assertThat(visit("seen", "").status()).isEqualTo(200);
    await().until(() -> served() == 1);
    assertThat(browser.get("/api/live").json().at("/meals/1/ways/deliver").asInt()).isEqualTo(1);
    assertThat(outcome()).isEqualTo("seen");
    assertThat(browser.get("/api/events?type=serving").json().path("rows")).hasSize(1);
  }

  @Test
  void theLastVisitHoldsWhateverArrivesLast() throws Exception {
    order("2026-11-24", true);
    hub.pass(60 * 60_000);
    assertThat(visit("seen", "").status()).isEqualTo(200);
    await().until(() -> served() == 1);
    assertThat(visit("late", "no-answer", "", 30 * 60_000).status()).isEqualTo(200);
    assertThat(outcome()).as("half an hour before nobody came to the door").isEqualTo("seen");
    assertThat(browser.get("/api/deliveries/tasks").json().path("tasks")).isEmpty();
    hub.pass(60_000);
    assertThat(visit("refused", "").status()).isEqualTo(200);
    await().until(() -> served() == 0);
    hub.pass(60_000);
    assertThat(visit("not-seen", "").status()).isEqualTo(200);
    await().until(() -> served() == 1);
  }

  @Test
  void whatWasBroughtCountsThoughTheOrderWasTakenBackMeanwhile() throws Exception {
    String id = order("2026-11-24", true).json().path("order").asText();
    String skip = "{\"order\":\"" + id + "\",\"day\":\"2026-11-24\",\"late\":true}";
    assertThat(browser.post("/api/orders/skip", skip).status()).isEqualTo(200);
    assertThat(browser.get("/api/deliveries").json().path("stops")).isEmpty();
    assertThat(visit("seen", "").status()).isEqualTo(200);
    await().until(() -> served() == 1);
  }

  @Test
  void aDoorThatNobodyOpensIsFollowedUntilThePersonIsReached() throws Exception {
    order("2026-11-24", true);
    assertThat(visit("no-answer", "窗帘没拉开").status()).isEqualTo(200);
    JsonNode task = browser.get("/api/deliveries/tasks").json().at("/tasks/0");
    assertThat(task.path("next").asText()).isEqualTo("phone");
    assertThat(browser.get("/api/deliveries/tasks").json().at("/notes/0/note").asText())
        .isEqualTo("窗帘没拉开");
    String step =
        "{\"key\":\"s1\",\"occasion\":\"%s\",\"person\":%d,\"kind\":\"phone\",\"reached\":false}"
            .formatted(LUNCH, person);
    assertThat(browser.post("/api/deliveries/step", step).status()).isEqualTo(200);
    hub.pass(20 * 60_000);
    task = browser.get("/api/deliveries/tasks").json().at("/tasks/0");
    assertThat(task.path("next").asText()).isEqualTo("contact");
    assertThat(task.path("overdue").asBoolean()).isTrue();
    String reached = step.replace("s1", "s2").replace("phone", "contact").replace("false", "true");
    assertThat(browser.post("/api/deliveries/step", reached).status()).isEqualTo(200);
    task = browser.get("/api/deliveries/tasks").json().at("/tasks/0");
    assertThat(task.path("done").asBoolean()).isTrue();
    assertThat(served()).isZero();
  }

  @Test
  void aVolunteerSeesTodaysDoorsWithMaskedNamesAndNothingElse() throws Exception {
    order("2026-11-24", true);
    String name = browser.get("/api/deliveries").json().at("/stops/0/name").asText();
    visit("not-seen", "走路不稳");
    StaffClient volunteer = new StaffClient(hub.port());
    volunteer.login(
        "wang-1", hub.apiParts().accounts().addGenerated("wang-1", Set.of(Role.DELIVERY)));

    JsonNode list = volunteer.get("/api/deliveries").json();

    assertThat(list.path("meal").asText()).isEqualTo("lunch");
    JsonNode stop = list.at("/stops/0");
    assertThat(stop.path("name").asText()).isEqualTo(name.substring(0, 1) + "*");
    assertThat(stop.path("address").asText()).startsWith("1期1栋1梯");
    assertThat(stop.path("diets")).hasSize(1);
    assertThat(stop.path("phoneEnd").asText()).isEmpty();
    assertThat(stop.path("noticed").asText()).as("noticed by somebody else").isEmpty();
    assertThat(list.toString()).doesNotContain(name, "tier", "fen", "phone\":");
    for (String path :
        List.of(
            "/api/deliveries?day=2026-11-25",
            "/api/deliveries/tasks",
            "/api/live",
            "/api/live/stream",
            "/api/events",
            "/api/review",
            "/api/timetable",
            "/api/orders/day",
            "/api/orders/person?person=" + person)) {
      assertThat(volunteer.get(path).code()).as(path).isEqualTo("wrong-role");
    }
    String refused = "{\"key\":\"w1\",\"occasion\":\"%s\",\"person\":%d,\"outcome\":\"seen\"}";
    hub.pass(60_000);
    assertThat(volunteer.post("/api/deliveries/visit", refused.formatted(LUNCH, person)).status())
        .isEqualTo(200);
    assertThat(outcome()).isEqualTo("seen");
    String tomorrow = refused.formatted("meal:lunch:2026-11-25", person).replace("w1", "w2");
    assertThat(volunteer.post("/api/deliveries/visit", tomorrow).code()).isEqualTo("field-invalid");
    assertThat(browser.get("/api/deliveries?names=masked").json().at("/stops/0/name").asText())
        .isEqualTo(name.substring(0, 1) + "*");
  }

  @Test
  void theKitchenIsToldWhatTomorrowNeedsAndHowTheLastForecastDid() throws Exception {
    for (int week = 1; week <= 3; week++) {
      served(LocalDate.of(2026, 11, 25).minusWeeks(week), 20 - week);
    }
    served(LocalDate.of(2026, 11, 23), 15);
    order("2026-11-25", false);
    JsonNode lunch = browser.get("/api/canteen/forecast").json().at("/meals/1");
    assertThat(lunch.path("meal").asText()).isEqualTo("lunch");
    assertThat(lunch.path("ordered").asInt()).isEqualTo(1);
    assertThat(lunch.path("usual").asInt()).isEqualTo(18);
    assertThat(lunch.path("weeks").asInt()).isEqualTo(3);
    assertThat(lunch.at("/last/day").asText()).isEqualTo("2026-11-23");
    assertThat(lunch.at("/last/portions").asInt()).isEqualTo(15);
    assertThat(lunch.at("/last/forecast").asInt()).isEqualTo(18);
    assertThat(lunch.at("/ways/deliver").asInt()).isEqualTo(1);
    assertThat(lunch.at("/ways/dine-in").asInt()).isEqualTo(lunch.path("portions").asInt() - 1);
    JsonNode dinner = browser.get("/api/canteen/forecast").json().at("/meals/2");
    assertThat(dinner.path("portions").isNull()).as("no forecast without a record").isTrue();
    assertThat(dinner.path("ordered").asInt()).isZero();
    assertThat(browser.get("/api/canteen/forecast?day=2026-11-23").code())
        .isEqualTo("field-invalid");
  }

  private void served(LocalDate day, int portions) {
    hub.ledger()
        .append(
            new Fact.Serving(
                "canteen",
                new Occasion(Occasion.Kind.MEAL, "lunch", day),
                Fact.Serving.Kind.GUEST,
                0,
                Optional.empty(),
                Way.DINE_IN,
                portions,
                "test",
                "demo"))
        .join();
  }

  @Test
  void badInputIsRefusedByName() throws Exception {
    String order =
        "{\"person\":%d,\"meal\":\"%s\",\"way\":\"%s\",\"weekdays\":%s,\"from\":\"%s\",\"source\":\"call\"}";
    assertThat(post(order.formatted(person, "tea", "deliver", "[1]", "2026-12-01")))
        .isEqualTo("unknown-meal");
    assertThat(post(order.formatted(99_999_999, "lunch", "deliver", "[1]", "2026-12-01")))
        .isEqualTo("unknown-person");
    assertThat(post(order.formatted(person, "lunch", "by-proxy", "[1]", "2026-12-01")))
        .isEqualTo("field-invalid");
    assertThat(post(order.formatted(person, "lunch", "deliver", "[9]", "2026-12-01")))
        .isEqualTo("field-invalid");
    assertThat(post(order.formatted(person, "lunch", "deliver", "[]", "2026-12-01")))
        .isEqualTo("field-invalid");
    assertThat(post(order.formatted(person, "lunch", "deliver", "[1]", "tomorrow")))
        .isEqualTo("field-invalid");
    assertThat(visit("eaten", "").code()).isEqualTo("field-invalid");
    assertThat(browser.get("/api/deliveries?meal=tea").code()).isEqualTo("unknown-meal");
  }

  private String post(String body) throws Exception {
    return browser.post("/api/orders", body).code();
  }
}
