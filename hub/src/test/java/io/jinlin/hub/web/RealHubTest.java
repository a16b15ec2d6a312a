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
import java.util.List;
import java.util.Optional;
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
    page.fill("input[name=account]", "demo");
    page.fill("input[name=password]", hub.demoPassword());
    page.click("button.primary");
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
