package io.jinlin.hub.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The clinic's wall in a real browser: what is said is caught before it is heard. */
@Tag("slow")
class ClinicBoardTest {
  private static final String EAR =
      """
      window.heard = [];
      speechSynthesis.speak = (said) => {
        heard.push(said.lang + ' ' + said.text);
        setTimeout(() => said.onend?.(), 1);
      };
      """;
  private static final long AT = 1_795_491_720_000L;

  private static ArrayNode calls(FixtureHub hub, long minute) {
    hub.snapshot().put("at", AT + minute * 60_000);
    return ((ObjectNode) hub.snapshot().get("clinic")).putArray("calls");
  }

  private static void add(ArrayNode calls, int ticket, int room, long minute, boolean now) {
    ObjectNode call = calls.addObject();
    call.put("ticket", ticket).put("at", AT + minute * 60_000).put("now", now);
    call.putObject("room").put("zh", "诊室" + room).put("en", "Room " + room);
  }

  @Test
  void aCallIsShownWithItsRoomAndSaidDigitByDigitInBothLanguages() throws IOException {
    try (Browser browser = new Browser();
        FixtureHub hub = new FixtureHub()) {
      add(calls(hub, 0), 101, 1, 0, true);
      Page page = browser.page(1920, 1080);
      page.addInitScript(EAR);
      page.navigate(hub.url("/clinic-board"));
      assertThat(page.locator(".now li")).hasCount(1);
      assertThat(page.locator(".now b")).hasText("101");
      assertThat(page.locator(".now")).containsText("诊室1");

      ArrayNode next = calls(hub, 2);
      add(next, 103, 3, 2, true);
      add(next, 101, 1, 0, false);
      hub.publish();
      assertThat(page.locator(".now li.new b")).hasText("103");
      assertThat(page.locator(".before li b").first()).hasText("101");
      page.waitForFunction("() => heard.length === 2");
      assertThat(page.evaluate("heard").toString())
          .isEqualTo("[zh-CN 请 1 0 3 号,到诊室3, en-GB Number 1 0 3, please go to Room 3]");
      Browser.picture(page, "clinic-board");

      ArrayNode again = calls(hub, 4);
      add(again, 103, 3, 4, true);
      hub.publish();
      page.waitForFunction("() => heard.length === 4");
      assertThat(browser.complaints()).allMatch(line -> line.contains("404"));
    }
  }

  @Test
  void itComesBackByItselfAndDoesNotShoutWhatWasCalledMeanwhile() throws IOException {
    try (Browser browser = new Browser();
        FixtureHub hub = new FixtureHub()) {
      add(calls(hub, 0), 101, 1, 0, true);
      Page page = browser.page(1920, 1080);
      page.addInitScript(EAR);
      page.navigate(hub.url("/clinic-board"));
      assertThat(page.locator(".now b")).hasText("101");
      hub.down();
      ArrayNode calls = calls(hub, 11);
      for (int i = 0; i < 4; i++) {
        add(calls, 109 - i, 1 + i, 9 - i, true);
      }
      add(calls, 104, 1, 1, false);
      hub.up();
      assertThat(page.locator(".now li")).hasCount(4);
      assertThat(page.evaluate("heard").toString()).isEqualTo("[]");
      page.setViewportSize(1080, 1920);
      Browser.picture(page, "clinic-board-upright");
      page.setViewportSize(1280, 720);
      Browser.picture(page, "clinic-board-small");
      assertThat(browser.complaints()).allMatch(line -> line.contains("net::"));
    }
  }
}
