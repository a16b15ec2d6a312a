package io.jinlin.hub.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.jinlin.contract.card.CardRef;
import io.jinlin.contract.event.Fact;
import io.jinlin.contract.event.Input;
import io.jinlin.contract.event.Occasion;
import io.jinlin.contract.event.Outcome;
import io.jinlin.contract.event.Way;
import io.jinlin.hub.store.Rows;
import io.jinlin.hub.testing.TestHub;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The staff console in a real browser, on a real hub. */
@Tag("slow")
class RealHubTest {

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
  }

  @AfterEach
  void stop() throws Exception {
    browser.close();
    hub.close();
  }

  private void login() throws Exception {
    page.navigate("http://127.0.0.1:" + hub.port() + "/");
    Browser.signIn(page, "demo", hub.demoPassword());
    assertThat(page.locator(".bar h1")).hasText("总览");
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

  private void ticket(CardRef ref, int number) throws Exception {
    hub.sent(
        "kiosk-clinic",
        new Fact.Scan(
            "clinic",
            ref,
            Outcome.ACCEPTED,
            Optional.of(new Occasion(Occasion.Kind.CLINIC, "basic-care", TODAY)),
            Optional.empty(),
            number,
            Input.CAMERA));
  }

  @Test
  void aMealShowsOnTheOverviewWithoutAReloadAndOpensToItsEvents() throws Exception {
    List<CardRef> elders = hub.cards("elder");
    login();
    for (int i = 0; i < 12; i++) {
      meal(elders.get(i));
    }
    hub.sent("kiosk-clinic", new Fact.HelpCall("clinic", "call-1", false));
    ticket(elders.get(20), 101);
    assertThat(page.locator(".meal.open .meal-total")).containsText("12");
    Browser.picture(page, "real-overview");
    page.locator(".meal.open .figure-link").click();
    assertThat(page.locator("tr[data-event]")).hasCount(12);
    Browser.picture(page, "real-events");
    assertThat(browser.complaints()).allMatch(line -> line.contains("401"));
  }

  @Test
  void aCallForHelpRingsOnEveryPageAndStopsOnceSomebodySaysThatTheyAreGoing() throws Exception {
    login();
    hub.sent("kiosk-clinic", new Fact.HelpCall("clinic", "call-7", false));
    assertThat(page.locator(".call")).containsText("卫生服务站有人要帮忙");
    page.navigate("http://127.0.0.1:" + hub.port() + "/#/rooms");
    assertThat(page.locator(".call")).containsText("卫生站取号机");
    assertThat(page).hasTitle(Pattern.compile("\\(1\\) 有人求助"));
    page.locator(".call .button").click();
    assertThat(page.locator(".toast")).containsText("工作人员马上来");
    assertThat(page.locator(".call")).hasCount(0);
    page.navigate("http://127.0.0.1:" + hub.port() + "/#/events?type=help-answer");
    assertThat(page.locator("tr[data-event]")).hasCount(1);
  }

  @Test
  void theTeacherHandsEachChildOverAndTheScanAloneReleasesNobody() throws Exception {
    CardRef adult = hub.cards("collector").get(0);
    List<CardRef> children = hub.cards("pupil").subList(0, 2);
    Occasion school = new Occasion(Occasion.Kind.SESSION, "school-430-" + TODAY, TODAY);
    long person = hub.apiParts().cards().personOf(adult).orElseThrow();
    for (CardRef child : children) {
      long ward = hub.apiParts().cards().personOf(child).orElseThrow();
      String guardian = "INSERT OR IGNORE INTO guardian VALUES (?, ?, 'aunt', 1)";
      hub.ledger().write(db -> Rows.change(db, guardian, ward, person)).get();
    }
    login();
    hub.sent("kiosk-school", new Fact.Collection("school", adult, school, children, Input.CAMERA));
    assertThat(page.locator(".problems")).containsText("1 位家长来接孩子");
    page.navigate("http://127.0.0.1:" + hub.port() + "/#/classes");
    assertThat(page.locator(".handover-child")).hasCount(2);
    Browser.picture(page, "real-hand-over");
    page.locator(".handover-child button").first().click();
    assertThat(page.locator(".toast")).containsText("已交给");
    assertThat(page.locator(".handover-child")).hasCount(1);
    page.locator(".handover-child button").first().click();
    assertThat(page.locator(".handovers")).hasCount(0);
    page.navigate("http://127.0.0.1:" + hub.port() + "/#/events?type=hand-over");
    assertThat(page.locator("tr[data-event]")).hasCount(2);
  }

  @Test
  void aLostKioskIsCutOffFromThePageAndLeavesTheList() throws Exception {
    login();
    page.navigate("http://127.0.0.1:" + hub.port() + "/#/devices");
    assertThat(page.locator(".device")).hasCount(11);
    Locator hall = page.locator(".device", new Page.LocatorOptions().setHasText("大厅签到机"));
    hall.locator("summary").click();
    assertThat(hall.locator("form p")).containsText("密码作废");
    Browser.picture(page, "real-lost");
    hall.locator("form button").click();
    assertThat(page.locator(".device")).hasCount(10);
    assertThat(hub.devices().denied("kiosk-hall")).isTrue();
    Browser.picture(page, "real-devices");
  }

  @Test
  void theFirstPasswordIsReplacedBeforeAnythingElseIsShown() throws Exception {
    page.navigate("http://127.0.0.1:" + hub.port() + "/");
    Browser.signIn(page, "director", hub.firstPassword());
    assertThat(page.locator("jin-password")).containsText("第一次登录");
    page.fill("input[name=old]", hub.firstPassword());
    page.fill("input[name=next]", "a brand new password");
    page.fill("input[name=again]", "a brand new password");
    page.click("button.primary");
    assertThat(page.locator(".bar h1")).hasText("总览");
    assertThat(page.locator(".live")).hasText("实时");
  }

  @Test
  void theOverviewFitsADeskATabletAndAPhoneInBothSchemes() throws Exception {
    login();
    for (int i = 0; i < 5; i++) {
      meal(hub.cards("elder").get(i));
    }
    hub.devices().heard("kiosk-hall");
    hub.devices().holdAgainst("kiosk-hall", "rejected-events");
    assertThat(page.locator(".overview > .devices .device")).hasCount(1);
    for (int[] size : new int[][] {{1440, 900}, {820, 1180}, {390, 844}}) {
      page.setViewportSize(size[0], size[1]);
      for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        int width = (int) page.evaluate("document.documentElement.scrollWidth");
        assertThat(width).as(size[0] + " " + scheme).isEqualTo(size[0]);
        String name = "real-" + size[0] + "-" + scheme.name().toLowerCase(Locale.ROOT);
        Browser.wholePicture(page, name);
      }
    }
    assertThat(page.locator(".mark > span").last()).hasText("近邻社区活动中心");
  }

  @Test
  void aCallForHelpIsAnsweredAndTheWallShowsTheNumberThatIsCalled() throws Exception {
    login();
    hub.sent("kiosk-clinic", new Fact.HelpCall("clinic", "call-1", false));
    ticket(hub.cards("elder").get(0), 101);
    page.navigate("http://127.0.0.1:" + hub.port() + "/#/clinic");
    page.locator(".clinic-tabs").getByText("基本医疗").click();
    page.locator(".clinic-next").click();
    Page wall = browser.page(1920, 1080);
    wall.navigate("http://127.0.0.1:" + hub.port() + "/board");
    assertThat(wall.locator("body")).containsText("101");
    Browser.picture(wall, "real-board");
  }
}
