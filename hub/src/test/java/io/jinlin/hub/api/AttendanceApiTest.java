package io.jinlin.hub.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jinlin.contract.card.CardRef;
import io.jinlin.contract.event.Fact;
import io.jinlin.contract.event.Input;
import io.jinlin.contract.event.Occasion;
import io.jinlin.contract.event.Outcome;
import io.jinlin.hub.store.Rows;
import io.jinlin.hub.testing.StaffClient;
import io.jinlin.hub.testing.TestHub;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The teacher's sheet of the 4:30 school on Tuesday, 2026-11-24: 40 children, 16:30–18:00. */
class AttendanceApiTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  private static final String SCHOOL = "school-430-2026-11-24";
  private static final Occasion OCCASION = new Occasion(Occasion.Kind.SESSION, SCHOOL, TODAY);
  private static final long MINUTE_MS = 60_000;

  /** 16:30. */
  private static final long STARTS = TestHub.NOON + 288 * MINUTE_MS;

  @TempDir private Path folder;
  private TestHub hub;
  private StaffClient teacher;

  @BeforeEach
  void start() throws Exception {
    hub = TestHub.start(folder.resolve("hub"));
    teacher = new StaffClient(hub.port());
    teacher.login("demo", hub.demoPassword());
  }

  @AfterEach
  void stop() throws Exception {
    hub.close();
  }

  private void at(long millis) {
    hub.pass(millis - hub.clock().millis());
  }

  private void came(CardRef child) throws Exception {
    hub.sent(
        "kiosk-school",
        new Fact.Scan(
            "school",
            child,
            Outcome.ACCEPTED,
            Optional.of(OCCASION),
            Optional.empty(),
            0,
            Input.CAMERA));
  }

  private JsonNode sheet() throws Exception {
    return teacher.get("/api/attendance?session=" + SCHOOL).json();
  }

  private long count(String state) throws Exception {
    return rows().stream().filter(row -> row.path("state").asText().equals(state)).count();
  }

  private List<JsonNode> rows() throws Exception {
    return StreamSupport.stream(sheet().path("rows").spliterator(), false).toList();
  }

  private JsonNode alarms() throws Exception {
    return teacher.get("/api/attendance/today").json().path("alarms");
  }

  private StaffClient.Answer mark(long person, String mark, String note) throws Exception {
    String body =
        String.format(
            "{\"session\":\"%s\",\"person\":%d,\"mark\":\"%s\",\"note\":\"%s\"}",
            SCHOOL, person, mark, note);
    return teacher.post("/api/attendance/mark", body);
  }

  private long tally() {
    String sql =
        "SELECT coalesce(sum(t.count), 0) FROM tally t JOIN word w ON w.id = t.occasion"
            + " WHERE w.text = ?";
    return hub.apiParts().database().read(db -> Rows.number(db, sql, OCCASION.text()));
  }

  private long expected() throws Exception {
    return rows().stream()
        .filter(row -> row.path("state").asText().equals("expected"))
        .findFirst()
        .orElseThrow()
        .path("person")
        .asLong();
  }

  @Test
  void whoIsTickedIsCountedOnceWithTheCardAndTakenBackIsNot() throws Exception {
    at(STARTS);
    assertThat(count("expected")).isEqualTo(40);
    long person = expected();
    assertThat(mark(person, "present", "").json().path("done").asBoolean()).isTrue();
    assertThat(tally()).isEqualTo(1);
    assertThat(count("present")).isEqualTo(1);
    CardRef card =
        hub.apiParts()
            .database()
            .read(
                db ->
                    Rows.all(
                        db,
                        "SELECT ref FROM card WHERE person = ? AND revoked IS NULL",
                        row -> CardRef.of(row.getBytes(1)),
                        person))
            .get(0);
    mark(person, "none", "");
    assertThat(tally()).isZero();
    assertThat(count("present")).isZero();
    came(card);
    mark(person, "present", "");
    assertThat(tally()).isEqualTo(1);
    assertThat(mark(person, "excused", "").code()).isEqualTo("has-come");
  }

  @Test
  void missingChildrenAreAnAlarmUntilEachIsExplained() throws Exception {
    List<CardRef> pupils = hub.cards("pupil");
    at(STARTS + MINUTE_MS);
    for (int i = 0; i < 38 && i < pupils.size(); i++) {
      came(pupils.get(i));
    }
    long missing = count("expected");
    assertThat(missing).isPositive();
    at(STARTS + 14 * MINUTE_MS);
    assertThat(alarms()).isEmpty();
    at(STARTS + 15 * MINUTE_MS);
    assertThat(alarms().size()).isEqualTo((int) missing);
    assertThat(alarms().path(0).path("stillHere").asBoolean()).isFalse();
    String[] marks = {"excused", "contacted", "present"};
    for (int i = 0; count("expected") > 0; i++) {
      assertThat(mark(expected(), marks[i % 3], "").status()).isEqualTo(200);
    }
    assertThat(alarms()).isEmpty();
  }

  @Test
  void aChildIsHereUntilSomebodyPressesOrSignsWhateverIsScanned() throws Exception {
    CardRef child = hub.cards("pupil").get(0);
    CardRef adult = hub.cards("collector").get(0);
    at(STARTS + 10 * MINUTE_MS);
    came(child);
    assertThat(rows().stream().filter(row -> row.path("lateMinutes").asInt() == 10)).hasSize(1);
    long person = hub.apiParts().cards().personOf(child).orElseThrow();
    assertThat(mark(person, "collected", "").code()).isEqualTo("collected-by-whom");
    at(STARTS + 95 * MINUTE_MS);
    hub.sent(
        "kiosk-school",
        new Fact.Collection("school", adult, OCCASION, List.of(child), Input.CAMERA));
    came(child);
    came(adult);
    assertThat(count("present")).isGreaterThanOrEqualTo(1);
    assertThat(count("collected")).isZero();
    at(STARTS + 106 * MINUTE_MS);
    assertThat(alarms())
        .filteredOn(one -> one.path("stillHere").asBoolean())
        .extracting(one -> one.path("person").asLong())
        .contains(person);
    mark(person, "collected", "外婆,纸质签名");
    assertThat(count("collected")).isEqualTo(1);
    assertThat(alarms())
        .filteredOn(one -> one.path("stillHere").asBoolean())
        .extracting(one -> one.path("person").asLong())
        .doesNotContain(person);
    mark(person, "none", "");
    assertThat(count("collected")).isZero();
    hub.ledger().append(new Fact.HandOver("school", OCCASION, child, adult, "demo")).get();
    assertThat(count("collected")).isEqualTo(1);
  }

  @Test
  void namesAndPhonesAreForThoseWhoDoTheDaysWork() throws Exception {
    assertThat(new StaffClient(hub.port()).get("/api/attendance?session=" + SCHOOL).status())
        .isEqualTo(401);
    assertThat(teacher.get("/api/attendance?session=none").code()).isEqualTo("unknown-session");
    JsonNode first = rows().get(0);
    assertThat(first.path("guardians")).isNotEmpty();
    assertThat(mark(999_999, "present", "").code()).isEqualTo("unknown-person");
  }
}
