package io.jinlin.hub.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class WallBoardTest {
  @Test
  void theBoardShowsLevelsAndCallsNumbersAndComesBackByItself() throws IOException {
    try (Browser browser = new Browser();
        FixtureHub hub = new FixtureHub()) {
      called(hub.snapshot(), 117, 116);
      ((ObjectNode) hub.snapshot().get("seats")).put("level", "nearly-full");
      Page page = browser.page(1920, 1080);
      page.navigate(hub.url("/board"));
      assertThat(page.locator(".rooms li")).hasCount(8);
      assertThat(page.locator(".rooms .level.bad")).containsText("已满");
      called(hub.snapshot(), 118, 117, 116);
      hub.publish();
      assertThat(page.locator(".called li.new").first()).hasText("118");
      Browser.picture(page, "board");

      assertThat(page.locator(".canteen small")).containsText("咸饭(软食)");
      ((ObjectNode) hub.snapshot().at("/meals/1")).put("soldOut", true);
      ObjectNode closed = hub.snapshot().putArray("closed").addObject().put("until", "");
      closed.putObject("name").put("zh", "卫生服务站").put("en", "Clinic");
      closed.putObject("reason").put("zh", "消毒").put("en", "Disinfection");
      hub.publish();
      assertThat(page.locator(".canteen small")).containsText("已售完");
      assertThat(page.locator(".closed-today")).containsText("卫生服务站");
      Browser.picture(page, "board-closed");

      hub.down();
      hub.up();
      called(hub.snapshot(), 119, 118);
      assertThat(page.locator(".called li.new").first()).hasText("119");
      page.setViewportSize(1080, 1920);
      Browser.picture(page, "board-upright");
      assertThat(browser.complaints()).allMatch(line -> line.contains("net::"));
    }
  }

  private static void called(ObjectNode snapshot, int... tickets) {
    ArrayNode list = ((ObjectNode) snapshot.get("clinic")).putArray("called");
    for (int ticket : tickets) {
      list.add(ticket);
    }
  }
}
