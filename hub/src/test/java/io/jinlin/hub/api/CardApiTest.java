package io.jinlin.hub.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jinlin.contract.card.CardCode;
import io.jinlin.contract.card.CardReading;
import io.jinlin.contract.card.CardRef;
import io.jinlin.contract.card.Seal;
import io.jinlin.contract.page.Item;
import io.jinlin.contract.page.ItemCodec;
import io.jinlin.contract.page.RosterEntry;
import io.jinlin.contract.page.RosterEntryCodec;
import io.jinlin.contract.wire.PageKind;
import io.jinlin.hub.accounts.Role;
import io.jinlin.hub.store.Rows;
import io.jinlin.hub.store.SqlWork;
import io.jinlin.hub.testing.StaffClient;
import io.jinlin.hub.testing.TestHub;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People are found, and their cards given out, revoked and printed again, while the hub runs. */
class CardApiTest {

  @TempDir private Path folder;
  private TestHub hub;
  private StaffClient browser;

  @BeforeEach
  void start() throws Exception {
    hub = TestHub.start(folder.resolve("hub"));
    browser = new StaffClient(hub.port());
    browser.login("demo", hub.demoPassword());
  }

  @AfterEach
  void stop() throws Exception {
    hub.close();
  }

  private JsonNode search(String text) throws Exception {
    StaffClient.Answer answer = browser.post("/api/people/search", "{\"text\":\"" + text + "\"}");
    assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
    return answer.json().path("rows");
  }

  private JsonNode person(long id) throws Exception {
    return browser.get("/api/people?person=" + id).json();
  }

  private <T> T query(SqlWork<T> work) {
    return hub.apiParts().database().read(work);
  }

  private long holder(CardRef ref) {
    return hub.apiParts().cards().personOf(ref).orElseThrow();
  }

  private Optional<Item> page(PageKind kind, CardRef ref) {
    return query(
            db ->
                Rows.all(
                    db,
                    "SELECT body FROM page_item WHERE kind = ? AND key = ?",
                    row -> row.getBytes(1),
                    kind.ordinal(),
                    ref.text()))
        .stream()
        .flatMap(body -> ItemCodec.decode(kind, body).toOptional().stream())
        .findFirst();
  }

  private Optional<RosterEntry> opened(CardCode code) {
    return page(PageKind.ROSTER, code.keys("jinlin").ref())
        .filter(Item.Roster.class::isInstance)
        .map(Item.Roster.class::cast)
        .flatMap(item -> Seal.open(code.keys("jinlin"), item.version(), item.sealed()))
        .flatMap(bytes -> RosterEntryCodec.decode(bytes).toOptional());
  }

  private static CardCode code(StaffClient.Answer answer) {
    return ((CardReading.Card) CardCode.read(answer.json().path("code").asText())).code();
  }

  private StaffClient.Answer act(String what, String field, Object value) throws Exception {
    String json = value instanceof Long ? value.toString() : "\"" + value + "\"";
    return browser.post("/api/cards/" + what, "{\"" + field + "\":" + json + "}");
  }

  private StaffClient.Answer revoke(CardRef ref) throws Exception {
    String body = "{\"card\":\"" + ref.text() + "\",\"reason\":\"lost\"}";
    return browser.post("/api/cards/revoke", body);
  }

  @Test
  void aPersonIsFoundByNamePinyinInitialsPhoneRoomAndCardNumber() throws Exception {
    long wanted = holder(hub.cards("elder").get(3));
    String[] known =
        query(
                db ->
                    Rows.all(
                        db,
                        "SELECT p.name, coalesce(p.phone, ''), c.number FROM person p"
                            + " JOIN card c ON c.person = p.id WHERE p.id = ?",
                        row -> new String[] {row.getString(1), row.getString(2), row.getString(3)},
                        wanted))
            .get(0);
    assertThat(search(known[0])).anyMatch(row -> row.path("person").asLong() == wanted);
    assertThat(search(known[2])).anyMatch(row -> row.path("person").asLong() == wanted);
    assertThat(search("chen")).isNotEmpty().allMatch(row -> row.path("name").asText().length() > 1);
    assertThat(search("chenay")).anyMatch(row -> row.path("name").asText().startsWith("陈阿"));
    assertThat(search("陈")).hasSize(20).allMatch(row -> row.path("name").asText().startsWith("陈"));
    String phone = query(CardApiTest::endOfAPhone);
    assertThat(search(phone))
        .isNotEmpty()
        .allMatch(row -> row.path("phone").asText().matches("1..\\*{4}" + phone));
    assertThat(search("没有这样的人")).isEmpty();
    long before = System.nanoTime();
    search("chenaying");
    assertThat((System.nanoTime() - before) / 1_000_000).as("milliseconds").isLessThan(500);
  }

  private static String endOfAPhone(Connection db) throws SQLException {
    String sql = "SELECT substr(phone, -4) FROM person WHERE phone IS NOT NULL LIMIT 1";
    return Rows.all(db, sql, row -> row.getString(1)).get(0);
  }

  @Test
  void aReprintIsANewCodeAndTheOldOneIsDead() throws Exception {
    CardRef old = hub.cards("elder").get(0);
    long person = holder(old);
    StaffClient.Answer done = act("reprint", "card", old.text());
    assertThat(done.status()).as(done.raw().body()).isEqualTo(200);
    CardCode code = code(done);
    CardRef fresh = code.keys("jinlin").ref();
    assertThat(done.json().path("squares")).hasSize(25);
    assertThat(done.json().path("number").asText()).isEqualTo("100001");
    assertThat(page(PageKind.REVOCATIONS, old)).containsInstanceOf(Item.Revocation.class);
    assertThat(page(PageKind.ROSTER, old)).containsInstanceOf(Item.Gone.class);
    assertThat(opened(code).orElseThrow().name()).endsWith("*");
    assertThat(holder(fresh)).isEqualTo(person);
    JsonNode cards = person(person).path("cards");
    assertThat(cards).hasSize(2);
    assertThat(cards.path(0).path("revoked").isNull()).isTrue();
    assertThat(cards.path(1).path("reason").asText()).isEqualTo("reprint");
    assertThat(act("reprint", "card", old.text()).code()).isEqualTo("card-dead");
    assertThat(browser.get("/api/people?person=" + person).raw().body())
        .doesNotContain(code.text());
  }

  @Test
  void aCardIsRevokedOnceAndThenAnotherMayBeIssued() throws Exception {
    CardRef old = hub.cards("elder").get(1);
    long person = holder(old);
    assertThat(act("issue", "person", person).code()).isEqualTo("has-card");
    assertThat(revoke(old).status()).isEqualTo(200);
    assertThat(revoke(old).code()).isEqualTo("card-dead");
    assertThat(person(person).path("cards").path(0).path("reason").asText()).isEqualTo("lost");
    StaffClient.Answer issued = act("issue", "person", person);
    assertThat(opened(code(issued))).isPresent();
    assertThat(act("issue", "person", 99_999_999L).code()).isEqualTo("unknown-person");
    assertThat(revoke(new CardRef(1, 2)).code()).isEqualTo("unknown-card");
    String body = "{\"card\":\"" + old.text() + "\",\"reason\":\" \"}";
    assertThat(browser.post("/api/cards/revoke", body).code()).isEqualTo("field-invalid");
  }

  @Test
  void whoCollectsAChildIsOfferedTheChildsNewCard() throws Exception {
    CardRef child = hub.cards("pupil").get(0);
    long pupil = holder(child);
    long adult =
        query(
            db ->
                Rows.number(
                    db,
                    "SELECT adult FROM guardian WHERE collects = 1 AND child = ? ORDER BY adult",
                    pupil));
    CardRef adults = CardRef.parse(card(adult)).orElseThrow();
    CardCode adultsNew = code(act("reprint", "card", adults.text()));
    assertThat(opened(adultsNew).orElseThrow().collects()).contains(child);
    CardRef childsNew = code(act("reprint", "card", child.text())).keys("jinlin").ref();
    assertThat(opened(adultsNew).orElseThrow().collects())
        .contains(childsNew)
        .doesNotContain(child);
  }

  private String card(long person) throws Exception {
    return person(person).path("cards").path(0).path("ref").asText();
  }

  @Test
  void whoMayOnlyLookSeesNoPeopleAndChangesNoCards() throws Exception {
    String password = hub.apiParts().accounts().addGenerated("auditor", Set.of(Role.AUDITOR));
    StaffClient auditor = new StaffClient(hub.port());
    auditor.login("auditor", password);
    assertThat(auditor.get("/api/people?person=1").code()).isEqualTo("not-allowed");
    assertThat(auditor.post("/api/people/search", "{\"text\":\"陈\"}").code())
        .isEqualTo("not-allowed");
    assertThat(auditor.post("/api/cards/issue", "{\"person\":1}").code()).isEqualTo("not-allowed");
    StaffClient nobody = new StaffClient(hub.port());
    assertThat(nobody.get("/api/people?person=1").code()).isEqualTo("not-signed-in");
    assertThat(nobody.post("/api/cards/issue", "{\"person\":1}").code()).isEqualTo("not-signed-in");
  }
}
