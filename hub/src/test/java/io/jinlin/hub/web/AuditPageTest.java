package io.jinlin.hub.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import io.jinlin.contract.event.Fact;
import io.jinlin.contract.event.Occasion;
import io.jinlin.hub.accounts.Role;
import io.jinlin.hub.testing.LivelyDay;
import io.jinlin.hub.testing.TestHub;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The district's auditor in a real browser. */
@Tag("slow")
class AuditPageTest {
  @TempDir private Path folder;
  private Browser browser;
  private TestHub hub;

  @BeforeEach
  void start() throws Exception {
    browser = new Browser();
    hub = TestHub.start(folder.resolve("hub"));
    LivelyDay.on(hub);
  }

  @AfterEach
  void stop() throws Exception {
    browser.close();
    hub.close();
  }

  private Page enter(Role role) throws Exception {
    String account = "account-" + role.ordinal();
    String password = hub.apiParts().accounts().addGenerated(account, Set.of(role));
    Page page = browser.page(1280, 800);
    page.setDefaultTimeout(60_000);
    page.navigate("http://127.0.0.1:" + hub.port() + "/#/audit");
    Browser.signIn(page, account, password);
    return page;
  }

  @Test
  void aFlagOpensToItsEventsAndASampleIsTheSameAfterAReloadAndOnPaper() throws Exception {
    Page page = enter(Role.AUDITOR);
    Locator twice =
        page.locator(".audit-flags button", new Page.LocatorOptions().setHasText("同一餐登记两次"));
    assertThat(twice.locator(".figure")).hasText("2");
    twice.click();
    assertThat(page.locator(".audit-findings > li")).hasCount(2);
    Browser.wholePicture(page, "audit");
    page.locator(".audit-findings > li").first().locator("ul a").first().click();
    page.waitForSelector("dialog[open] .facts");
    page.goBack();
    page.locator("[data-test=draw]").click();
    page.waitForSelector("tr[data-drawn]");
    String seed = page.innerText("[data-test=seed]");
    assertThat(seed).hasSize(8);
    List<String> drawn = drawn(page);
    assertThat(drawn).hasSize(20).doesNotHaveDuplicates();
    page.reload();
    page.waitForSelector("tr[data-drawn]");
    assertThat(drawn(page)).isEqualTo(drawn);
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertThat(page.locator(".audit-box").first()).isVisible();
    assertThat(page.locator(".audit")).containsText("打印人:account-2");
    Browser.wholePicture(page, "audit-paper");
    assertThat(page.pdf().length).isGreaterThan(10_000);
  }

  @Test
  void moreServedThanCookedNamesTheMealAndOpensToTheKitchensNumberInBothLanguages()
      throws Exception {
    Occasion lunch = new Occasion(Occasion.Kind.MEAL, "lunch", LocalDate.of(2026, 11, 24));
    hub.ledger().append(new Fact.Stock("canteen", lunch, OptionalInt.of(25), false, "cook")).get();
    Page page = enter(Role.DIRECTOR);
    page.locator(".audit-flags button", new Page.LocatorOptions().setHasText("供的比做的多")).click();
    Locator found = page.locator(".audit-findings > li");
    assertThat(found).hasCount(1);
    assertThat(found).containsText("午餐");
    assertThat(found).containsText("供出/做好:31/25 份");
    Browser.wholePicture(page, "audit-cooked-zh");
    page.locator(".rail [data-test=language]").click();
    assertThat(found).containsText("served/cooked: 31/25 portions");
    assertThat(found).containsText("Lunch");
    Browser.wholePicture(page, "audit-cooked-en");
    found.locator("ul a").last().click();
    assertThat(page.locator("dialog[open] .facts")).containsText("Kitchen");
  }

  private static List<String> drawn(Page page) {
    return page.locator("tr[data-drawn]").all().stream()
        .map(row -> row.getAttribute("data-drawn"))
        .toList();
  }

  @Test
  void whoIsNeitherAuditorNorDirectorHasNoSuchPage() throws Exception {
    Page page = enter(Role.STAFF);
    assertThat(page.locator(".bar h1")).hasText("总览");
    assertThat(page.locator(".rail")).not().containsText("审计");
  }
}
