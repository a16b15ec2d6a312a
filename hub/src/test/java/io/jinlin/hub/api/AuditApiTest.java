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
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each of the district's flags on a real ledger, and a sample that anyone can draw again. */
class AuditApiTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  @TempDir private static Path folder;
  private static TestHub hub;
  private static StaffClient auditor;
  private static List<CardRef> elders;

  @BeforeAll
  static void start() throws Exception {
    hub = TestHub.start(folder.resolve("hub"));
    auditor = as("auditor-1", Role.AUDITOR);
    elders = hub.cards("elder");
    hub.pass(10 * 3_600_000);
    day();
  }

  @AfterAll
  static void stop() throws Exception {
    hub.close();
  }

  private static StaffClient as(String account, Role role) throws Exception {
    StaffClient client = new StaffClient(hub.port());
    client.login(account, hub.apiParts().accounts().addGenerated(account, Set.of(role)));
    return client;
  }

  private static long at(String time) {
    return LocalDateTime.of(TODAY, LocalTime.parse(time)).atZone(ZONE).toInstant().toEpochMilli();
  }

  private static String meal(String device, int elder, Way way, String time) throws Exception {
    return scan(
        device, "canteen", elder, new Occasion(Occasion.Kind.MEAL, "lunch", TODAY), way, time);
  }

  private static String scan(
      String device, String place, int elder, Occasion occasion, Way way, String time)
      throws Exception {
    Fact.Scan scan =
        new Fact.Scan(
            place,
            elders.get(elder),
            Outcome.ACCEPTED,
            Optional.of(occasion),
            Optional.ofNullable(way),
            0,
            Input.CAMERA);
    return hub.sent(device, scan, at(time));
  }

  /** Twenty ordinary meals, and one or more of each oddity. */
  private static void day() throws Exception {
    for (int i = 20; i < 40; i++) {
      meal("kiosk-canteen-1", i, Way.DINE_IN, "11:30:" + i);
    }
    long deceased = hub.apiParts().cards().personOf(elders.get(0)).orElseThrow();
    long alive = hub.apiParts().cards().personOf(elders.get(1)).orElseThrow();
    hub.ledger()
        .write(
            db -> {
              Rows.change(db, "UPDATE person SET died = '2026-11-23' WHERE id = ?", deceased);
              Rows.change(db, "UPDATE person SET died = '2026-11-24' WHERE id = ?", alive);
              return 1;
            })
        .get();
    meal("kiosk-canteen-1", 0, Way.COLLECT, "11:40:00");
    meal("kiosk-canteen-1", 1, Way.DINE_IN, "11:40:10");
    meal("kiosk-canteen-1", 2, Way.DINE_IN, "11:41:00");
    meal("kiosk-canteen-2", 2, Way.DINE_IN, "11:41:30");
    meal("kiosk-canteen-1", 3, Way.DINE_IN, "11:42:00");
    Occasion clinic = new Occasion(Occasion.Kind.CLINIC, "basic-care", TODAY);
    scan("kiosk-clinic", "clinic", 3, clinic, null, "11:42:40");
    // A neighbour collects while she waits at the clinic; and one who walks there in time.
    scan("kiosk-clinic", "clinic", 4, clinic, null, "11:43:00");
    meal("kiosk-canteen-1", 4, Way.BY_PROXY, "11:43:10");
    scan("kiosk-clinic", "clinic", 5, clinic, null, "11:43:00");
    meal("kiosk-canteen-1", 5, Way.DINE_IN, "11:45:00");
    meal("kiosk-canteen-1", 6, Way.DINE_IN, "15:10:00");
    meal("kiosk-canteen-1", 7, Way.DELIVER, "15:11:00");
    StaffClient staff = as("director-9", Role.DIRECTOR);
    String card = "{\"card\":\"" + elders.get(8).text() + "\",\"reason\":\"迁出\"}";
    assertThat(staff.post("/api/cards/revoke", card).status()).isEqualTo(200);
    hub.pass(60_000);
    hub.sent("kiosk-canteen-1", lunch(8), hub.clock().millis());
  }

  private static Fact lunch(int elder) {
    return new Fact.Scan(
        "canteen",
        elders.get(elder),
        Outcome.ACCEPTED,
        Optional.of(new Occasion(Occasion.Kind.MEAL, "lunch", TODAY)),
        Optional.of(Way.DINE_IN),
        0,
        Input.CAMERA);
  }

  private static List<JsonNode> found(String flag) throws Exception {
    List<JsonNode> found = new ArrayList<>();
    for (JsonNode one : auditor.get("/api/audit").json().path("findings")) {
      if (one.path("flag").asText().equals(flag)) {
        found.add(one);
      }
    }
    return found;
  }

  @Test
  void eachFlagIsFoundOnceAndOpensToItsEvents() throws Exception {
    assertThat(found("deceased")).hasSize(1);
    JsonNode deceased = found("deceased").get(0);
    assertThat(deceased.path("detail").asText()).isEqualTo("2026-11-23");
    assertThat(deceased.path("events").path(0).path("way").asText()).isEqualTo("collect");
    JsonNode twice = found("twice").get(0);
    assertThat(twice.path("detail").asText()).isEqualTo("30");
    assertThat(twice.path("events")).hasSize(2);
    assertThat(twice.path("events").path(0).path("counted").asBoolean()).isTrue();
    assertThat(twice.path("events").path(1).path("counted").asBoolean()).isFalse();
    assertThat(found("two-places")).hasSize(1);
    assertThat(found("two-places").get(0).path("detail").asText()).isEqualTo("40");
    assertThat(found("dead-card")).hasSize(1);
    // The one at ten past three, and that of the revoked card in the evening.
    assertThat(found("outside-hours")).hasSize(2);
    JsonNode counts = auditor.get("/api/audit").json().path("counts");
    assertThat(counts.path("twice").asInt()).isOne();
    assertThat(counts).hasSize(6);
    String event = twice.path("events").path(1).path("event").asText();
    assertThat(auditor.get("/api/events?day=" + TODAY).raw().body()).contains(event);
  }

  @Test
  void whatWasTakenBackIsNoFindingAndCanBeSeenBesideTheSample() throws Exception {
    String event = meal("kiosk-canteen-2", 50, Way.DINE_IN, "04:00:00");
    assertThat(found("outside-hours")).hasSize(3);
    StaffClient director = as("director-2", Role.DIRECTOR);
    String body = "{\"event\":\"" + event + "\",\"reason\":\"试卡\"}";
    assertThat(director.post("/api/void", body).status()).isEqualTo(200);
    assertThat(found("outside-hours")).hasSize(2);
  }

  /** The auditor's own way: an export, sha256sum, sort, head. */
  @Test
  void aSampleIsDrawnAgainFromTheSeedByAnyoneWhoHasTheLedger() throws Exception {
    JsonNode sample = auditor.get("/api/audit/sample?kind=meal&count=7&seed=K7Q2X9AB").json();
    assertThat(sample.path("seed").asText()).isEqualTo("K7Q2X9AB");
    TreeMap<String, String> byDigest = new TreeMap<>();
    MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
    for (JsonNode row : auditor.get("/api/events?limit=500&day=" + TODAY).json().path("rows")) {
      String event = row.path("event").asText();
      if (row.path("counted").asBoolean() && row.path("occasion").asText().startsWith("meal:")) {
        byte[] name = ("K7Q2X9AB/" + event).getBytes(StandardCharsets.UTF_8);
        byDigest.put(HexFormat.of().formatHex(sha256.digest(name)), event);
      }
    }
    assertThat(sample.path("population").asInt()).isEqualTo(byDigest.size());
    List<String> drawn = new ArrayList<>();
    sample.path("drawn").forEach(one -> drawn.add(one.path("event").path("event").asText()));
    assertThat(drawn).isEqualTo(byDigest.values().stream().limit(7).toList());
    assertThat(auditor.get("/api/audit/sample?kind=meal&count=7&seed=OTHER").json().path("drawn"))
        .isNotEqualTo(sample.path("drawn"));
  }

  @Test
  void aDrawnEventIsTracedToAllThatTheLedgerHasOfItsPersonAndOccasion() throws Exception {
    boolean traced = false;
    for (JsonNode one : auditor.get("/api/audit/sample?count=100&seed=all").json().path("drawn")) {
      boolean twice = one.path("event").path("at").asLong() == at("11:41:00");
      assertThat(one.path("others").size()).isEqualTo(twice ? 1 : 0);
      traced |= twice && one.path("others").path(0).path("at").asLong() == at("11:41:30");
    }
    assertThat(traced).isTrue();
  }

  @Test
  void onlyAuditorAndDirectorAskAndBadQuestionsAreNamed() throws Exception {
    assertThat(as("cook-9", Role.STAFF).get("/api/audit").code()).isEqualTo("wrong-role");
    assertThat(as("nurse-9", Role.NURSE).get("/api/audit/sample").code()).isEqualTo("wrong-role");
    assertThat(new StaffClient(hub.port()).get("/api/audit").status()).isEqualTo(401);
    assertThat(auditor.get("/api/audit?from=2026-11-24&until=2026-11-01").code())
        .isEqualTo("days-backwards");
    assertThat(auditor.get("/api/audit?from=2025-01-01").code()).isEqualTo("days-too-many");
    assertThat(auditor.get("/api/audit?from=yesterday").code()).isEqualTo("field-invalid");
    assertThat(auditor.get("/api/audit/sample?count=0").code()).isEqualTo("field-invalid");
    assertThat(auditor.get("/api/audit/sample?seed=%3Cb%3E").code()).isEqualTo("field-invalid");
    assertThat(auditor.get("/api/audit/sample").json().path("seed").asText()).hasSize(8);
  }
}
