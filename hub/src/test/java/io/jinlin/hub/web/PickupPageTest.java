package io.jinlin.hub.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.jinlin.contract.card.CardRef;
import io.jinlin.contract.event.Fact;
import io.jinlin.contract.event.Input;
import io.jinlin.contract.event.Occasion;
import io.jinlin.contract.event.Outcome;
import io.jinlin.hub.store.Rows;
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

/**
 * A child's page of collection and what the teacher sees of it, in a real browser on a real hub.
 */
@Tag("slow")
class PickupPageTest {
  private static final Occasion SCHOOL =
      new Occasion(Occasion.Kind.SESSION, "school-430-2026-11-24", LocalDate.of(2026, 11, 24));
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

  private void scanned(CardRef card, Outcome outcome, Optional<Occasion> occasion)
      throws Exception {
    hub.sent(
        "kiosk-school",
        new Fact.Scan("school", card, outcome, occasion, Optional.empty(), 0, Input.CAMERA));
  }

  private CardRef codeMade() {
    String sql = "SELECT ref FROM pickup_code";
    return hub.apiParts()
        .database()
        .read(db -> Rows.all(db, sql, row -> CardRef.of(row.getBytes(1))))
        .get(0);
  }

  private void fill(Locator form, String field, String text) {
    form.locator("[name=" + field + "]").fill(text);
  }

  @Test
  void staffDecideWhoMayCollectAndTheTeacherReadsItAtTheDoor() throws Exception {
    CardRef child = hub.cards("pupil").get(0);
    long person = hub.apiParts().cards().personOf(child).orElseThrow();
    hub.pass((288 + 60) * MINUTE_MS);
    scanned(child, Outcome.ACCEPTED, Optional.of(SCHOOL));
    page.navigate("http://127.0.0.1:" + hub.port() + "/");
    Browser.signIn(page, "demo", hub.demoPassword());
    page.click(".rail a:has-text('签到表')");
    page.locator("tr[data-person='" + person + "'] a.child-page").click();
    banned();
    delegated(child);
    page.click("a.back");
    assertThat(page.locator("tr[data-person='" + person + "'] .ban")).containsText("张三");
    assertThat(page.locator(".handover-child .ban")).containsText("禁止接走");
    assertThat(page.locator(".handovers")).containsText("赵小红");
    assertThat(page.locator(".handovers")).containsText("代接");
    Browser.wholePicture(page, "pickup-hand-over");
    Browser.print(page, "pickup-sheet-print");
    page.locator(".handover-child button").click();
    assertThat(page.locator(".handovers")).hasCount(0);
    assertThat(page.locator("tr[data-person='" + person + "']")).containsText("已接走");
    hub.pass(MINUTE_MS);
    scanned(codeMade(), Outcome.SEE_STAFF, Optional.empty());
    assertThat(page.locator("[data-alarm=refused]")).containsText("赵小红");
    assertThat(page.locator("[data-alarm=refused]")).containsText("已用过");
    page.locator("[data-alarm=refused] button").click();
    assertThat(page.locator("[data-alarm=refused]")).hasCount(0);
    recorded(person);
    Assertions.assertThat(browser.complaints()).allMatch(line -> line.contains("401"));
  }

  private void banned() {
    page.locator("summary:has-text('登记禁止接走的人')").click();
    Locator ban = page.locator("form[data-form=ban]");
    fill(ban, "who", "张三");
    fill(ban, "reason", "法院裁定");
    ban.locator("button").click();
    assertThat(page.locator(".decided .ban")).containsText("张三");
  }

  private void delegated(CardRef child) throws Exception {
    page.locator("summary:has-text('做一个代接码')").click();
    Locator code = page.locator("form[data-form=code]");
    fill(code, "name", "赵小红");
    fill(code, "relation", "邻居");
    code.locator("button").click();
    assertThat(page.locator(".code-sheet .qr")).isVisible();
    assertThat(page.locator(".paper-text")).containsText("J1");
    Browser.wholePicture(page, "pickup-code");
    page.locator(".code-sheet header button").click();
    assertThat(page.locator("#codes-title ~ .decided")).containsText("赵小红");
    hub.sent(
        "kiosk-school",
        new Fact.Collection("school", codeMade(), SCHOOL, List.of(child), Input.CAMERA));
  }

  private void recorded(long person) {
    page.locator("tr[data-person='" + person + "'] a.child-page").click();
    page.locator("form[data-form=record] button").click();
    assertThat(page.locator(".pickup-record tbody tr")).hasCount(3);
    assertThat(page.locator(".pickup-record tr[data-what=handed-over]")).containsText("赵小红");
    assertThat(page.locator(".pickup-record tr[data-what=handed-over]")).containsText("demo");
    page.click("[data-test=language]");
    page.setViewportSize(390, 844);
    assertThat(page.locator(".pickup")).containsText("Who brought and collected");
    assertThat(page.locator("#codes-title ~ .decided")).containsText("used");
    Browser.wholePicture(page, "pickup-phone-en");
  }
}
