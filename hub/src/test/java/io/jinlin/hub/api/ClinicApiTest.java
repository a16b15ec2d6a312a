package io.jinlin.hub.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.jinlin.contract.card.CardRef;
import io.jinlin.contract.event.Fact;
import io.jinlin.contract.event.Input;
import io.jinlin.contract.event.Occasion;
import io.jinlin.contract.event.Outcome;
import io.jinlin.hub.accounts.Role;
import io.jinlin.hub.store.Rows;
import io.jinlin.hub.testing.StaffClient;
import io.jinlin.hub.testing.TestHub;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The nurse's acts on a real ledger; each test has a queue of its own. */
class ClinicApiTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

  @TempDir private static Path folder;
  private static TestHub hub;
  private static StaffClient nurse;
  private static StaffClient director;
  private static List<CardRef> elders;

  @BeforeAll
  static void start() throws Exception {
    hub = TestHub.start(folder.resolve("hub"));
    nurse = as("nurse-1", Role.NURSE);
    director = as("director-1", Role.DIRECTOR);
    elders = hub.cards("elder");
  }

  @AfterAll
  static void stop() throws Exception {
    hub.close();
  }

  private static StaffClient as(String account, Role role) throws Exception {
    StaffClient client = new StaffClient(hub.port());
    String password = hub.apiParts().accounts().addGenerated(account, Set.of(role));
    client.login(account, password);
    return client;
  }

  private static void given(String queue, int ticket) throws Exception {
    hub.sent(
        "kiosk-clinic",
        new Fact.Scan(
            "clinic",
            elders.get(ticket % 100),
            Outcome.ACCEPTED,
            Optional.of(new Occasion(Occasion.Kind.CLINIC, queue, TODAY)),
            Optional.empty(),
            ticket,
            Input.CAMERA));
    hub.pass(1_000);
  }

  private static JsonNode queue(String id) throws Exception {
    for (JsonNode queue : nurse.get("/api/clinic").json().path("queues")) {
      if (queue.path("id").asText().equals(id)) {
        return queue;
      }
    }
    throw new AssertionError(id);
  }

  private static List<Integer> numbers(String queue, String list) throws Exception {
    List<Integer> numbers = new ArrayList<>();
    queue(queue).path(list).forEach(one -> numbers.add(one.path("ticket").asInt()));
    return numbers;
  }

  private static void becomes(String queue, String list, Integer... numbers) {
    await().untilAsserted(() -> assertThat(numbers(queue, list)).containsOnly(numbers));
  }

  private static StaffClient.Answer step(int ticket, String step) throws Exception {
    return nurse.post("/api/clinic/step", "{\"ticket\":" + ticket + ",\"step\":\"" + step + "\"}");
  }

  private static StaffClient.Answer call(String queue, String room) throws Exception {
    return nurse.post(
        "/api/clinic/call", "{\"queue\":\"" + queue + "\",\"room\":\"" + room + "\"}");
  }

  @Test
  void aNumberIsCalledSkippedReturnedCalledAndSentOn() throws Exception {
    given("basic-care", 111);
    given("basic-care", 112);
    becomes("basic-care", "waiting", 111, 112);
    int first = queue("basic-care").path("waiting").path(0).path("ticket").asInt();
    assertThat(call("basic-care", "room-3").json().path("ticket").asInt()).isEqualTo(first);
    becomes("basic-care", "called", first);
    JsonNode wall = new StaffClient(hub.port()).get("/api/board").json().path("clinic");
    assertThat(wall.path("calls").path(0).path("room").path("zh").asText()).isEqualTo("诊室3");
    assertThat(wall.toString()).doesNotContain("*");
    assertThat(step(first, "skip").status()).isEqualTo(200);
    becomes("basic-care", "skipped", first);
    assertThat(step(first, "return").status()).isEqualTo(200);
    becomes("basic-care", "waiting", 111, 112);
    String onward = "{\"ticket\":" + first + ",\"step\":\"transfer\",\"to\":\"pharmacy\"}";
    assertThat(nurse.post("/api/clinic/step", onward).status()).isEqualTo(200);
    await().untilAsserted(() -> assertThat(numbers("pharmacy", "waiting")).contains(first));
    assertThat(nurse.post("/api/clinic/step", onward).code()).isEqualTo("same-queue");
  }

  @Test
  void everyStepCanBeTakenBackAndTheQueueIsAsBefore() throws Exception {
    given("public-health", 121);
    becomes("public-health", "waiting", 121);
    String event = call("public-health", "room-1").json().path("event").asText();
    becomes("public-health", "called", 121);
    String undo = "{\"event\":\"" + event + "\"}";
    assertThat(nurse.post("/api/clinic/undo", undo).status()).isEqualTo(200);
    becomes("public-health", "waiting", 121);
    await()
        .untilAsserted(
            () ->
                assertThat(nurse.post("/api/clinic/undo", undo).code()).isEqualTo("unknown-event"));
    assertThat(call("public-health", "room-1").json().path("ticket").asInt()).isEqualTo(121);
    becomes("public-health", "called", 121);
    assertThat(step(121, "serve").status()).isEqualTo(200);
    await().untilAsserted(() -> assertThat(queue("public-health").path("served").asInt()).isOne());
    assertThat(step(121, "skip").code()).isEqualTo("ticket-over");
  }

  @Test
  void aPersonWithoutACardGetsANumberOfTheHubsOwnThatNobodyElseGets() throws Exception {
    String issue = "{\"queue\":\"chinese-medicine\"}";
    int first = nurse.post("/api/clinic/issue", issue).json().path("ticket").asInt();
    int second = nurse.post("/api/clinic/issue", issue).json().path("ticket").asInt();
    assertThat(List.of(first, second)).allMatch(ticket -> ticket > 900 && ticket < 1_000);
    assertThat(second).isGreaterThan(first);
    String plate = "{\"queue\":\"chinese-medicine\",\"plate\":7}";
    StaffClient.Answer lent = nurse.post("/api/clinic/issue", plate);
    assertThat(lent.json().path("ticket").asInt()).isEqualTo(7);
    becomes("chinese-medicine", "waiting", first, second, 7);
    assertThat(nurse.post("/api/clinic/issue", plate).code()).isEqualTo("plate-lent");
    String undo = "{\"event\":\"" + lent.json().path("event").asText() + "\"}";
    assertThat(nurse.post("/api/clinic/undo", undo).status()).isEqualTo(200);
    becomes("chinese-medicine", "waiting", first, second);
    assertThat(nurse.post("/api/clinic/issue", "{\"queue\":\"x\",\"plate\":700}").code())
        .isEqualTo("unknown-queue");
    assertThat(
            nurse
                .post("/api/clinic/issue", "{\"queue\":\"chinese-medicine\",\"plate\":700}")
                .code())
        .isEqualTo("field-invalid");
  }

  private static int attendances() throws Exception {
    JsonNode now = new StaffClient(hub.port()).get("/api/board").json();
    assertThat(now.has("attendances")).as("not on the wall").isFalse();
    return director.get("/api/live").json().path("attendances").path("today").asInt();
  }

  @Test
  void whoHasNoCardIsAnAttendanceUntilTheNumberIsTakenBackAndItIsNotGivenAgain() throws Exception {
    int before = attendances();
    String issue = "{\"queue\":\"pharmacy\"}";
    JsonNode given = nurse.post("/api/clinic/issue", issue).json();
    int ticket = given.path("ticket").asInt();
    await().untilAsserted(() -> assertThat(attendances()).isEqualTo(before + 1));
    String undo = "{\"event\":\"" + given.path("event").asText() + "\"}";
    await()
        .untilAsserted(
            () -> assertThat(nurse.post("/api/clinic/undo", undo).status()).isEqualTo(200));
    await().untilAsserted(() -> assertThat(attendances()).isEqualTo(before));
    JsonNode next = nurse.post("/api/clinic/issue", issue).json();
    assertThat(next.path("ticket").asInt()).isGreaterThan(ticket);
    int second = next.path("ticket").asInt();
    await().untilAsserted(() -> assertThat(numbers("pharmacy", "waiting")).contains(second));
    step(second, "prefer");
    await()
        .untilAsserted(
            () -> assertThat(queue("pharmacy").path("waiting").toString()).contains("nurse"));
    String late = "{\"event\":\"" + next.path("event").asText() + "\"}";
    assertThat(nurse.post("/api/clinic/undo", late).code()).isEqualTo("ticket-used");
    step(second, "leave");
  }

  @Test
  void theChoicesOnTheKioskAreSetWithTheirHoursAndBadOnesAreNamed() throws Exception {
    List<String> rows = new ArrayList<>();
    for (JsonNode queue : nurse.get("/api/clinic").json().path("queues")) {
      rows.add(row(queue.path("id").asText(), queue.path("zh").asText(), "08:00", "17:30"));
    }
    assertThat(rows).hasSize(4);
    assertThat(setQueues(rows, row("", "夜间门诊", "20:00", "18:00")).code()).isEqualTo("queue-hours");
    assertThat(setQueues(rows, row("", "夜间门诊", "17:00", "20:00")).code())
        .isEqualTo("queues-at-once");
    assertThat(setQueues(rows, row("", "取药", "18:00", "20:00")).code()).isEqualTo("queue-twice");
    assertThat(setQueues(rows, row("", " ", "18:00", "20:00")).code()).isEqualTo("field-invalid");
    assertThat(setQueues(rows, row("ward-9", "病房", "18:00", "20:00")).code())
        .isEqualTo("unknown-queue");
    assertThat(setQueues(rows, row("", "夜间门诊", "18:00", "25:00")).raw().body()).contains("closes");
    StaffClient.Answer saved = setQueues(rows, row("", "夜间门诊", "18:00", "20:00"));
    assertThat(saved.status()).as(saved.raw().body()).isEqualTo(200);
    String fresh = saved.json().path("queues").path(4).asText();
    await().untilAsserted(() -> assertThat(queue(fresh).path("opens").asText()).isEqualTo("18:00"));
    String told = "SELECT count(*) FROM page_item WHERE CAST(body AS TEXT) LIKE ?";
    long pages = hub.apiParts().database().read(db -> Rows.number(db, told, "%\"" + fresh + "\"%"));
    assertThat(pages).as("the kiosks' settings").isOne();
    assertThat(nurse.post("/api/clinic/queues", "{\"queues\":[]}").code())
        .isEqualTo("field-invalid");
    nurse.post("/api/clinic/issue", "{\"queue\":\"" + fresh + "\"}");
    await().untilAsserted(() -> assertThat(numbers(fresh, "waiting")).hasSize(1));
    assertThat(setQueues(rows).code()).isEqualTo("queue-in-use");
    step(numbers(fresh, "waiting").get(0), "leave");
    await().untilAsserted(() -> assertThat(setQueues(rows).status()).isEqualTo(200));
  }

  private static String row(String id, String zh, String opens, String closes) {
    String head = id.isEmpty() ? "{" : "{\"id\":\"" + id + "\",";
    return head
        + "\"zh\":\"%s\",\"en\":\"Queue\",\"opens\":\"%s\",\"closes\":\"%s\"}"
            .formatted(zh, opens, closes);
  }

  private static StaffClient.Answer setQueues(List<String> rows, String... more) throws Exception {
    List<String> all = new ArrayList<>(rows);
    all.addAll(List.of(more));
    return nurse.post("/api/clinic/queues", "{\"queues\":[" + String.join(",", all) + "]}");
  }

  @Test
  void onlyNursesAndTheDirectorMayCallAndSeeWhoWaits() throws Exception {
    StaffClient cook = as("cook-1", Role.STAFF);
    assertThat(cook.get("/api/clinic").code()).isEqualTo("wrong-role");
    assertThat(cook.post("/api/clinic/call", "{\"queue\":\"basic-care\"}").code())
        .isEqualTo("wrong-role");
    assertThat(new StaffClient(hub.port()).get("/api/clinic").status()).isEqualTo(401);
    assertThat(nurse.post("/api/hand-count", "{\"place\":\"hall\",\"people\":3}").status())
        .isEqualTo(403);
  }

  @Test
  void theRulesAreSetAndBadOnesAreNamed() throws Exception {
    JsonNode rules = nurse.get("/api/clinic").json().path("rules");
    String same = rules.toString();
    assertThat(nurse.post("/api/clinic/rules", same).status()).isEqualTo(200);
    StaffClient.Answer bad =
        nurse.post("/api/clinic/rules", same.replace("\"walkInBase\":900", "\"walkInBase\":950"));
    assertThat(bad.status()).isEqualTo(400);
    assertThat(bad.raw().body()).contains("walkInBase");
    StaffClient.Answer taken =
        nurse.post("/api/clinic/rules", same.replace("\"walkInBase\":900", "\"walkInBase\":100"));
    assertThat(taken.code()).isEqualTo("numbers-of-device");
    assertThat(taken.raw().body()).contains("kiosk-clinic");
    assertThat(call("basic-care", "room-99").code()).isEqualTo("unknown-room");
    String close = "{\"queue\":\"pharmacy\",\"closed\":true}";
    assertThat(nurse.post("/api/clinic/queue", close).status()).isEqualTo(200);
    await().untilAsserted(() -> assertThat(queue("pharmacy").path("closed").asBoolean()).isTrue());
    nurse.post("/api/clinic/queue", close.replace("true", "false"));
  }
}
