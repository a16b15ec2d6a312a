package io.jinlin.hub.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import io.jinlin.hub.accounts.Role;
import io.jinlin.hub.testing.StaffClient;
import io.jinlin.hub.testing.TestHub;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A volunteer with a phone, in a real browser behind a network that can be cut. */
@Tag("slow")
class DeliveriesPageTest {
  private static final String KEPT_FILES =
      "async () => { const all = []; for (const name of await caches.keys()) for (const one of await"
          + " (await caches.open(name)).keys()) all.push(new URL(one.url).pathname); return all; }";
  private static final String KEPT_TEXTS = "Object.values(localStorage).join()";

  @TempDir private Path folder;
  private Browser browser;
  private TestHub hub;
  private Wire wire;
  private StaffClient staff;
  private Page page;
  private List<Long> people;

  /** Three lunches to bring, and one who brings them. */
  @BeforeEach
  void start() throws Exception {
    browser = new Browser();
    hub = TestHub.start(folder.resolve("hub"));
    wire = new Wire(hub.port());
    staff = new StaffClient(hub.port());
    staff.login("demo", hub.demoPassword());
    people = delivered("1期1栋1梯", 3);
    page = browser.page(390, 844);
    String password = hub.apiParts().accounts().addGenerated("wang-1", Set.of(Role.DELIVERY));
    page.navigate(address("/"));
    Browser.signIn(page, "wang-1", password);
    page.waitForURL("**/deliveries/");
  }

  @AfterEach
  void stop() throws Exception {
    browser.close();
    wire.close();
    hub.close();
  }

  private String address(String path) {
    return "http://127.0.0.1:" + wire.port() + path;
  }

  private List<Long> delivered(String block, int count) throws Exception {
    List<Long> found = new ArrayList<>();
    String asked = "{\"text\":\"" + block + "\"}";
    for (JsonNode row : staff.post("/api/people/search", asked).json().path("rows")) {
      if (found.size() < count && !row.path("closed").asBoolean()) {
        long person = row.path("person").asLong();
        found.add(person);
        String order =
            "{\"person\":%d,\"meal\":\"lunch\",\"way\":\"deliver\",\"diets\":[\"soft\"],"
                + "\"weekdays\":[1,2,3,4,5,6,7],\"from\":\"2026-11-24\",\"source\":\"call\","
                + "\"late\":true}";
        assertThat(staff.post("/api/orders", order.formatted(person)).status()).isEqualTo(200);
      }
    }
    return found;
  }

  private Locator stop(long person) {
    return page.locator(".stop[data-person='" + person + "']");
  }

  private JsonNode known(long person) throws Exception {
    for (JsonNode stop : staff.get("/api/deliveries").json().path("stops")) {
      if (stop.path("person").asLong() == person) {
        return stop;
      }
    }
    throw new AssertionError("no such stop");
  }

  private String outcome(long person) throws Exception {
    return known(person).path("outcome").asText();
  }

  private void withoutNetwork() {
    wire.cut();
    page.context().setOffline(true);
  }

  private void withNetwork() {
    wire.mend();
    page.context().setOffline(false);
  }

  private void closeAndOpen() {
    Page next = page.context().newPage();
    page.close();
    page = next;
    page.navigate(address("/deliveries/"));
  }

  private void isKept() {
    assertThat(page.locator("[data-test=survives]")).hasAttribute("data-page", "kept");
  }

  @Test
  void thePageOpensAgainWithoutANetworkAndWhatWasEnteredThenCountsOnce() throws Exception {
    assertThat(page.locator(".stop")).hasCount(3);
    isKept();
    String name = known(people.get(0)).path("name").asText();
    assertThat(stop(people.get(0))).containsText(name.substring(0, 1) + "*");
    assertThat(page.locator("body")).not().containsText(name);
    assertThat(Axe.faults(page, "zh")).isEmpty();
    Browser.wholePicture(page, "deliveries-phone-390-zh");
    List<?> files = (List<?>) page.evaluate(KEPT_FILES);
    assertThat(files.contains("/assets/views/deliveries.js")).isTrue();
    assertThat(files).noneMatch(path -> String.valueOf(path).contains("/api/"));
    assertThat((String) page.evaluate(KEPT_TEXTS)).doesNotContain(name);

    withoutNetwork();
    stop(people.get(0)).locator("button[value=seen]").click();
    assertThat(stop(people.get(0))).containsText("待送出");
    closeAndOpen();
    assertThat(page.locator(".stop")).hasCount(3);
    assertThat(stop(people.get(0))).containsText("待送出");
    assertThat(stop(people.get(2))).containsText("软食");
    stop(people.get(1)).locator("button[value=not-seen]").click();
    assertThat(page.locator(".kept")).containsText("2 条还没送到中心");
    isKept();
    page.locator("[data-test=survives] summary").click();
    page.locator("[data-test=language]").click();
    assertThat(page.locator("[data-test=survives]")).containsText("today’s list (surname only");
    Browser.wholePicture(page, "deliveries-phone-reopened-390-en");
    assertThat(Axe.faults(page, "en")).isEmpty();
    assertThat(outcome(people.get(0))).isEmpty();

    withNetwork();
    await().until(() -> outcome(people.get(0)).equals("seen"));
    await().until(() -> outcome(people.get(1)).equals("not-seen"));
    assertThat(page.locator(".kept")).hasCount(0);
    assertThat(staff.get("/api/events?type=serving").json().path("rows")).hasSize(2);
    page.navigate(address("/#/events"));
    page.waitForURL("**/deliveries/");
  }

  @Test
  void signingOutTakesEverythingAwayAlsoWithoutANetworkAndAsksWhenSomethingWasNeverSent()
      throws Exception {
    assertThat(page.locator(".stop")).hasCount(3);
    isKept();
    withoutNetwork();
    stop(people.get(0)).locator("button[value=seen]").click();
    assertThat(page.locator(".kept")).containsText("1 条");
    page.onceDialog(Dialog::dismiss);
    page.click("[data-test=logout]");
    assertThat(page.locator(".kept")).containsText("1 条");
    page.onceDialog(Dialog::accept);
    page.click("[data-test=logout]");
    assertThat(page.locator("jin-login")).isVisible();
    assertThat((List<?>) page.evaluate("caches.keys()")).isEmpty();
    assertThat((String) page.evaluate(KEPT_TEXTS)).doesNotContain("lunch").doesNotContain("*");
    assertThatThrownBy(this::closeAndOpen).isInstanceOf(PlaywrightException.class);

    withNetwork();
    page.navigate(address("/deliveries/"));
    assertThat(page.locator("jin-login")).isVisible();
    page.navigate(address("/api/session"));
    assertThat(page.locator("body")).containsText("not-signed-in");
    assertThat(outcome(people.get(0))).isEmpty();
  }
}
