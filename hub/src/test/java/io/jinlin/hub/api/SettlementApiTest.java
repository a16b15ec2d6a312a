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
import io.jinlin.hub.store.Rows;
import io.jinlin.hub.testing.StaffClient;
import io.jinlin.hub.testing.TestHub;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettlementApiTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

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

  private static Fact meal(CardRef ref, LocalDate day) {
    return new Fact.Scan(
        "canteen",
        ref,
        Outcome.ACCEPTED,
        Optional.of(new Occasion(Occasion.Kind.MEAL, "lunch", day)),
        Optional.of(Way.DINE_IN),
        0,
        Input.CAMERA);
  }

  private JsonNode get(String path) throws Exception {
    StaffClient.Answer answer = browser.get("/api/settlement/" + path);
    assertThat(answer.status()).isEqualTo(200);
    return answer.json();
  }

  private JsonNode accounts(boolean owing) throws Exception {
    return post("accounts", "{\"text\":\"\",\"owing\":" + owing + "}").json();
  }

  private StaffClient.Answer post(String path, String body) throws Exception {
    return browser.post("/api/settlement/" + path, body);
  }

  /** The person of a card, who has eaten once today. */
  private long eater(CardRef card) throws Exception {
    hub.sent("kiosk-canteen-1", meal(card, TODAY));
    await().until(() -> accounts(false).path("rows").size() == 1);
    return accounts(false).path("rows").path(0).path("person").asLong();
  }

  private void serve(String kind, int portions, String more) throws Exception {
    String body =
        "{\"meal\":\"lunch\",\"kind\":\"%s\",\"way\":\"dine-in\",\"reason\":\"餐台\",\"portions\":%d%s}"
            .formatted(kind, portions, more);
    assertThat(browser.post("/api/canteen/serve", body).status()).isEqualTo(200);
  }

  private void nextDay() throws Exception {
    hub.pass(24 * 3_600_000L);
    browser.login("demo", hub.demoPassword());
  }

  private int owed(long person) throws Exception {
    return get("account?person=" + person).path("owedFen").asInt();
  }

  @Test
  void aMealIsOwedUntilItIsPaidAndThePaymentCanBeTakenBackThatDay() throws Exception {
    long person = eater(hub.cards("elder").get(0));
    int owed = owed(person);
    assertThat(owed).isIn(100, 300, 500);
    String paid = "{\"person\":" + person + ",\"fen\":" + owed + ",\"method\":\"cash\"}";
    String receipt = post("payment", paid).json().path("receipt").asText();
    assertThat(receipt).isEqualTo("20261124-0001");
    assertThat(owed(person)).isZero();
    assertThat(accounts(true).path("people").asInt()).isZero();
    assertThat(get("day").path("methods").path("cash").asInt()).isEqualTo(owed);
    String back = "{\"receipt\":\"" + receipt + "\",\"reason\":\"收错人\"}";
    assertThat(post("payment/void", back).status()).isEqualTo(200);
    assertThat(owed(person)).isEqualTo(owed);
    assertThat(post("payment/void", back).code()).isEqualTo("already-voided");
    assertThat(post("payment", paid).json().path("receipt").asText()).isEqualTo("20261124-0002");
    nextDay();
    String late = "{\"receipt\":\"20261124-0002\",\"reason\":\"收错人\"}";
    assertThat(post("payment/void", late).code()).isEqualTo("receipt-of-another-day");
  }

  @Test
  void aSecondPortionAGuestAndAStaffMealHaveTheirOwnPrices() throws Exception {
    long person = eater(hub.cards("elder").get(0));
    int owed = owed(person);
    int full = get("account?person=" + person).at("/charges/0/fullFen").asInt();
    serve("second-portion", 2, ",\"person\":" + person);
    serve("guest", 3, "");
    serve("staff-meal", 1, "");
    await().until(() -> get("account?person=" + person).path("charges").size() == 3);
    assertThat(owed(person)).as("加购 costs everyone the full price").isEqualTo(owed + 2 * full);
    JsonNode month = get("month?month=2026-11");
    assertThat(month.path("unknown").asInt()).isZero();
    assertThat(month.at("/payersFen/employer").asInt()).isEqualTo(full);
    String rules = month.path("rules").toString();
    assertThat(rules)
        .contains(rule("second-portion", 2, 2 * full, 2 * full))
        .contains(rule("guest", 3, 3 * full, 3 * full))
        .contains(rule("staff-meal", 1, full, 0));
  }

  private static String rule(String id, int meals, int fullFen, int paysFen) {
    return "{\"rule\":\"%s\",\"meals\":%d,\"fullFen\":%d,\"paysFen\":%d}"
        .formatted(id, meals, fullFen, paysFen);
  }

  @Test
  void aLateApprovalPricesItsMealsAnewWithoutTouchingThePayment() throws Exception {
    long person = eater(hub.cards("elder").get(0));
    String now = "INSERT INTO entitlement (person, tier, valid_from, recorded) VALUES (?, ?, ?, 0)";
    hub.ledger().write(db -> Rows.change(db, "DELETE FROM entitlement")).get(20, TimeUnit.SECONDS);
    int before = owed(person);
    assertThat(before).isIn(300, 500);
    post("payment", "{\"person\":" + person + ",\"fen\":" + before + ",\"method\":\"wechat\"}");
    hub.ledger()
        .write(db -> Rows.change(db, now, person, "extreme-hardship", "2026-11-01"))
        .get(20, TimeUnit.SECONDS);
    assertThat(owed(person)).isEqualTo(100 - before);
    JsonNode month = get("month?month=2026-11");
    assertThat(month.path("rules").path(0).path("rule").asText()).isEqualTo("hardship-60");
    assertThat(month.path("payersFen").toString())
        .isEqualTo("{\"city\":300,\"district\":300,\"town\":500}");
  }

  @Test
  void theDrawerIsCountedAgainstWhatWasTakenInCash() throws Exception {
    long person = eater(hub.cards("elder").get(0));
    post("payment", "{\"person\":" + person + ",\"fen\":500,\"method\":\"cash\"}");
    post("payment", "{\"person\":" + person + ",\"fen\":700,\"method\":\"alipay\"}");
    JsonNode cash = post("cash-up", "{\"countedFen\":450,\"note\":\"少一枚硬币\"}").json();
    assertThat(cash.path("expectedFen").asInt()).isEqualTo(500);
    assertThat(cash.path("countedFen").asInt()).isEqualTo(450);
    assertThat(get("day").path("cashUps")).hasSize(1);
  }

  @Test
  void badInputIsRefusedByName() throws Exception {
    long person = eater(hub.cards("elder").get(0));
    assertThat(post("payment", "{\"person\":1,\"fen\":0,\"method\":\"cash\"}").code())
        .isEqualTo("field-invalid");
    assertThat(post("payment", "{\"person\":" + person + ",\"fen\":5,\"method\":\"gold\"}").code())
        .isEqualTo("field-invalid");
    assertThat(post("payment", "{\"person\":99999999,\"fen\":5,\"method\":\"cash\"}").code())
        .isEqualTo("unknown-person");
    assertThat(browser.get("/api/settlement/account?person=99999999").code())
        .isEqualTo("unknown-person");
    assertThat(post("cash-up", "{\"countedFen\":-1}").code()).isEqualTo("field-invalid");
    String tariff =
        "{\"validFrom\":\"2026-12-01\",\"tariff\":{\"meals\":{\"lunch\":-5},\"rules\":[],\"payers\":[]}}";
    assertThat(post("tariff", tariff).code()).isEqualTo("tariff-invalid");
    assertThat(new StaffClient(hub.port()).get("/api/settlement/day").status()).isEqualTo(401);
  }

  @Test
  void aNewTariffHoldsFromItsDayOnAndLeavesEarlierMealsAlone() throws Exception {
    CardRef card = hub.cards("elder").get(0);
    long person = eater(card);
    int before = owed(person);
    String tariff =
        "{\"validFrom\":\"2026-11-25\",\"tariff\":{\"meals\":{\"lunch\":900},\"rules\":[],\"payers\":[]}}";
    assertThat(post("tariff", tariff).status()).isEqualTo(200);
    nextDay();
    hub.sent("kiosk-canteen-1", meal(card, TODAY.plusDays(1)));
    await().until(() -> owed(person) == before + 900);
    assertThat(get("tariff").path("meals").path("lunch").asInt()).isEqualTo(900);
  }

  @Test
  void whoEatsFreeChangesNothingThatTheBoardThePagesOrTheCounterShow() throws Exception {
    List<CardRef> elders = hub.cards("elder");
    for (int i = 0; i < 5; i++) {
      hub.sent("kiosk-canteen-1", meal(elders.get(i), TODAY));
    }
    await().until(() -> browser.get("/api/live").json().at("/meals/1/total").asInt() == 5);
    List<String> before = seen();
    hub.ledger()
        .write(
            db ->
                Rows.change(
                    db,
                    "INSERT INTO entitlement (person, tier, valid_from, recorded)"
                        + " SELECT id, 'extreme-hardship', '2020-01-01', 0 FROM person"))
        .get(20, TimeUnit.SECONDS);
    hub.sent("kiosk-canteen-2", meal(elders.get(0), TODAY));
    await().until(() -> browser.get("/api/events").json().path("rows").size() == 6);
    assertThat(accounts(false).path("rows").findValues("owedFen"))
        .allMatch(owed -> owed.asInt() == 100);
    List<String> after = seen();
    assertThat(after.subList(0, 2)).isEqualTo(before.subList(0, 2));
    assertThat(after.equals(before)).as("every item of the kiosks' pages is the same").isTrue();
  }

  /** What is public or at the line: the board, the figures, and every item of the kiosks' pages. */
  private List<String> seen() throws Exception {
    List<String> seen = new ArrayList<>();
    seen.add(new StaffClient(hub.port()).get("/api/board").json().path("meals").toString());
    seen.add(browser.get("/api/live").json().path("meals").toString());
    seen.addAll(
        hub.apiParts()
            .database()
            .read(
                db ->
                    Rows.all(
                        db,
                        "SELECT kind, version, key, hex(body) FROM page_item ORDER BY kind, key",
                        row ->
                            row.getInt(1)
                                + " "
                                + row.getLong(2)
                                + row.getString(3)
                                + row.getString(4))));
    return seen;
  }
}
