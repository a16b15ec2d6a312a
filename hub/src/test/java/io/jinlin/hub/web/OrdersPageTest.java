package io.jinlin.hub.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import io.jinlin.hub.testing.StaffClient;
import io.jinlin.hub.testing.TestHub;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Staff who take orders and volunteers at doors, in a real browser on a real hub at 11:42. */
@Tag("slow")
class OrdersPageTest {
  private static final String RUNS_OFF =
      "[...document.querySelectorAll('main *')].filter((e) => e.getBoundingClientRect().right >"
          + " innerWidth + 1 && !e.closest('.table-scroll, .paper'))"
          + ".map((e) => e.outerHTML.slice(0, 120))";

  @TempDir private Path folder;
  private Browser browser;
  private TestHub hub;
  private StaffClient staff;
  private Page page;

  @BeforeEach
  void start() throws Exception {
    browser = new Browser();
    hub = TestHub.start(folder.resolve("hub"));
    staff = new StaffClient(hub.port());
    staff.login("demo", hub.demoPassword());
    page = browser.page(390, 844);
  }

  @AfterEach
  void stop() throws Exception {
    browser.close();
    hub.close();
  }

  private String address(String path) {
    return "http://127.0.0.1:" + hub.port() + path;
  }

  private void login() throws Exception {
    page.navigate(address("/"));
    Browser.signIn(page, "demo", hub.demoPassword());
    page.waitForSelector("jin-shell");
  }

  /** Orders today's lunch for the first people of a block. */
  private List<Long> delivered(String block, int count) throws Exception {
    List<Long> people = new ArrayList<>();
    String asked = "{\"text\":\"" + block + "\"}";
    for (JsonNode row : staff.post("/api/people/search", asked).json().path("rows")) {
      if (people.size() < count && !row.path("closed").asBoolean()) {
        long person = row.path("person").asLong();
        people.add(person);
        String order =
            "{\"person\":%d,\"meal\":\"lunch\",\"way\":\"deliver\",\"diets\":[\"soft\"],"
                + "\"weekdays\":[1,2,3,4,5,6,7],\"from\":\"2026-11-24\",\"source\":\"call\","
                + "\"note\":\"放门口柜子\",\"late\":true}";
        assertThat(staff.post("/api/orders", order.formatted(person)).status()).isEqualTo(200);
      }
    }
    return people;
  }

  private Locator stop(long person) {
    return page.locator(".stop[data-person='" + person + "']");
  }

  private String outcome(long person) throws Exception {
    for (JsonNode stop : staff.get("/api/deliveries").json().path("stops")) {
      if (stop.path("person").asLong() == person) {
        return stop.path("outcome").asText();
      }
    }
    return "no such stop";
  }

  private int servings() throws Exception {
    return staff.get("/api/events?type=serving").json().path("rows").size();
  }

  private void picture(String name) {
    assertThat(page.evaluate(RUNS_OFF)).as(name + " at this width").isEqualTo(List.of());
    Browser.wholePicture(page, name);
  }

  @Test
  void aVolunteerGoesOnWithoutANetworkAndAfterTheHubIsBackEverythingCountsOnce() throws Exception {
    List<Long> people = delivered("1期1栋1梯", 3);
    people.addAll(delivered("1期2栋", 2));
    login();
    page.navigate(address("/#/deliveries"));
    assertThat(page.locator(".stop")).hasCount(5);
    assertThat(page.locator(".round")).hasCount(2);
    stop(people.get(0)).locator("button[value=seen]").click();
    await().until(() -> outcome(people.get(0)).equals("seen"));
    picture("deliveries-390-zh");

    page.context().setOffline(true);
    stop(people.get(1)).locator("button[value=not-seen]").click();
    stop(people.get(2)).locator("summary").click();
    stop(people.get(2)).locator("input[name=note]").fill("窗帘没拉开");
    stop(people.get(2)).locator("button[value=no-answer]").click();
    assertThat(page.locator(".kept")).containsText("2 条还没送到中心");
    assertThat(page.locator(".kept")).containsText("关掉页面也不会丢");
    assertThat(stop(people.get(1))).containsText("待送出");
    assertThat(stop(people.get(2))).containsText("窗帘没拉开");
    picture("deliveries-offline-390-zh");
    assertThat(outcome(people.get(1))).isEmpty();
    String kept = (String) page.evaluate("Object.values(localStorage).join()");
    assertThat(kept).contains("no-answer").doesNotContain("1期");

    Page next = page.context().newPage();
    page.close();
    page = next;
    page.context().setOffline(false);
    page.navigate(address("/#/deliveries"));
    await().until(() -> outcome(people.get(1)).equals("not-seen"));
    await().until(() -> outcome(people.get(2)).equals("no-answer"));
    assertThat(page.locator(".kept")).hasCount(0);
    assertThat(servings()).isEqualTo(2);
    assertThat(page.locator(".door-task")).containsText("打本人电话");
    assertThat(page.locator(".noticed")).containsText("窗帘没拉开");
    page.locator(".next-step button[value=no]").click();
    assertThat(page.locator(".door-task")).containsText("打家属电话");
    picture("deliveries-task-390-zh");
    page.locator(".next-step button[value=yes]").click();
    assertThat(page.locator(".door-task")).containsText("已联系上");

    hub.pass(60_000);
    stop(people.get(0)).getByText("改").click();
    stop(people.get(0)).locator("button[value=refused]").click();
    await().until(() -> outcome(people.get(0)).equals("refused"));
    page.setViewportSize(1280, 900);
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertThat(page.locator(".sheet-of-round").first()).isVisible();
    Browser.wholePicture(page, "deliveries-print-zh");
    assertThat(browser.complaints())
        .allMatch(line -> line.contains("401") || line.contains("ERR_INTERNET_DISCONNECTED"));
  }

  @Test
  void whatTheHubDoesNotTakeIsShownWithItsReasonUntilSomebodyReadIt() throws Exception {
    List<Long> people = delivered("1期1栋1梯", 1);
    login();
    page.navigate(address("/#/deliveries"));
    page.evaluate(
        "localStorage.setItem('jinlin.deliveries.demo', JSON.stringify([{key: 'k1', path: 'visit',"
            + " at: Date.now(), body: {occasion: 'meal:lunch:2026-11-24', person: 99999999,"
            + " outcome: 'seen', note: ''}}]))");
    page.reload();
    assertThat(page.locator(".kept.bad")).containsText("没有给这个人的送餐");
    assertThat(stop(people.get(0))).isVisible();
    page.locator(".kept.bad button").click();
    assertThat(page.locator(".kept")).hasCount(0);
  }

  @Test
  void staffTakeAStandingOrderAskTheKitchenWhenItIsLateAndPauseForHospital() throws Exception {
    page.setViewportSize(1280, 900);
    login();
    page.navigate(address("/#/orders?tab=person"));
    page.locator("[data-test=order-search]").fill("1期1栋1梯");
    page.locator(".found button:enabled").first().click();
    Locator form = page.locator(".order-form").first();
    form.getByText("软食").click();
    form.locator("input[name=note]").fill("牙不好");
    form.locator("input[name=from]").fill("2026-11-24");
    form.locator(".primary").click();
    assertThat(page.locator(".late")).containsText("厨房同意吗");
    picture("orders-late-1280-zh");
    page.locator(".late .primary").click();
    assertThat(page.locator(".order-list li")).containsText("午餐 · 送餐");
    assertThat(page.locator(".late")).hasCount(0);
    picture("orders-person-1280-zh");
    page.navigate(address("/#/orders"));
    Locator lunch = page.locator(".ordered[data-meal=lunch]");
    assertThat(lunch.locator("header")).containsText("软食 1");
    assertThat(lunch.locator("tbody tr")).hasCount(1);
    picture("orders-day-1280-zh");
    page.getByText("明天", new Page.GetByTextOptions().setExact(true)).click();
    lunch.locator("tbody button").click();
    assertThat(lunch.locator("tbody tr")).hasCount(0);

    page.navigate(address("/#/orders?tab=day&day=2026-11-26"));
    assertThat(lunch.locator("tbody tr")).hasCount(1);
    lunch.locator("tbody a").click();
    page.locator(".pause-form .chip").first().click();
    page.locator(".pause-form .button:not(.chip)").last().click();
    assertThat(page.locator(".orders-of header")).containsText("停餐中");
    page.setViewportSize(390, 844);
    picture("orders-person-390-zh");
    page.locator("[data-pause] button").click();
    assertThat(page.locator("[data-pause]")).containsText("到11月24日");
    page.navigate(address("/#/orders?tab=day&day=2026-11-26"));
    assertThat(lunch.locator("tbody tr")).hasCount(1);
    page.navigate(address("/#/orders?tab=cut-offs"));
    page.locator("input[name=time-lunch]").fill("10:30");
    page.locator(".order-form .primary").click();
    assertThat(page.locator(".toast").last()).isVisible();
    await()
        .until(
            () ->
                staff
                    .get("/api/orders/cut-offs")
                    .json()
                    .at("/lunch/time")
                    .asText()
                    .equals("10:30"));
    assertThat(browser.complaints()).allMatch(line -> line.contains("401") || line.contains("409"));
  }
}
