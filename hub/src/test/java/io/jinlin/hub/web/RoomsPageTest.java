package io.jinlin.hub.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import io.jinlin.contract.event.Fact;
import io.jinlin.contract.event.Fact.Passage.Direction;
import io.jinlin.hub.testing.StaffClient;
import io.jinlin.hub.testing.TestHub;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rooms in a real browser, on a real hub. */
@Tag("slow")
class RoomsPageTest {
  private static final long DAY_MS = 86_400_000;
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

  private void passed(String place, Direction direction, int people, long at) throws Exception {
    hub.sent("door-" + place, new Fact.Passage(place, "front", direction, people), at);
  }

  @Test
  void aFullRoomIsSeenToAndTheWeeksBeforeShowWhenItIsBusy() throws Exception {
    StaffClient staff = new StaffClient(hub.port());
    staff.login("demo", hub.demoPassword());
    Assertions.assertThat(
            staff
                .post(
                    "/api/rooms/rules",
                    "{\"within\":{\"reading\":\"hall\",\"fitness\":\"hall\"},\"doors\":{}}")
                .status())
        .isEqualTo(200);
    Assertions.assertThat(
            staff
                .post(
                    "/api/rooms/rules", "{\"within\":{\"reading\":\"hall\",\"hall\":\"reading\"}}")
                .code())
        .isEqualTo("room-rules");
    for (int week = 1; week <= 3; week++) {
      passed("reading", Direction.IN, 9, TestHub.NOON - week * 7 * DAY_MS);
      passed("reading", Direction.OUT, 9, TestHub.NOON - week * 7 * DAY_MS + 100 * MINUTE_MS);
    }
    passed("reading", Direction.IN, 24, TestHub.NOON - 20 * MINUTE_MS);
    page.navigate("http://127.0.0.1:" + hub.port() + "/");
    Browser.signIn(page, "demo", hub.demoPassword());
    page.click(".rail a:has-text('场地')");
    assertThat(page.locator("[data-alert=reading]")).containsText("阅览室满了");
    assertThat(page.locator("[data-room=hall] [data-room=reading]")).containsText("24");
    page.selectOption("jin-heat select", "reading");
    assertThat(page.locator(".heat tbody tr").nth(1)).containsText("9");
    Browser.wholePicture(page, "rooms");
    page.click("[data-alert=reading] button");
    assertThat(page.locator("[data-alert=reading]")).containsText("demo 在处理");
    Assertions.assertThat(
            staff.post("/api/rooms/alert", "{\"place\":\"hall\",\"level\":\"full\"}").code())
        .isEqualTo("room-calm");
    connect();
    page.click("[data-test=language]");
    page.setViewportSize(390, 844);
    assertThat(page.locator("[data-alert=reading]")).containsText("demo sees to it");
    Browser.wholePicture(page, "rooms-phone-en");
  }

  /** A zone is taken out of its hall, and a door between two places is named. */
  private void connect() {
    page.click("#rules > summary");
    assertThat(page.locator("select[data-place=fitness]")).hasValue("hall");
    page.selectOption("select[data-place=fitness]", "");
    page.click("text=加一扇门");
    page.fill(".room-door input", "side");
    page.selectOption(".room-door select", "reading");
    Browser.wholePicture(page, "room-rules");
    page.click("#rules button.primary");
    assertThat(page.locator("[data-room=hall] [data-room=fitness]")).hasCount(0);
    page.reload();
    page.click("#rules > summary");
    assertThat(page.locator("select[data-place=fitness]")).hasValue("");
    assertThat(page.locator("select[data-place=reading]")).hasValue("hall");
    assertThat(page.locator(".room-door input")).hasValue("side");
    assertThat(page.locator(".room-door select")).hasValue("reading");
  }
}
