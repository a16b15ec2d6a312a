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
  private static List<CardRef> elders;

  @BeforeAll
  static void start() throws Exception {
    hub = TestHub.start(folder.resolve("hub"));
    nurse = as("nurse-1", Role.NURSE);
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
    assertThat(List.of(first, second)).containsExactly(901, 902);
    String plate = "{\"queue\":\"chinese-medicine\",\"plate\":7}";
    StaffClient.Answer lent = nurse.post("/api/clinic/issue", plate);
    assertThat(lent.json().path("ticket").asInt()).isEqualTo(7);
    becomes("chinese-medicine", "waiting", 901, 902, 7);
    assertThat(nurse.post("/api/clinic/issue", plate).code()).isEqualTo("plate-lent");
    String undo = "{\"event\":\"" + lent.json().path("event").asText() + "\"}";
    assertThat(nurse.post("/api/clinic/undo", undo).status()).isEqualTo(200);
    becomes("chinese-medicine", "waiting", 901, 902);
    assertThat(nurse.post("/api/clinic/issue", "{\"queue\":\"x\",\"plate\":700}").code())
        .isEqualTo("unknown-queue");
    assertThat(
            nurse
                .post("/api/clinic/issue", "{\"queue\":\"chinese-medicine\",\"plate\":700}")
                .code())
        .isEqualTo("field-invalid");
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
    assertThat(call("basic-care", "room-99").code()).isEqualTo("unknown-room");
    String close = "{\"queue\":\"pharmacy\",\"closed\":true}";
    assertThat(nurse.post("/api/clinic/queue", close).status()).isEqualTo(200);
    await().untilAsserted(() -> assertThat(queue("pharmacy").path("closed").asBoolean()).isTrue());
    nurse.post("/api/clinic/queue", close.replace("true", "false"));
  }
}
