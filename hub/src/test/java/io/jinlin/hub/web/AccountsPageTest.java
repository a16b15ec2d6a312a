package io.jinlin.hub.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.jinlin.hub.accounts.Role;
import io.jinlin.hub.testing.TestHub;
import java.nio.file.Path;
import java.util.Set;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Accounts of staff in a real browser, on a real hub. */
@Tag("slow")
class AccountsPageTest {

  @TempDir private Path folder;
  private Browser browser;
  private TestHub hub;

  @BeforeEach
  void start() throws Exception {
    browser = new Browser();
    hub = TestHub.start(folder.resolve("hub"));
  }

  @AfterEach
  void stop() throws Exception {
    browser.close();
    hub.close();
  }

  private Page signedIn(String account, String password) {
    Page page = browser.page(1280, 900);
    page.navigate("http://127.0.0.1:" + hub.port() + "/#/accounts");
    Browser.signIn(page, account, password);
    return page;
  }

  @Test
  void anAccountIsMadeHandedOverAndSuspended() throws Exception {
    String password = hub.apiParts().accounts().addGenerated("head", Set.of(Role.DIRECTOR));
    Page page = signedIn("head", password);
    page.fill("#add input[name=account]", "wang-li");
    page.check("#add input[value=delivery]");
    page.click("#add button");
    Locator once = page.locator(".account-once");
    assertThat(once).containsText("wang-li 的第一个密码");
    Browser.wholePicture(page, "accounts");
    String first = page.locator(".account-password").innerText();
    once.locator("button.primary").click();
    assertThat(once).hasCount(0);

    Page theirs = signedIn("wang-li", first);
    assertThat(theirs.locator("input[name=next]")).isVisible();

    Locator account = page.locator("[data-account=wang-li]");
    account.locator("summary").last().click();
    account.locator("button.danger").click();
    assertThat(account).containsText("已停用");
    theirs.reload();
    assertThat(theirs.locator("input[name=account]")).isVisible();

    page.click("[data-test=language]");
    page.setViewportSize(390, 844);
    account.locator("[data-test=restore]").click();
    assertThat(account).containsText("Last sign-in");
    assertThat(page.locator("[data-account=head] summary")).hasCount(2);
    Browser.wholePicture(page, "accounts-phone-en");
    Assertions.assertThat(browser.complaints()).allMatch(one -> one.contains("401"));
  }
}
