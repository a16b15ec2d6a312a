package io.jinlin.hub.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jinlin.contract.card.CardCode;
import io.jinlin.contract.card.CardKeys;
import io.jinlin.contract.card.CardReading;
import io.jinlin.contract.card.CardRef;
import io.jinlin.contract.event.Fact;
import io.jinlin.contract.event.Input;
import io.jinlin.contract.event.Occasion;
import io.jinlin.contract.event.Outcome;
import io.jinlin.contract.page.RosterEntry;
import io.jinlin.hub.accounts.Role;
import io.jinlin.hub.store.Rows;
import io.jinlin.hub.testing.SealedRoster;
import io.jinlin.hub.testing.StaffClient;
import io.jinlin.hub.testing.TestHub;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Collecting at the school on Tuesday, 2026-11-24, at 17:30; each test has a family of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CollectionApiTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  private static final String SCHOOL = "school-430-2026-11-24";
  private static final Occasion OCCASION = new Occasion(Occasion.Kind.SESSION, SCHOOL, TODAY);
  private static final long MINUTE_MS = 60_000;
  private static final String FAMILIES =
      "SELECT g.child, g.adult FROM guardian g JOIN enrolment e ON e.person = g.child"
          + " WHERE g.collects = 1 AND e.series = 'school-430' AND g.adult IN (SELECT person FROM card"
          + " WHERE revoked IS NULL) AND g.child IN (SELECT person FROM card WHERE revoked IS NULL)"
          + " GROUP BY g.adult HAVING count(*) = 1 AND g.child NOT IN (SELECT x.child FROM guardian x"
          + " WHERE x.adult < g.adult AND x.collects = 1) ORDER BY g.child";

  private TestHub hub;
  private StaffClient teacher;
  private List<Family> families;
  private int used;

  private record Family(long child, CardRef childCard, long adult, CardRef adultCard) {}

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    hub = TestHub.start(folder.resolve("hub"));
    teacher = new StaffClient(hub.port());
    teacher.login("demo", hub.demoPassword());
    hub.pass((288 + 60) * MINUTE_MS);
    families =
        hub
            .apiParts()
            .database()
            .read(db -> Rows.all(db, FAMILIES, row -> new long[] {row.getLong(1), row.getLong(2)}))
            .stream()
            .map(two -> new Family(two[0], card(two[0]), two[1], card(two[1])))
            .toList();
    assertThat(families).hasSizeGreaterThan(8);
  }

  @AfterAll
  void stop() throws Exception {
    hub.close();
  }

  private Family family() {
    return families.get(used++);
  }

  private CardRef card(long person) {
    String sql = "SELECT ref FROM card WHERE person = ? AND revoked IS NULL";
    return hub.apiParts()
        .database()
        .read(db -> Rows.all(db, sql, row -> CardRef.of(row.getBytes(1)), person))
        .get(0);
  }

  private String name(long person) {
    String sql = "SELECT name FROM person WHERE id = ?";
    return hub.apiParts()
        .database()
        .read(db -> Rows.all(db, sql, row -> row.getString(1), person))
        .get(0);
  }

  private void came(CardRef child) throws Exception {
    scanned(child, Outcome.ACCEPTED, Optional.of(OCCASION));
  }

  private void scanned(CardRef card, Outcome outcome, Optional<Occasion> occasion)
      throws Exception {
    hub.pass(1_000);
    hub.sent(
        "kiosk-school",
        new Fact.Scan("school", card, outcome, occasion, Optional.empty(), 0, Input.CAMERA));
  }

  private String asked(CardRef adult, CardRef child) throws Exception {
    hub.pass(1_000);
    return hub.sent(
        "kiosk-school",
        new Fact.Collection("school", adult, OCCASION, List.of(child), Input.CAMERA));
  }

  private static List<JsonNode> list(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).toList();
  }

  private JsonNode today() throws Exception {
    return teacher.get("/api/attendance/today").json();
  }

  private List<JsonNode> offers(CardRef child) throws Exception {
    return list(today().path("handOvers")).stream()
        .filter(
            one ->
                list(one.path("children")).stream()
                    .anyMatch(it -> it.path("ref").asText().equals(child.text())))
        .toList();
  }

  private Optional<JsonNode> refused(CardRef adult) throws Exception {
    return list(today().path("refused")).stream()
        .filter(one -> one.path("ref").asText().equals(adult.text()))
        .findFirst();
  }

  private StaffClient.Answer press(String event, CardRef child) throws Exception {
    return teacher.post(
        "/api/hand-over", "{\"event\":\"" + event + "\",\"child\":\"" + child.text() + "\"}");
  }

  private StaffClient.Answer post(String what, String json, Object... values) throws Exception {
    return teacher.post("/api/collection/" + what, String.format(json.replace('\'', '"'), values));
  }

  private String state(long child) throws Exception {
    return list(teacher.get("/api/attendance?session=" + SCHOOL).json().path("rows")).stream()
        .filter(row -> row.path("person").asLong() == child)
        .findFirst()
        .orElseThrow()
        .path("state")
        .asText();
  }

  private Optional<RosterEntry> sealed(CardKeys keys) {
    return SealedRoster.entry(hub.apiParts().database(), keys);
  }

  private CardKeys keysOf(long person) {
    String sql = "SELECT ref, key FROM card WHERE person = ? AND revoked IS NULL";
    return hub.apiParts()
        .database()
        .read(
            db ->
                Rows.all(
                    db,
                    sql,
                    row -> CardKeys.of(CardRef.of(row.getBytes(1)), row.getBytes(2)),
                    person))
        .get(0);
  }

  @Test
  void whoMustNotCollectIsOfferedByNoKioskAndByNoOldEventOfOne() throws Exception {
    Family family = family();
    came(family.childCard());
    assertThat(sealed(keysOf(family.adult())).orElseThrow().collects())
        .contains(family.childCard());
    String ban =
        post("ban", "{'child':%d,'adult':%d,'reason':'法院裁定'}", family.child(), family.adult())
            .json()
            .path("id")
            .asText();
    assertThat(sealed(keysOf(family.adult())).orElseThrow().collects())
        .doesNotContain(family.childCard());
    String event = asked(family.adultCard(), family.childCard());
    assertThat(offers(family.childCard())).isEmpty();
    JsonNode alert = refused(family.adultCard()).orElseThrow();
    assertThat(alert.path("why").asText()).isEqualTo("banned");
    assertThat(alert.path("adult").path("name").asText()).isEqualTo(name(family.adult()));
    assertThat(alert.path("children").path(0).asText()).isEqualTo(name(family.child()));
    assertThat(press(event, family.childCard()).code()).isEqualTo("may-not-collect");
    assertThat(state(family.child())).isEqualTo("present");
    assertThat(post("ban/end", "{'id':'%s','reason':'撤销裁定'}", ban).status()).isEqualTo(200);
    assertThat(sealed(keysOf(family.adult())).orElseThrow().collects())
        .contains(family.childCard());
    assertThat(offers(family.childCard())).hasSize(1);
    assertThat(press(event, family.childCard()).status()).isEqualTo(200);
    assertThat(state(family.child())).isEqualTo("collected");
    assertThat(press(event, family.childCard()).code()).isEqualTo("already-handed-over");
    JsonNode child = teacher.get("/api/collection/child?person=" + family.child()).json();
    assertThat(child.path("bans").path(0).path("ended").asLong()).isPositive();
  }

  @Test
  void aBanIsReadBeforeAnybodyIsHandedTheChildAndStopsASignatureOfThatName() throws Exception {
    Family family = family();
    came(family.childCard());
    assertThat(post("ban", "{'child':%d,'who':'张三','reason':'纠缠'}", family.child()).status())
        .isEqualTo(200);
    asked(family.adultCard(), family.childCard());
    JsonNode offer = offers(family.childCard()).get(0);
    assertThat(offer.path("children").path(0).path("bans").path(0).path("who").asText())
        .isEqualTo("张三");
    String mark = "{\"session\":\"%s\",\"person\":%d,\"mark\":\"collected\",\"note\":\"张三 舅舅\"}";
    StaffClient.Answer signed =
        teacher.post("/api/attendance/mark", String.format(mark, SCHOOL, family.child()));
    assertThat(signed.code()).isEqualTo("must-not-collect");
    assertThat(state(family.child())).isEqualTo("present");
    assertThat(
            post(
                    "code",
                    "{'children':[%d],'name':'张三','relation':'舅舅','from':'2026-11-24T16:00','until':'2026-11-24T19:00'}",
                    family.child())
                .code())
        .isEqualTo("must-not-collect");
  }

  @Test
  void whoeverIsRefusedIsAnAlertUntilSomebodySawItAndAgainTheNextTime() throws Exception {
    Family family = family();
    CardRef stranger = hub.cards("elder").get(40);
    scanned(stranger, Outcome.SEE_STAFF, Optional.empty());
    scanned(stranger, Outcome.SEE_STAFF, Optional.empty());
    JsonNode alert = refused(stranger).orElseThrow();
    assertThat(alert.path("why").asText()).isEqualTo("not-authorised");
    assertThat(alert.path("times").asInt()).isEqualTo(2);
    assertThat(alert.path("adult").path("name").asText()).doesNotContain("*").isNotEmpty();
    String seen = "{'ref':'%s','at':%d}";
    assertThat(post("seen", seen, stranger.text(), alert.path("at").asLong()).status())
        .isEqualTo(200);
    assertThat(refused(stranger)).isEmpty();
    scanned(stranger, Outcome.SEE_STAFF, Optional.empty());
    assertThat(refused(stranger)).isPresent();

    CardRef old = family.adultCard();
    String reprint = "{\"card\":\"" + old.text() + "\"}";
    assertThat(teacher.post("/api/cards/reprint", reprint).status()).isEqualTo(200);
    scanned(old, Outcome.SEE_STAFF, Optional.empty());
    assertThat(refused(old).orElseThrow().path("why").asText()).isEqualTo("card-dead");
    CardRef nobody = new CardRef(77, 78);
    scanned(nobody, Outcome.SEE_STAFF, Optional.empty());
    assertThat(refused(nobody).orElseThrow().path("why").asText()).isEqualTo("unknown-card");
  }

  private CardKeys code(Family family, String until) throws Exception {
    StaffClient.Answer made =
        post(
            "code",
            "{'children':[%d],'name':'赵小红','relation':'邻居','phone':'13000000000','from':'2026-11-24T16:00','until':'%s'}",
            family.child(),
            until);
    assertThat(made.status()).as(made.raw().body()).isEqualTo(200);
    CardReading read = CardCode.read(made.json().path("code").asText());
    return ((CardReading.Card) read).code().keys("jinlin");
  }

  @Test
  void aDelegateCollectsOnceWithTheCodeAndNobodyElseDoes() throws Exception {
    Family family = family();
    Family other = family();
    came(family.childCard());
    came(other.childCard());
    CardKeys code = code(family, "2026-11-24T19:00");
    RosterEntry entry = sealed(code).orElseThrow();
    assertThat(entry.kind()).isEqualTo(RosterEntry.Kind.DELEGATE);
    assertThat(entry.collects()).containsExactly(family.childCard());
    assertThat(entry.name()).isEqualTo("赵*");
    String event = asked(code.ref(), family.childCard());
    JsonNode offer = offers(family.childCard()).get(0);
    assertThat(offer.path("adult").path("code").asBoolean()).isTrue();
    assertThat(offer.path("adult").path("name").asText()).isEqualTo("赵小红");
    assertThat(offer.path("children").path(0).path("relation").asText()).isEqualTo("邻居");
    assertThat(press(event, other.childCard()).code()).isEqualTo("already-handed-over");
    assertThat(press(event, family.childCard()).status()).isEqualTo(200);
    assertThat(state(family.child())).isEqualTo("collected");
    assertThat(sealed(code)).isEmpty();
    String stranger = asked(code.ref(), other.childCard());
    assertThat(refused(code.ref()).orElseThrow().path("why").asText())
        .isIn("code-over", "not-authorised");
    assertThat(press(stranger, other.childCard()).code()).isEqualTo("may-not-collect");
    assertThat(state(other.child())).isEqualTo("present");
  }

  @Test
  void aCodeIsRefusedOnceItIsWithdrawnOrHasEndedWhenItWasShown() throws Exception {
    Family family = family();
    came(family.childCard());
    CardKeys withdrawn = code(family, "2026-11-24T19:00");
    assertThat(post("code/withdraw", "{'ref':'%s'}", withdrawn.ref().text()).status())
        .isEqualTo(200);
    assertThat(post("code/withdraw", "{'ref':'%s'}", withdrawn.ref().text()).code())
        .isEqualTo("already-ended");
    asked(withdrawn.ref(), family.childCard());
    assertThat(offers(family.childCard())).isEmpty();
    assertThat(refused(withdrawn.ref()).orElseThrow().path("why").asText()).isEqualTo("code-over");
    CardKeys short1 = code(family, "2026-11-24T19:00");
    long late = hub.clock().millis() + 120 * MINUTE_MS;
    hub.sent(
        "kiosk-school",
        new Fact.Collection(
            "school", short1.ref(), OCCASION, List.of(family.childCard()), Input.CAMERA),
        late);
    assertThat(offers(family.childCard())).isEmpty();
    assertThat(refused(short1.ref()).orElseThrow().path("why").asText()).isEqualTo("code-ended");
  }

  @Test
  void aCodeOfNoTimeOrForNobodyIsRefusedInWords() throws Exception {
    Family family = family();
    String code =
        "{'children':[%d],'name':'赵小红','relation':'邻居','from':'2026-11-24T16:00','until':'%s'}";
    assertThat(post("code", code, family.child(), "2026-11-24T15:00").code())
        .isEqualTo("code-time");
    assertThat(post("code", code, family.child(), "2026-12-24T15:00").code())
        .isEqualTo("code-time");
    assertThat(post("code", code, family.adult(), "2026-11-24T19:00").code())
        .isEqualTo("not-a-child");
    assertThat(post("code", code, 999_999, "2026-11-24T19:00").code()).isEqualTo("unknown-person");
  }

  @Test
  void aChildLeavesAloneOnlyWhenSomebodySignedAndItIsOldEnough() throws Exception {
    Family family = family();
    came(family.childCard());
    String mark = "{\"session\":\"%s\",\"person\":%d,\"mark\":\"alone\"}";
    String press = String.format(mark, SCHOOL, family.child());
    assertThat(teacher.post("/api/attendance/mark", press).code()).isEqualTo("alone-not-signed");
    String alone = "{'child':%d,'from':'2026-11-23','until':'2026-11-30','signer':'妈妈'}";
    StaffClient.Answer young = post("alone", alone, family.child());
    assertThat(young.code()).isEqualTo("alone-too-young");
    assertThat(post("rule", "{'aloneFrom':6}").status()).isEqualTo(200);
    String id = post("alone", alone, family.child()).json().path("id").asText();
    assertThat(post("alone/end", "{'id':'%s'}", id).status()).isEqualTo(200);
    assertThat(teacher.post("/api/attendance/mark", press).code()).isEqualTo("alone-not-signed");
    assertThat(post("alone", alone, family.child()).status()).isEqualTo(200);
    assertThat(post("rule", "{'aloneFrom':18}").status()).isEqualTo(200);
    assertThat(teacher.post("/api/attendance/mark", press).code()).isEqualTo("alone-not-signed");
    assertThat(post("rule", "{'aloneFrom':6}").status()).isEqualTo(200);
    assertThat(teacher.post("/api/attendance/mark", press).status()).isEqualTo(200);
    assertThat(state(family.child())).isEqualTo("alone");
    asked(family.adultCard(), family.childCard());
    assertThat(offers(family.childCard())).isEmpty();
  }

  @Test
  void whoBroughtAndCollectedAChildGoesOutAsATableAndIsNoted() throws Exception {
    Family family = family();
    came(family.childCard());
    String event = asked(family.adultCard(), family.childCard());
    assertThat(press(event, family.childCard()).status()).isEqualTo(200);
    String query = "?person=" + family.child() + "&from=2026-11-24&until=2026-11-24";
    JsonNode record = teacher.get("/api/collection/record" + query).json();
    assertThat(list(record.path("rows")))
        .extracting(row -> row.path("what").asText())
        .containsExactly("arrived", "asked", "handed-over");
    JsonNode last = record.path("rows").path(2);
    assertThat(last.path("who").asText()).isEqualTo(name(family.adult()));
    assertThat(last.path("by").asText()).isEqualTo("demo");
    assertThat(last.path("card").asText()).hasSize(4);
    String mark =
        "{\"session\":\"%s\",\"person\":%d,\"mark\":\"collected\",\"note\":\"=HYPERLINK(1)\"}";
    teacher.post("/api/attendance/mark", String.format(mark, SCHOOL, family.child()));
    String csv = teacher.get("/api/collection/record.csv" + query).raw().body();
    assertThat(csv).startsWith("\uFEFF时间").contains(name(family.adult())).contains("'=HYPER");
    StaffClient director = new StaffClient(hub.port());
    director.login("head", hub.apiParts().accounts().addGenerated("head", Set.of(Role.DIRECTOR)));
    String noted =
        director.get("/api/access?action=collection-record&person=" + family.child()).raw().body();
    assertThat(noted).contains("collection-record");
    assertThat(teacher.get("/api/collection/record?person=999999").code())
        .isEqualTo("unknown-person");
  }
}
