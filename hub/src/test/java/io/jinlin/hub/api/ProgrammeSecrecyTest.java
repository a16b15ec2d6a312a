package io.jinlin.hub.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import io.jinlin.contract.card.CardRef;
import io.jinlin.contract.event.Fact;
import io.jinlin.contract.event.Input;
import io.jinlin.contract.event.Occasion;
import io.jinlin.contract.event.Outcome;
import io.jinlin.contract.page.Device;
import io.jinlin.contract.wire.Command;
import io.jinlin.contract.wire.CommandCodec;
import io.jinlin.hub.accounts.Role;
import io.jinlin.hub.devices.DeviceTable;
import io.jinlin.hub.live.KioskFigures;
import io.jinlin.hub.programme.Programme;
import io.jinlin.hub.testing.StaffClient;
import io.jinlin.hub.testing.TestHub;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/**
 * The attacker has everything but the store's passphrases: all files, all logs, all other roles'
 * answers, what kiosks are told. Whoever is a member, and whether there is one, all of it is the
 * same to the byte; so nothing can be told from it, by chance or better.
 */
class ProgrammeSecrecyTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  private static final String OFFICER = "officer passphrase 1";
  private static final String DOCTOR = "doctor passphrase 22";
  private static final List<String> PATHS =
      List.of(
          "/api/live",
          "/api/events?limit=500",
          "/api/events?place=clinic",
          "/api/board",
          "/api/clinic",
          "/api/review",
          "/api/session",
          "/api/programme",
          "/api/openapi.json",
          "/api/nothing-there");

  @TempDir Path folder;
  private TestHub hub;
  private StaffClient doctor;
  private StaffClient officer;
  private final Map<Role, StaffClient> others = new EnumMap<>(Role.class);
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();

  @BeforeEach
  void start() throws Exception {
    hub = TestHub.start(folder.resolve("hub"));
    doctor = as("doctor", Role.CLINICIAN);
    officer = as("officer", Role.PRIVACY_OFFICER);
    for (Role role : List.of(Role.DIRECTOR, Role.STAFF, Role.NURSE, Role.AUDITOR)) {
      others.put(role, as("other-" + role.ordinal(), role));
    }
    log.start();
    ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).addAppender(log);
  }

  @AfterEach
  void stop() throws Exception {
    ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).detachAppender(log);
    hub.close();
  }

  private StaffClient as(String account, Role role) throws Exception {
    StaffClient client = new StaffClient(hub.port());
    client.login(account, hub.apiParts().accounts().addGenerated(account, Set.of(role)));
    return client;
  }

  private void visits(int people) throws Exception {
    List<CardRef> cards = hub.cards("elder");
    Occasion queue = new Occasion(Occasion.Kind.CLINIC, "basic-care", TODAY);
    for (int i = 0; i < people; i++) {
      hub.sent(
          "kiosk-clinic",
          new Fact.Scan(
              "clinic",
              cards.get(i),
              Outcome.ACCEPTED,
              Optional.of(queue),
              Optional.empty(),
              101 + i,
              Input.CAMERA));
      String call = "{\"ticket\":" + (101 + i) + ",\"room\":\"room-3\",\"queue\":\"basic-care\"}";
      await().until(() -> others.get(Role.NURSE).post("/api/clinic/call", call).status() == 200);
    }
    StaffClient nurse = others.get(Role.NURSE);
    await()
        .until(
            () ->
                nurse.get("/api/board").json().path("clinic").path("called").path(0).asInt()
                    == 100 + people);
  }

  /** All that can be had from outside, by what it is. */
  private Map<String, String> outside() throws Exception {
    Map<String, String> all = new TreeMap<>();
    for (Map.Entry<Role, StaffClient> entry : others.entrySet()) {
      for (String path : PATHS) {
        all.put(entry.getKey() + " " + path, answer(entry.getValue(), path));
      }
    }
    for (String path : PATHS) {
      all.put("public " + path, answer(new StaffClient(hub.port()), path));
    }
    for (Path file : files()) {
      String name = file.getFileName().toString();
      if (name.endsWith(".db")) {
        all.put("size of " + name, String.valueOf(Files.size(file)));
        all.put("rows of " + name, name.startsWith("programme") ? rows(file) : dump(file));
      }
      all.put("file " + name, name.startsWith("programme") ? time(file) : "");
    }
    for (Device device : hub.apiParts().database().read(DeviceTable::all)) {
      KioskFigures.of(hub.apiParts().live().view(), hub.apiParts().places(), device)
          .ifPresent(
              now ->
                  all.put(
                      "told to " + device.id(),
                      new String(
                          CommandCodec.encode(new Command.Figures(now)), StandardCharsets.UTF_8)));
    }
    return all;
  }

  /** What an attacker would have to go on. */
  private static List<String> differences(Map<String, String> one, Map<String, String> other) {
    List<String> different = new ArrayList<>();
    Set<String> keys = new TreeSet<>(one.keySet());
    keys.addAll(other.keySet());
    for (String key : keys) {
      if (!String.valueOf(one.get(key)).equals(other.get(key))) {
        different.add(key);
      }
    }
    return different;
  }

  private static String answer(StaffClient client, String path) throws Exception {
    StaffClient.Answer answer = client.get(path);
    return answer.status() + " " + answer.raw().headers().map().keySet() + answer.raw().body();
  }

  private List<Path> files() throws Exception {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static String time(Path file) throws Exception {
    return Files.getLastModifiedTime(file) + " " + Files.size(file);
  }

  private static String rows(Path file) throws Exception {
    try (Connection db = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = db.createStatement()) {
      return statement
          .executeQuery("SELECT count(*) || '/' || sum(length(body)) FROM block")
          .getString(1);
    }
  }

  private static String dump(Path file) throws Exception {
    StringBuilder all = new StringBuilder();
    try (Connection db = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement tables = db.createStatement();
        Statement statement = db.createStatement()) {
      ResultSet names =
          tables.executeQuery("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name");
      while (names.next()) {
        ResultSet rows = statement.executeQuery("SELECT * FROM \"" + names.getString(1) + "\"");
        while (rows.next()) {
          for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
            Object value = rows.getObject(i);
            all.append(value instanceof byte[] bytes ? Arrays.toString(bytes) : value).append('|');
          }
          all.append('\n');
        }
      }
    }
    return all.toString();
  }

  private JsonNode does(StaffClient who, String act, String body) throws Exception {
    StaffClient.Answer answer = who.post("/api/programme/" + act, body);
    assertThat(answer.status()).as(act + answer.raw().body()).isEqualTo(200);
    return answer.json();
  }

  private List<Integer> enrol(int from, int until) throws Exception {
    List<Integer> ids = new ArrayList<>();
    for (int i = from; i < until; i++) {
      String member = "{\"name\":\"人" + i + "\",\"contact\":\"家属\",\"note\":\"每月来诊室3\"}";
      JsonNode members = does(doctor, "member", member).path("members");
      int id = 0;
      for (JsonNode one : members) {
        id = Math.max(id, one.path("id").asInt());
      }
      ids.add(id);
      String plan =
          "{\"member\":%d,\"kind\":\"injection\",\"what\":\"注射\",\"due\":\"2026-11-24\",\"everyDays\":28}";
      does(doctor, "plan", String.format(plan, id));
    }
    return ids;
  }

  @Test
  void whoeverIsAMemberEverythingOutsideTheStoreIsTheSame() throws Exception {
    String phrase = "{\"passphrase\":\"" + OFFICER + "\"}";
    does(officer, "create", phrase);
    does(officer, "key", "{\"account\":\"doctor\",\"passphrase\":\"" + DOCTOR + "\"}");
    visits(6);
    Map<String, String> nobody = outside();
    assertThat(nobody).containsKey("rows of hub.db").hasSizeGreaterThan(50);
    log.list.clear();

    does(doctor, "open", "{\"passphrase\":\"" + DOCTOR + "\"}");
    List<Integer> first = enrol(0, 3);
    assertThat(differences(nobody, outside())).isEmpty();
    for (int id : first) {
      does(doctor, "remove", "{\"member\":" + id + "}");
    }
    enrol(3, 6);
    does(doctor, "read", "{\"member\":0}");
    does(doctor, "lock", "{}");
    assertThat(differences(nobody, outside())).isEmpty();
    assertThat(log.list).isEmpty();
    for (Path file : files()) {
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      assertThat(text).doesNotContain("人3", "注射", "每月来");
    }
  }

  @Test
  void toEveryOtherRoleTheAddressesDoNotExist() throws Exception {
    for (StaffClient other : others.values()) {
      StaffClient.Answer nothing = other.post("/api/nothing-there", "{}");
      for (String act : List.of("open", "create", "read", "member", "key")) {
        StaffClient.Answer answer = other.post("/api/programme/" + act, "{}");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.raw().body()).isEqualTo(nothing.raw().body());
      }
    }
    assertThat(new StaffClient(hub.port()).get("/api/programme").status()).isEqualTo(404);
    assertThat(doctor.post("/api/programme/create", "{\"passphrase\":\"long enough 12\"}").code())
        .isEqualTo("wrong-role");
    assertThat(doctor.post("/api/programme/read", "{\"member\":0}").code())
        .isEqualTo("programme-locked");
    assertThat(Files.exists(folder.resolve("hub").resolve(Programme.FILE))).isTrue();
  }
}
