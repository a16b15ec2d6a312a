package io.jinlin.hub.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.jinlin.contract.card.CardRef;
import io.jinlin.contract.event.Fact;
import io.jinlin.contract.event.Input;
import io.jinlin.contract.event.Occasion;
import io.jinlin.contract.event.Outcome;
import io.jinlin.contract.event.Way;
import io.jinlin.hub.accounts.Role;
import io.jinlin.hub.store.Rows;
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

/** The cook at the counter and staff at the settings, in a real browser on a real hub. */
@Tag("slow")
class CounterPageTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  private static final String RUNS_OFF =
      "[...document.querySelectorAll('main *')].filter((e) => e.getBoundingClientRect().right >"
          + " innerWidth + 1 && !e.closest('dialog')).map((e) => e.outerHTML.slice(0, 120))";
  private static final String PASSWORD = "steam over the big pot";

  @TempDir private Path folder;
  private Browser browser;
  private TestHub hub;
  private Page page;

  @BeforeEach
  void start() throws Exception {
    browser = new Browser();
    hub = TestHub.start(folder.resolve("hub"));
    hub.apiParts().accounts().add("cook", PASSWORD, Set.of(Role.CANTEEN), false);
    page = browser.page(1180, 820);
  }

  @AfterEach
  void stop() throws Exception {
    browser.close();
    hub.close();
  }

  private void login(String account, String password) {
    page.navigate(address("/"));
    Browser.signIn(page, account, password);
    page.waitForSelector("jin-shell");
  }

  private String address(String path) {
    return "http://127.0.0.1:" + hub.port() + path;
  }

  private void meal(CardRef ref, Outcome outcome, Optional<CardRef> collector) throws Exception {
    hub.sent(
        "kiosk-canteen-1",
        new Fact.Scan(
            "canteen",
            ref,
            outcome,
            Optional.of(new Occasion(Occasion.Kind.MEAL, "lunch", TODAY)),
            Optional.of(collector.isPresent() ? Way.BY_PROXY : Way.DINE_IN),
            0,
            Input.CAMERA,
            collector));
  }

  @Test
  void theCookSeesWhatIsServedAndLeftAndSaysThatItIsSoldOut() throws Exception {
    List<CardRef> elders = hub.cards("elder");
    login("cook", PASSWORD);
    assertThat(page.locator(".counter-meal h2")).hasText("午餐");
    assertThat(page.locator(".rail-links a")).hasCount(2);
    for (int i = 0; i < 6; i++) {
      meal(elders.get(i), Outcome.ACCEPTED, Optional.empty());
    }
    meal(elders.get(6), Outcome.ACCEPTED, Optional.of(elders.get(0)));
    meal(elders.get(2), Outcome.ALREADY, Optional.empty());
    page.locator(".counter-kitchen input").fill("12");
    page.locator(".counter-kitchen .primary").click();
    assertThat(page.locator("[data-test=cooked]")).hasText("12");
    assertThat(page.locator("[data-test=served]")).hasText("7");
    assertThat(page.locator("[data-test=left]")).hasText("5");
    assertThat(page.locator(".counter-last li")).hasCount(5);
    assertThat(page.locator(".counter-last")).containsText("代领");
    assertThat(page.locator(".counter-troubles")).containsText("重复刷卡");
    assertThat(page.locator(".forecast li")).hasCount(3);
    assertThat(page.locator(".forecast li[data-meal=lunch]")).containsText("订餐 0");
    assertThat(page.locator(".forecast li[data-meal=lunch]")).containsText("还没有足够的记录");
    assertThat(page.locator(".forecast .figure")).hasCount(0);
    pictures("counter");
    Browser.wholePicture(page, "counter-whole");
    page.locator("[data-test=sold-out]").click();
    assertThat(page.locator(".counter-meal header .state.bad")).hasText("已售完");
    Browser.picture(page, "counter-sold-out");
    page.locator("[data-test=sold-out]").click();
    assertThat(page.locator(".counter-meal header .state.bad")).hasCount(0);
    assertThat(browser.complaints()).allMatch(line -> line.contains("401"));
  }

  private void pictures(String name) {
    for (String language : List.of("zh", "en")) {
      page.setViewportSize(1180, 820);
      Browser.picture(page, name + "-1180-" + language);
      page.setViewportSize(1280, 800);
      Browser.picture(page, name + "-1280-" + language);
      page.setViewportSize(820, 1180);
      Browser.picture(page, name + "-820-" + language);
      page.setViewportSize(390, 844);
      assertThat(page.evaluate(RUNS_OFF)).as(name + " on a phone").isEqualTo(List.of());
      Browser.picture(page, name + "-390-" + language);
      page.setViewportSize(1180, 820);
      page.locator("[data-test=language]:visible").first().click();
    }
  }

  @Test
  void aForgottenCardIsFoundByPinyinAndServedOnceByKeyAndTouch() throws Exception {
    List<String> person =
        hub.apiParts()
            .database()
            .read(
                db ->
                    Rows.all(
                        db,
                        "SELECT name FROM person WHERE name LIKE '陈%' AND phone IS NOT NULL"
                            + " AND died IS NULL ORDER BY id LIMIT 1",
                        row -> row.getString(1)));
    login("cook", PASSWORD);
    page.waitForSelector(".counter-no-card");
    page.keyboard().press("1");
    assertThat(page.locator("dialog[open] h2")).containsText("忘带卡");
    assertThat(page.locator("dialog .primary")).isDisabled();
    page.keyboard().type("chen");
    assertThat(page.locator(".found button").first()).isVisible();
    Browser.picture(page, "counter-find");
    page.locator("dialog input[type=search]").fill(person.get(0));
    Locator found = page.locator(".found button").first();
    assertThat(found).containsText(person.get(0));
    found.click();
    page.locator("dialog .primary").click();
    assertThat(page.locator("dialog[open]")).hasCount(0);
    assertThat(page.locator("[data-test=served]")).hasText("1");
    assertThat(page.locator(".counter-last li")).containsText("陈*");

    page.keyboard().press("1");
    page.locator("dialog input[type=search]").fill(person.get(0));
    assertThat(found).containsText(person.get(0));
    found.click();
    page.locator("dialog .primary").click();
    assertThat(page.locator(".toast").last()).containsText("已经领过这一餐");
    page.keyboard().press("Escape");

    page.keyboard().press("2");
    page.locator("dialog input[name=portions]").fill("3");
    page.locator("dialog .primary").click();
    assertThat(page.locator("[data-test=served]")).hasText("4");
    page.locator(".counter-last .undo summary").first().click();
    page.locator(".counter-last .why button").first().click();
    assertThat(page.locator("[data-test=served]")).hasText("1");
  }

  @Test
  void staffEditTheMenuTheWeekAndCloseAServiceInOneAct() throws Exception {
    page.setViewportSize(1280, 800);
    login("demo", hub.demoPassword());
    page.navigate(address("/#/meals"));
    Locator lunch = page.locator(".menu[data-meal=lunch]");
    lunch.getByText("加一道菜").click();
    lunch.locator("li").last().locator("input").first().fill("五香卷");
    lunch.locator("li").last().locator(".marks label").first().click();
    page.locator(".day-form > .primary").click();
    assertThat(page.locator(".toast").last()).containsText("已保存");
    await()
        .until(
            () ->
                hub.apiParts().live().view().board().meals().stream()
                    .flatMap(meal -> meal.menu().stream())
                    .anyMatch(dish -> dish.zh().equals("五香卷")));

    Locator dinner = page.locator(".week-form .periods li").nth(2);
    dinner.locator("input[type=time]").first().fill("12:30");
    page.locator(".week-form > .primary").click();
    assertThat(page.locator(".toast").last()).containsText("时段重叠");
    dinner.locator("input[type=time]").first().fill("17:30");
    page.locator(".week-form > .primary").click();
    assertThat(page.locator(".toast").last()).containsText("每周餐段已保存");

    page.locator(".closure-form select").selectOption("clinic");
    page.locator(".closure-form input[name=reason]").fill("消毒");
    page.locator(".closure-form .danger").click();
    assertThat(page.locator(".closures li")).containsText("消毒");
    pictures("meals");
    page.navigate(address("/#/meals"));
    page.locator(".closures .button").click();
    assertThat(page.locator(".closures li")).hasCount(0);
    assertThat(browser.complaints()).allMatch(line -> line.contains("401") || line.contains("400"));
  }
}
