package io.jinlin.hub.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.jinlin.contract.card.CardRef;
import io.jinlin.contract.event.Fact;
import io.jinlin.contract.event.Input;
import io.jinlin.contract.event.Occasion;
import io.jinlin.contract.event.Outcome;
import io.jinlin.contract.event.Way;
import io.jinlin.hub.testing.TestHub;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The hall desk's money in a real browser, on a real hub. */
@Tag("slow")
class SettlementPageTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

  @TempDir private Path folder;
  private Browser browser;
  private TestHub hub;
  private Page page;

  @BeforeEach
  void start() throws Exception {
    browser = new Browser();
    hub = TestHub.start(folder.resolve("hub"));
    page = browser.page(1440, 900);
    for (int i = 0; i < 8; i++) {
      meal(hub.cards("elder").get(i));
    }
    page.navigate("http://127.0.0.1:" + hub.port() + "/");
    Browser.signIn(page, "demo", hub.demoPassword());
    assertThat(page.locator(".bar h1")).hasText("总览");
    page.click(".rail a:has-text('结算')");
    assertThat(page.locator(".money tbody tr")).hasCount(8);
  }

  @AfterEach
  void stop() throws Exception {
    browser.close();
    hub.close();
  }

  private void meal(CardRef ref) throws Exception {
    hub.sent(
        "kiosk-canteen-1",
        new Fact.Scan(
            "canteen",
            ref,
            Outcome.ACCEPTED,
            Optional.of(new Occasion(Occasion.Kind.MEAL, "lunch", TODAY)),
            Optional.of(Way.DINE_IN),
            0,
            Input.CAMERA));
  }

  @Test
  void somebodyPaysGetsAReceiptAndTheDrawerIsCounted() {
    Browser.picture(page, "settlement-accounts");
    page.click(".money tbody tr:first-child a");
    String owed = page.locator("[data-test=owed]").textContent();
    assertThat(page.locator("input[name=amount]")).hasValue(owed);
    page.fill("input[name=amount]", "十二块");
    page.click("[data-test=pay]");
    assertThat(page.locator(".wrong")).containsText("例如 12");
    page.fill("input[name=amount]", owed);
    page.click("[data-test=pay]");
    assertThat(page.locator(".receipt-done")).containsText("20261124-0001");
    assertThat(page.locator("[data-test=owed]")).hasText("0.00");
    Browser.picture(page, "settlement-account");
    page.click("a.back");
    page.click(".tabs a:has-text('今天的钱')");
    page.fill("input[name=counted]", owed);
    page.click("button:has-text('日结')");
    assertThat(page.locator(".cash-up")).containsText("一分不差");
    Browser.picture(page, "settlement-day");
  }

  @Test
  void theTariffIsEditedAndTheMonthFollows() {
    page.click(".tabs a:has-text('月报')");
    assertThat(page.locator(".money tfoot td").first()).hasText("8");
    String before = page.locator(".money tfoot td").nth(1).textContent();
    Browser.picture(page, "settlement-month");
    page.click(".tabs a:has-text('价目')");
    page.fill("input[name=full-lunch]", "abc");
    page.click("button:has-text('保存价目')");
    assertThat(page.locator("input[name=full-lunch]:invalid")).hasCount(1);
    page.fill("input[name=full-lunch]", "15");
    Browser.picture(page, "settlement-tariff");
    page.click("button:has-text('保存价目')");
    assertThat(page.locator(".toast").first()).containsText("价目已保存");
    page.click(".tabs a:has-text('月报')");
    assertThat(before).contains("96.00");
    assertThat(page.locator(".money tfoot td").nth(1)).containsText("120.00");
    page.click("[data-test=language]");
    assertThat(page.locator(".tabs a").first()).hasText("Accounts");
    page.setViewportSize(390, 844);
    Browser.picture(page, "settlement-month-phone-en");
  }
}
