package io.jinlin.hub.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.jinlin.contract.card.CardRef;
import io.jinlin.contract.event.Fact;
import io.jinlin.contract.event.Input;
import io.jinlin.contract.event.Occasion;
import io.jinlin.contract.event.Outcome;
import io.jinlin.hub.accounts.Role;
import io.jinlin.hub.testing.TestHub;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The nurse's desk in a real browser, on a real hub. */
@Tag("slow")
class NurseDeskTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

  @TempDir private Path folder;
  private Browser browser;
  private TestHub hub;
  private Page page;

  @BeforeEach
  void start() throws Exception {
    browser = new Browser();
    hub = TestHub.start(folder.resolve("hub"));
  }

  @AfterEach
  void stop() throws Exception {
    browser.close();
    hub.close();
  }

  private void enter(Role role, int width, int height) throws Exception {
    String name = "account-" + role.ordinal() + "-" + width;
    String password = hub.apiParts().accounts().addGenerated(name, Set.of(role));
    page = browser.page(width, height);
    page.navigate(url("/#/clinic"));
    Browser.signIn(page, name, password);
  }

  private String url(String path) {
    return "http://127.0.0.1:" + hub.port() + path;
  }

  private void given(String queue, int... tickets) throws Exception {
    List<CardRef> cards = hub.cards("elder");
    for (int ticket : tickets) {
      hub.sent(
          "kiosk-clinic",
          new Fact.Scan(
              "clinic",
              cards.get(ticket % 100),
              Outcome.ACCEPTED,
              Optional.of(new Occasion(Occasion.Kind.CLINIC, queue, TODAY)),
              Optional.empty(),
              ticket,
              Input.CAMERA));
      hub.pass(60_000);
    }
  }

  private Locator waiting() {
    return page.locator(".clinic-list > ol").first().locator("li");
  }

  @Test
  void aNurseCallsSkipsAndTakesBackWithTheKeyboardAlone() throws Exception {
    given("chinese-medicine", 101, 102, 103, 104);
    given("basic-care", 105);
    enter(Role.NURSE, 1280, 800);
    assertThat(waiting()).hasCount(4);
    String first = waiting().first().getAttribute("data-ticket");
    page.keyboard().press("n");
    assertThat(page.locator(".clinic-number b")).hasText(first);
    assertThat(waiting()).hasCount(3);
    page.keyboard().press("s");
    assertThat(page.locator(".clinic-list > ol").nth(1).locator("li")).hasCount(1);
    page.keyboard().press("z");
    assertThat(page.locator(".clinic-number b")).hasText(first);
    page.keyboard().press("r");
    assertThat(page.locator(".clinic-number small")).containsText("叫过 2 次");
    Browser.picture(page, "nurse-desk");
    page.keyboard().press("d");
    assertThat(page.locator(".clinic-now")).containsText("现在没有人");
    page.keyboard().press("2");
    assertThat(waiting()).hasCount(1);
    assertThat(page.locator("body")).not().containsText("undefined");
    assertThat(browser.complaints()).allMatch(line -> line.contains("401"));
  }

  @Test
  void everyActIsOneTapAwayOnATabletAndAPhone() throws Exception {
    given("chinese-medicine", 101, 102, 103);
    enter(Role.NURSE, 820, 1180);
    page.locator("[data-test=issue]").click();
    assertThat(waiting()).hasCount(4);
    waiting().last().getByText("优先").click();
    assertThat(page.locator(".clinic-list")).containsText("护士安排");
    page.locator("[data-ticket=\"103\"] select").selectOption("pharmacy");
    assertThat(waiting()).hasCount(3);
    page.fill("input[name=plate]", "7");
    page.getByText("借号牌").click();
    assertThat(page.locator("[data-ticket=\"7\"]")).hasCount(1);
    page.locator("[data-test=close]").click();
    assertThat(page.locator("[data-test=close]")).containsText("重新开放取号");
    page.locator(".clinic-next").click();
    assertThat(page.locator(".clinic-number b")).isVisible();
    Browser.picture(page, "nurse-tablet");
    page.setViewportSize(390, 844);
    Browser.picture(page, "nurse-phone");
    page.setViewportSize(1280, 800);
    page.locator(".rail [data-test=language]").click();
    assertThat(page.locator(".clinic-list")).containsText("Waiting");
    page.locator("[data-test=rules]").click();
    assertThat(page.locator("dialog[open]")).containsText("Priority and rooms");
    Browser.picture(page, "nurse-rules-english");
    page.locator("dialog[open] input[name=preferAge]").fill("0");
    page.locator("dialog[open] input[name=preferDisability]").uncheck();
    page.locator("dialog[open] button.primary").click();
    assertThat(page.locator(".clinic-rule > p")).containsText("No priority");
    page.locator("[data-test=queues]").click();
    page.locator("[data-test=add-queue]").click();
    Locator fresh = page.locator("dialog[open] fieldset").last();
    fresh.locator("input[name=zh]").fill("夜间门诊");
    fresh.locator("input[name=en]").fill("Evening clinic");
    fresh.locator("input[name=opens]").fill("18:00");
    fresh.locator("input[name=closes]").fill("20:00");
    Browser.picture(page, "nurse-queues-english");
    page.locator("dialog[open] button.primary").click();
    assertThat(page.locator(".clinic-tabs")).containsText("Evening clinic");
    assertThat(browser.complaints()).allMatch(line -> line.contains("401"));
  }

  @Test
  void whoIsNotANurseSeesHowManyWaitAndNobodysNumberOrName() throws Exception {
    given("chinese-medicine", 101, 102);
    enter(Role.STAFF, 1280, 800);
    assertThat(page.locator(".queue").first()).containsText("2");
    assertThat(page.locator(".clinic-list")).hasCount(0);
    assertThat(page.locator(".queue button").first()).isDisabled();
  }
}
