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
import io.jinlin.hub.devices.DeviceTable;
import io.jinlin.hub.testing.StaffClient;
import io.jinlin.hub.testing.TestHub;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StaffApiTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  private static final Occasion LUNCH = new Occasion(Occasion.Kind.MEAL, "lunch", TODAY);
  private static final Occasion DOCTOR = new Occasion(Occasion.Kind.CLINIC, "basic-care", TODAY);

  @TempDir private Path folder;
  private TestHub hub;
  private StaffClient browser;
  private List<CardRef> elders;

  @BeforeEach
  void start() throws Exception {
    hub = TestHub.start(folder.resolve("hub"));
    browser = new StaffClient(hub.port());
    browser.login("demo", hub.demoPassword());
    elders = hub.cards("elder");
  }

  @AfterEach
  void stop() throws Exception {
    hub.close();
  }

  private static Fact meal(CardRef ref) {
    return new Fact.Scan(
        "canteen",
        ref,
        Outcome.ACCEPTED,
        Optional.of(LUNCH),
        Optional.of(Way.DINE_IN),
        0,
        Input.CAMERA);
  }

  private static Fact ticket(CardRef ref, int number) {
    return new Fact.Scan(
        "clinic",
        ref,
        Outcome.ACCEPTED,
        Optional.of(DOCTOR),
        Optional.empty(),
        number,
        Input.CAMERA);
  }

  private JsonNode live() throws Exception {
    return browser.get("/api/live").json();
  }

  private void becomes(Callable<Object> value, Object expected) {
    await().untilAsserted(() -> assertThat(value.call()).isEqualTo(expected));
  }

  private JsonNode lunch() throws Exception {
    return live().path("meals").path(1);
  }

  private JsonNode place(String id) throws Exception {
    for (JsonNode place : live().path("places")) {
      if (place.path("id").asText().equals(id)) {
        return place;
      }
    }
    throw new AssertionError(id);
  }

  @Test
  void aMealCountsOnceHoweverOftenAndWhereverTheCardIsShown() throws Exception {
    hub.sent("kiosk-canteen-1", meal(elders.get(0)));
    hub.sent("kiosk-canteen-2", meal(elders.get(0)));
    hub.sent("kiosk-canteen-2", meal(elders.get(1)));
    becomes(() -> lunch().path("total").asInt(), 2);
    assertThat(lunch().path("ways").path("dine-in").asInt()).isEqualTo(2);
    assertThat(lunch().path("state").asText()).isEqualTo("open");
    assertThat(live().path("attendances").toString())
        .isEqualTo("{\"today\":2,\"people\":2,\"sessions\":0,\"meals\":2}");
    assertThat(live().path("seats").path("taken").asInt()).isEqualTo(2);
    JsonNode rows =
        browser
            .get("/api/events?occasion=" + LUNCH.text() + "&outcome=accepted")
            .json()
            .path("rows");
    assertThat(rows).hasSize(3);
    assertThat(rows).filteredOn(row -> row.path("counted").asBoolean()).hasSize(2);
    assertThat(rows.get(0).path("name").asText()).matches(".{1,2}\\*");
    assertThat(rows.get(0).path("occasionLabel").path("zh").asText()).isEqualTo("午餐");
  }

  @Test
  void whatIsTakenBackNoLongerCountsAndStaysInTheList() throws Exception {
    String event = hub.sent("kiosk-canteen-1", meal(elders.get(0)));
    becomes(() -> lunch().path("total").asInt(), 1);
    String body = "{\"event\":\"" + event + "\",\"reason\":\"按错了\"}";
    assertThat(browser.post("/api/void", body).status()).isEqualTo(200);
    becomes(() -> lunch().path("total").asInt(), 0);
    assertThat(live().path("attendances").path("people").asInt()).isZero();
    JsonNode row = browser.get("/api/events?device=kiosk-canteen-1").json().path("rows").path(0);
    assertThat(row.path("voided").asBoolean()).isTrue();
    assertThat(row.path("counted").asBoolean()).isFalse();
    assertThat(browser.post("/api/void", body).code()).isEqualTo("already-voided");
    String none = "{\"event\":\"kiosk-canteen-1/epoch1/99\",\"reason\":\"x\"}";
    assertThat(browser.post("/api/void", none).code()).isEqualTo("unknown-event");
  }

  @Test
  void theNextNumberIsCalledInTheOrderOfComingAndNoneTwice() throws Exception {
    hub.sent("kiosk-clinic", ticket(elders.get(0), 101));
    hub.pass(1_000);
    hub.sent("kiosk-clinic", ticket(elders.get(1), 102));
    becomes(() -> live().path("clinic").path("waiting").asInt(), 2);
    String body = "{\"queue\":\"basic-care\"}";
    assertThat(browser.post("/api/clinic/call", body).json().path("ticket").asInt()).isEqualTo(101);
    assertThat(browser.post("/api/clinic/call", body).json().path("ticket").asInt()).isEqualTo(102);
    assertThat(browser.post("/api/clinic/call", body).code()).isEqualTo("nobody-waiting");
    becomes(() -> live().path("clinic").path("waiting").asInt(), 0);
    JsonNode called =
        new StaffClient(hub.port()).get("/api/board").json().path("clinic").path("called");
    assertThat(called.toString()).isEqualTo("[102,101]");
    assertThat(browser.post("/api/clinic/call", "{\"queue\":\"x\"}").code())
        .isEqualTo("unknown-queue");
  }

  @Test
  void aCallForHelpRingsUntilItIsAnswered() throws Exception {
    hub.sent("kiosk-clinic", new Fact.HelpCall("clinic", "call-1", false));
    becomes(() -> live().path("help").path(0).path("call").asText(), "call-1");
    String body = "{\"device\":\"kiosk-clinic\",\"call\":\"call-1\"}";
    assertThat(browser.post("/api/help/answer", body).status()).isEqualTo(200);
    becomes(() -> live().path("help").size(), 0);
    assertThat(browser.post("/api/help/answer", body).code()).isEqualTo("unknown-call");
  }

  @Test
  void aChildIsHandedOverOnceByATeacherAndOnlyToTheAdultWhoAsked() throws Exception {
    CardRef adult = hub.cards("collector").get(0);
    CardRef child = hub.cards("pupil").get(0);
    Occasion school = new Occasion(Occasion.Kind.SESSION, "school-430-" + TODAY, TODAY);
    String event =
        hub.sent(
            "kiosk-school",
            new Fact.Collection("school", adult, school, List.of(child), Input.CAMERA));
    becomes(() -> live().path("handovers").path(0).path("event").asText(), event);
    assertThat(live().path("handovers").path(0).path("adult").path("name").asText()).endsWith("*");
    String other = "{\"event\":\"" + event + "\",\"child\":\"" + elders.get(0).text() + "\"}";
    assertThat(browser.post("/api/hand-over", other).code()).isEqualTo("already-handed-over");
    String body = "{\"event\":\"" + event + "\",\"child\":\"" + child.text() + "\"}";
    assertThat(browser.post("/api/hand-over", body).status()).isEqualTo(200);
    becomes(() -> live().path("handovers").size(), 0);
    assertThat(browser.post("/api/hand-over", body).code()).isEqualTo("already-handed-over");
  }

  @Test
  void peopleWhoAreCountedByHandStandUntilTheyWouldHaveLeft() throws Exception {
    assertThat(browser.post("/api/hand-count", "{\"place\":\"hall\",\"people\":17}").status())
        .isEqualTo(200);
    becomes(() -> place("hall").path("people").asInt(), 17);
    assertThat(place("hall").path("basis").asText()).isEqualTo("hand");
    hub.pass(21 * 60_000);
    becomes(() -> place("hall").path("basis").asText(), "none");
    assertThat(browser.post("/api/hand-count", "{\"place\":\"moon\",\"people\":1}").code())
        .isEqualTo("unknown-place");
    assertThat(browser.post("/api/hand-count", "{\"place\":\"hall\",\"people\":-1}").code())
        .isEqualTo("field-invalid");
  }

  @Test
  void anUnknownCardIsCountedAndListedForReview() throws Exception {
    CardRef stranger = hub.cards("unknown").get(0);
    hub.sent("kiosk-canteen-1", meal(stranger));
    becomes(() -> lunch().path("total").asInt(), 1);
    JsonNode rows = browser.get("/api/review").json().path("rows");
    assertThat(rows).hasSize(1);
    assertThat(rows.path(0).path("reason").asText()).isEqualTo("unknown-card");
    assertThat(rows.path(0).path("detail").path("zh").asText()).isNotEmpty();
    assertThat(live().path("review").asInt()).isEqualTo(1);
  }

  @Test
  void longListsAreReadPageByPageWithNothingTwiceAndNothingLeftOut() throws Exception {
    for (int i = 0; i < 25; i++) {
      hub.sent("kiosk-canteen-1", meal(elders.get(i)));
    }
    Set<String> seen = new TreeSet<>();
    String next = "";
    int pages = 0;
    while (next != null) {
      StaffClient.Answer answer = browser.get("/api/events?limit=10&before=" + next);
      assertThat(answer.status()).as(answer.json().toString()).isEqualTo(200);
      JsonNode page = answer.json();
      page.path("rows").forEach(row -> assertThat(seen.add(row.path("event").asText())).isTrue());
      next = page.path("next").isNull() ? null : page.path("next").asText();
      pages++;
    }
    assertThat(seen).hasSize(25);
    assertThat(pages).isEqualTo(3);
  }

  @Test
  void aFilterThatCannotBeIsRefusedByName() throws Exception {
    for (String query :
        List.of(
            "day=today",
            "limit=0",
            "limit=x",
            "outcome=maybe",
            "type=x",
            "before=x",
            "occasion=x")) {
      StaffClient.Answer answer = browser.get("/api/events?" + query);
      assertThat(answer.status()).as(query).isEqualTo(400);
      assertThat(answer.code()).as(query).isEqualTo("field-invalid");
    }
  }

  @Test
  void theBoardShowsNoNamesAndNoNumbersOfPeople() throws Exception {
    hub.sent("kiosk-canteen-1", meal(elders.get(0)));
    becomes(() -> lunch().path("total").asInt(), 1);
    JsonNode board = new StaffClient(hub.port()).get("/api/board").json();
    assertThat(board.path("seats").path("level").asText()).isEqualTo("ok");
    assertThat(board.toString()).doesNotContain("*", "people", "total", "taken", "headcount");
  }

  @Test
  void aDeviceIsCalledByItsEnglishNameAndWithoutOneByTheOther() throws Exception {
    assertThat(device("kiosk-canteen-1").path("name").asText()).isEqualTo("食堂一号机");
    assertThat(device("kiosk-canteen-1").path("nameEnglish").asText()).isEqualTo("Canteen kiosk 1");
    hub.ledger().write(db -> DeviceTable.nameEnglish(db, "kiosk-canteen-1", "")).get();
    browser.post("/api/hand-count", "{\"place\":\"hall\",\"people\":3}");
    await().until(() -> device("kiosk-canteen-1").path("nameEnglish").asText().equals("食堂一号机"));
  }

  private JsonNode device(String id) throws Exception {
    for (JsonNode device : browser.get("/api/live").json().path("devices")) {
      if (device.path("id").asText().equals(id)) {
        return device;
      }
    }
    throw new AssertionError("no device " + id);
  }
}
