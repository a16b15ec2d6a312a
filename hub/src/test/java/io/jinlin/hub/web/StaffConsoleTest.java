package io.jinlin.hub.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class StaffConsoleTest {
  private static final List<String> VIEWS =
      List.of(
          "overview",
          "canteen",
          "counter",
          "meals",
          "clinic",
          "classes",
          "rooms",
          "residents",
          "events",
          "devices",
          "review",
          "password");

  private static Browser browser;
  private FixtureHub hub;
  private Page page;

  @BeforeAll
  static void start() {
    browser = new Browser();
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void open() throws IOException {
    hub = new FixtureHub();
    page = browser.page(1440, 900);
    browser.complaints().clear();
  }

  @AfterEach
  void close() {
    page.context().close();
    hub.close();
  }

  @Test
  void aLoginLeadsToTheOverviewAndAWrongOneSaysSo() {
    page.navigate(hub.url("/"));
    login("wrong");
    assertThat(page.locator(".form-problem")).containsText("账号或密码不对");
    Browser.picture(page, "login");
    login(FixtureHub.PASSWORD);
    assertThat(page.locator(".bar h1")).hasText("总览");
    assertThat(page.locator(".meal.open .meal-total")).containsText("118");
    assertThat(page.locator(".seats > i.taken")).hasCount(64);
    Browser.picture(page, "overview");
    // The browser itself logs the refused login and the first question who is there.
    assertThat(browser.complaints()).allMatch(line -> line.contains("401"));
  }

  @Test
  void newsShowsWithoutAReload() throws IOException {
    enter("/");
    ((ObjectNode) hub.snapshot().at("/meals/1")).put("total", 119);
    hub.publish();
    assertThat(page.locator(".meal.open .meal-total")).containsText("119");
  }

  @Test
  void aFigureOpensToItsEventsAndTheAddressKeepsTheFilters() {
    enter("/");
    page.locator(".meal.open .figure-link").click();
    assertThat(page).hasURL(Pattern.compile("#/events\\?occasion=m-2026-11-24-lunch.*accepted"));
    assertThat(page.locator("tr[data-event]").first()).containsText("王*");
    page.locator("select[name=outcome]").selectOption("already");
    assertThat(page.locator("tr[data-event]").first()).containsText("重复");
    page.reload();
    assertThat(page.locator("tr[data-event]").first()).containsText("重复");
    Browser.picture(page, "events");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void thousandsOfEventsAreWalkedByKeyboardWithFewRowsInThePage() {
    enter("/#/events?sort=at");
    assertThat(page.locator(".table-foot")).containsText("共 3000 条");
    page.locator("tr[data-index='0']").focus();
    page.keyboard().press("End");
    assertThat(page.locator("tr[data-index='2999']")).isFocused();
    assertThat(page.locator("tr[data-event]").count()).isLessThan(80);
    page.keyboard().press("Enter");
    assertThat(page.locator("dialog[open] code")).hasText("kiosk-canteen-1/7f3a9c/3000");
    page.keyboard().press("Escape");
    assertThat(page.locator("dialog[open]")).hasCount(0);
  }

  @Test
  void takingAnEventBackAsksOnceForTheReason() {
    enter("/#/events");
    page.locator("tr[data-event]").first().click();
    page.locator(".undo summary").click();
    assertThat(page.locator(".undo p")).containsText("不再计数");
    Browser.picture(page, "void");
    page.locator(".undo input").fill("拿错卡");
    page.locator(".undo button").click();
    assertThat(page.locator(".toast")).containsText("已撤销");
    assertThat(hub.posted())
        .containsExactly(
            "/api/void {\"event\":\"kiosk-canteen-1/7f3a9c/3000\",\"reason\":\"拿错卡\"} token-1");
    assertThat(page.locator("tr.voided")).hasCount(1);
  }

  @Test
  void theExportHasEveryEventThatPassesTheFilters() throws IOException {
    enter("/#/events?outcome=already");
    assertThat(page.locator("tr[data-event]").first()).isVisible();
    Download file =
        page.waitForDownload(() -> page.locator(".table-foot .button:last-child").click());
    assertThat(Files.readAllLines(file.path())).hasSize(FixtureEvents.NEWEST_ALREADY + 1);
  }

  @Test
  void aCallForHelpShowsOnEveryPageUntilSomebodyAnswers() throws IOException {
    enter("/#/rooms");
    ObjectNode call = hub.snapshot().withArray("help").addObject();
    call.put("device", "kiosk-hall").put("call", "c-1").put("sinceMs", 42_000);
    call.putObject("place").put("zh", "大厅").put("en", "Hall");
    hub.publish();
    assertThat(page.locator(".call")).containsText("大厅有人要帮忙");
    assertThat(page).hasTitle(Pattern.compile("\\(1\\) 有人求助"));
    Browser.picture(page, "help");
    page.locator(".call .button").click();
    await().until(() -> hub.posted().size() == 1);
    assertThat(hub.posted().get(0))
        .isEqualTo("/api/help/answer {\"device\":\"kiosk-hall\",\"call\":\"c-1\"} token-1");
    hub.snapshot().withArray("help").removeAll();
    hub.publish();
    assertThat(page.locator(".call")).hasCount(0);
  }

  @Test
  void aLostConnectionShowsAtOnceAndHealsByItself() throws IOException {
    enter("/");
    hub.down();
    assertThat(page.locator(".lost[role=alert]")).containsText("正在重连");
    Browser.picture(page, "lost");
    hub.up();
    assertThat(page.locator(".lost[role=alert]")).hasCount(0);
    assertThat(page.locator(".live")).hasText("实时");
  }

  @Test
  void aCountByHandAndTheNextNumberAreSent() {
    enter("/#/rooms");
    Locator hall = page.locator("[data-place=hall]");
    hall.locator("input").fill("41");
    hall.locator("button.primary").click();
    assertThat(page.locator(".toast")).containsText("大厅 41 人");
    page.navigate(hub.url("/#/overview"));
    page.locator(".queue button").first().click();
    assertThat(page.locator(".toast").last()).containsText("已叫 118 号");
    assertThat(hub.posted())
        .containsExactly(
            "/api/hand-count {\"place\":\"hall\",\"people\":41} token-1",
            "/api/clinic/call {\"queue\":\"chinese-medicine\"} token-1");
  }

  @Test
  void englishIsOneTapAwayAndStays() {
    enter("/");
    page.locator(".rail [data-test=language]").click();
    assertThat(page.locator(".bar h1")).hasText("Overview");
    page.reload();
    assertThat(page.locator(".bar h1")).hasText("Overview");
    assertThat(page.locator("html")).hasAttribute("lang", "en");
    Browser.picture(page, "english");
    for (String view : VIEWS) {
      enter("/#/" + view);
      Browser.picture(page, "english-" + view);
    }
    // A text without words is a complaint.
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void darkFollowsTheSystemOrTheButton() {
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    enter("/");
    assertThat(page.locator("html")).hasCSS("background-color", "rgb(18, 23, 27)");
    Browser.picture(page, "dark");
    page.locator(".rail [data-test=theme]").click();
    assertThat(page.locator("html")).hasCSS("background-color", "rgb(245, 239, 227)");
  }

  @Test
  void aPhoneHasABarBelowAndNothingRunsOffItsSide() {
    page.setViewportSize(390, 844);
    for (String view : VIEWS) {
      enter("/#/" + view);
      assertThat(page.locator(".bottom")).isVisible();
      assertThat(page.evaluate("document.documentElement.scrollWidth")).as(view).isEqualTo(390);
      Browser.picture(page, "phone-" + view);
    }
    page.locator(".bottom button").click();
    assertThat(page.locator(".sheet")).isVisible();
    Browser.picture(page, "phone-more");
    assertThat(browser.complaints()).isEmpty();
  }

  private void enter(String path) {
    if (page.url().startsWith("http")) {
      page.navigate(hub.url(path));
      return;
    }
    page.navigate(hub.url(path));
    login(FixtureHub.PASSWORD);
    assertThat(page.locator("jin-shell main > :not(.whole)").first()).isVisible();
    browser.complaints().clear();
  }

  private void login(String password) {
    page.locator("input[name=account]").fill("director");
    page.locator("input[name=password]").fill(password);
    page.locator("form button.primary").click();
  }
}
