package io.jinlin.hub.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.jinlin.hub.accounts.Role;
import io.jinlin.hub.testing.TestHub;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A list of residents comes in, is looked at, changed and taken back, in a real browser. */
@Tag("slow")
class ImportPageTest {
  private static final Charset GBK = Charset.forName("GBK");
  private static final String GOOD =
      "序号,姓名,性别,生日,备用电话,住址\n1,测试甲,女,农历1950年三月初二,13800000001,1期3栋2梯1203\n"
          + "2,测试乙,男,1948.3.2,13800000002,1期3栋2梯1204\n";
  private static final String BAD = GOOD + "3,测试丙,男,1950.2.30,,1期3栋\n";

  @TempDir private Path folder;
  private Browser browser;
  private TestHub hub;
  private Page page;

  @BeforeEach
  void start() throws Exception {
    browser = new Browser();
    hub = TestHub.start(folder.resolve("hub"));
    page = browser.page(1440, 1000);
    page.navigate("http://127.0.0.1:" + hub.port() + "/#/import");
    Browser.signIn(page, "demo", hub.demoPassword());
    assertThat(page.locator(".bar h1")).hasText("导入与导出");
  }

  @AfterEach
  void stop() throws Exception {
    browser.close();
    hub.close();
  }

  private void choose(String name, byte[] content) {
    page.setInputFiles("input[type=file]", new FilePayload(name, "text/csv", content));
  }

  @Test
  void aListIsLookedAtImportedAndTakenBackAsAWhole() {
    choose("社区名单.csv", BAD.getBytes(GBK));
    assertThat(page.locator(".import-remarks tbody tr")).hasCount(2);
    assertThat(page.locator(".import-remarks tbody tr").first()).containsText("不存在");
    assertThat(page.locator(".import-decide button")).isDisabled();
    Browser.wholePicture(page, "import-errors");

    choose("社区名单.csv", GOOD.getBytes(GBK));
    assertThat(page.locator(".all-well")).isVisible();
    page.locator(".import-columns tbody tr").nth(4).locator("select").selectOption("phone");
    assertThat(page.locator(".import-decide button")).hasText("导入 2 人");
    Browser.wholePicture(page, "import-preview");
    page.locator(".import-decide button").click();
    assertThat(page.locator(".imports li")).hasCount(1);
    assertThat(page.locator(".imports li")).containsText("新增 2 人");
    page.navigate("http://127.0.0.1:" + hub.port() + "/#/residents");
    page.fill("input[type=search]", "测试甲");
    assertThat(page.locator(".people li")).containsText("138****0001");

    page.navigate("http://127.0.0.1:" + hub.port() + "/#/import");
    page.locator(".imports summary").click();
    page.locator(".imports form button").click();
    assertThat(page.locator(".imports li"))
        .containsText(
            "撤销", new com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions());
    assertThat(page.locator(".imports li details")).hasCount(0);
    page.setViewportSize(390, 844);
    Browser.wholePicture(page, "import-phone");
    page.navigate("http://127.0.0.1:" + hub.port() + "/#/residents");
    page.fill("input[type=search]", "测试甲");
    assertThat(page.locator(".people li")).hasCount(0);
    assertThat(browser.complaints()).allMatch(line -> line.contains("401"));
  }

  @Test
  void aFileThatIsNoListIsRefusedInWordsAndTheListGoesOut() throws Exception {
    choose("表.xls", "<html><table>".getBytes(StandardCharsets.UTF_8));
    assertThat(page.locator(".import-problem")).containsText("网页");
    page.locator("[data-test=language]").first().click();
    assertThat(page.locator(".import-problem")).containsText("web page");
    Browser.picture(page, "import-refused-english");
    Download file = page.waitForDownload(() -> page.locator(".import-out a").nth(1).click());
    assertThat(java.nio.file.Files.readString(file.path())).startsWith("\uFEFF编号,姓名,性别");
  }

  @Test
  void theDirectorSeesWhoLookedAtWhoseData() throws Exception {
    String password = hub.apiParts().accounts().addGenerated("head", Set.of(Role.DIRECTOR));
    page.navigate("http://127.0.0.1:" + hub.port() + "/#/residents");
    page.fill("input[type=search]", "陈金");
    page.locator(".people a").first().click();
    String name = page.locator("#person-name").textContent();
    page.locator("[data-test=logout]").first().click();
    Browser.signIn(page, "head", password);
    page.locator(".rail a[href='#/access-log']").click();
    Locator looked =
        page.locator(".access tbody tr", new Page.LocatorOptions().setHasText("demo打开资料"));
    assertThat(looked).containsText(name);
    Browser.picture(page, "access-log");
    looked.locator("a", new Locator.LocatorOptions().setHasText(name)).first().click();
    assertThat(page.locator(".access .chip")).containsText(name);
    assertThat(looked).hasCount(1);
    Download file = page.waitForDownload(() -> page.locator(".access .filters > .button").click());
    assertThat(java.nio.file.Files.readString(file.path())).contains(name);
  }
}
