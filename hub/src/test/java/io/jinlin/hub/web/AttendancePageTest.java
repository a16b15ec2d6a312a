package io.jinlin.hub.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import io.jinlin.contract.card.CardRef;
import io.jinlin.contract.event.Fact;
import io.jinlin.contract.event.Input;
import io.jinlin.contract.event.Occasion;
import io.jinlin.contract.event.Outcome;
import io.jinlin.hub.testing.TestHub;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The teacher's sheet in a real browser, on a real hub. */
@Tag("slow")
class AttendancePageTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  private static final Occasion SCHOOL =
      new Occasion(Occasion.Kind.SESSION, "school-430-2026-11-24", TODAY);
  private static final long MINUTE_MS = 60_000;

  @TempDir private Path folder;
  private Browser browser;
  private TestHub hub;
  private Page page;

  @BeforeEach
  void start() throws Exception {
    browser = new Browser();
    hub = TestHub.start(folder.resolve("hub"));
    page = browser.page(1440, 1000);
  }

  @AfterEach
  void stop() throws Exception {
    browser.close();
    hub.close();
  }

  private void came(CardRef child) throws Exception {
    hub.sent(
        "kiosk-school",
        new Fact.Scan(
            "school",
            child,
            Outcome.ACCEPTED,
            Optional.of(SCHOOL),
            Optional.empty(),
            0,
            Input.CAMERA));
  }

  @Test
  void theTeacherSeesWhoIsMissingMarksThemAndHandsChildrenOver() throws Exception {
    List<CardRef> pupils = hub.cards("pupil");
    hub.pass((288 + 20) * MINUTE_MS);
    for (int i = 0; i < 5; i++) {
      came(pupils.get(i));
    }
    page.navigate("http://127.0.0.1:" + hub.port() + "/");
    Browser.signIn(page, "demo", hub.demoPassword());
    assertThat(page.locator(".problems")).containsText("个孩子要人管");
    page.click(".rail a:has-text('签到表')");
    assertThat(page.locator("[data-alarm=missing]")).containsText("应到未到");
    assertThat(page.locator(".roll-call tr.present")).not().hasCount(0);
    int present = page.locator(".roll-call tr.present").count();
    Browser.wholePicture(page, "attendance-school");
    String person = page.locator(".roll-call tr.expected").first().getAttribute("data-person");
    page.locator("tr[data-person='" + person + "'] [data-mark=present]").click();
    assertThat(page.locator("tr[data-person='" + person + "']")).containsText("demo");
    assertThat(page.locator(".roll-call tr.present")).hasCount(present + 1);
    page.locator(".roll-call tr.expected [data-mark=contacted]").first().click();
    assertThat(page.locator(".roll-call tr.contacted")).hasCount(1);
    came(pupils.get(6));
    assertThat(page.locator(".roll-call tr.present")).hasCount(present + 2);
    page.locator("tr[data-person='" + person + "'] input[name=who]").fill("外婆");
    page.locator("tr[data-person='" + person + "'] [data-mark=collected]").click();
    assertThat(page.locator("tr[data-person='" + person + "']")).containsText("已接走");
    CardRef adult = hub.cards("collector").get(0);
    hub.sent(
        "kiosk-school",
        new Fact.Collection("school", adult, SCHOOL, pupils.subList(0, 1), Input.CAMERA));
    assertThat(page.locator(".handover-child")).hasCount(1);
    page.locator(".handover-child button").first().click();
    assertThat(page.locator(".roll-call tr.collected")).hasCount(2);
    Browser.wholePicture(page, "attendance-collected");
    Browser.print(page, "attendance-print");
    page.click("[data-test=language]");
    page.setViewportSize(390, 844);
    assertThat(page.locator("[data-alarm=missing]")).containsText("Expected and not arrived");
    Browser.wholePicture(page, "attendance-phone-en");
    Assertions.assertThat(browser.complaints()).allMatch(line -> line.contains("401"));
  }
}
