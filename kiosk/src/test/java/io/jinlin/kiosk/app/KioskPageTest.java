package io.jinlin.kiosk.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import io.jinlin.contract.page.Service;
import io.jinlin.kiosk.screen.Chrome;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** People at a kiosk: a real Chromium, a real edge agent on real files, and no hub at all. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KioskPageTest {
  private static final int PASTED_CHARS = 1_000_000;

  @TempDir Path folder;
  private Chrome chrome;
  private RunningKiosk kiosk;
  private Page page;

  @BeforeAll
  void browser() {
    assumeTrue(Chrome.installed(), "no Chromium here");
    chrome = new Chrome();
  }

  @AfterEach
  void stop() {
    if (page != null) {
      page.close();
      kiosk.close();
    }
  }

  @AfterAll
  void end() {
    if (chrome != null) {
      chrome.close();
    }
  }

  private void stand(Service service, String... settings) throws IOException {
    kiosk = RunningKiosk.start(folder.resolve("" + System.nanoTime()), service, settings);
    page = chrome.page(1_280, 800);
    page.navigate(kiosk.address());
    page.waitForSelector(".idle");
  }

  /** As a USB scanner does it: every character a key, then Enter. */
  private void scan(String text) {
    page.keyboard().type(text);
    page.keyboard().press("Enter");
  }

  private String answer(String state) {
    try {
      page.waitForSelector(".answer[data-state='" + state + "']");
    } catch (TimeoutError never) {
      throw new AssertionError(
          "no answer '" + state + "'; the page says: " + page.innerText("main"), never);
    }
    return page.innerText(".answer");
  }

  @Test
  void aCardIsAnsweredWithTheNameAndWhatWasRecorded() throws IOException {
    stand(Service.CANTEEN);
    scan(Fixture.WANG.text());
    assertThat(answer("ok")).contains("王*", "午餐已登记", "请取餐");
    assertThat(page.content()).doesNotContain(Fixture.WANG.text());
    Chrome.shot(page, "run-ok");
    page.waitForSelector(".idle");
  }

  @Test
  void aSecondScanOfTheSameMealSaysWhenTheFirstWas() throws IOException {
    stand(Service.CANTEEN);
    scan(Fixture.WANG.text());
    answer("ok");
    page.waitForSelector(".idle");
    kiosk.clock().pass(5 * 60_000);
    scan(Fixture.WANG.text());
    assertThat(answer("already")).contains("今天的午餐", "已领取", "请找工作人员");
    Chrome.shot(page, "run-already");
  }

  @Test
  void theNextPersonNeedNotWait() throws IOException {
    stand(Service.CANTEEN);
    scan(Fixture.WANG.text());
    answer("ok");
    scan(Fixture.LIN.text());
    page.waitForSelector(".answer:has-text(\'林*\')");
  }

  @Test
  void capsLockDoesNotMatterToAScanner() throws IOException {
    stand(Service.CANTEEN);
    scan(Fixture.WANG.text().toLowerCase(java.util.Locale.ROOT));
    assertThat(answer("ok")).contains("王*");
  }

  @Test
  void aScannerOnTheWrongLayoutWithTabAsItsEndIsUnderstoodByThePlacesOfItsKeys()
      throws IOException {
    stand(Service.CANTEEN);
    // A French computer makes other characters of the keys; their places stay.
    typeAs(Fixture.WANG.text(), true, "Tab");
    assertThat(answer("ok")).contains("王*");
    typeAs(Fixture.LIN.text(), false, "Enter");
    page.waitForSelector(".answer:has-text('林*')");
  }

  @Test
  void aScannerThatSendsNoEndAndOneThatSendsTwiceAreEachOneScan() throws IOException {
    stand(Service.CANTEEN);
    page.keyboard().type("PRE-" + Fixture.WANG.text());
    assertThat(answer("ok")).contains("王*");
    scan(Fixture.LIN.text());
    scan(Fixture.LIN.text());
    page.waitForSelector(".answer[data-state='ok']:has-text('林*')");
    assertThat(kiosk.agent().status().unsent()).isEqualTo(2);
  }

  /** Keys as a browser reports them that takes the board for French, or does not know it. */
  private void typeAs(String text, boolean french, String end) {
    for (char c : text.toCharArray()) {
      String key = "Process";
      if (french) {
        int at = "1234567890AQWZM".indexOf(c);
        key = at < 0 ? "" + c : "" + "&é\"'(-è_çàQAZW?".charAt(at);
      }
      key(key, (Character.isDigit(c) ? "Digit" : "Key") + c);
    }
    key(end, end);
  }

  private void key(String key, String code) {
    page.evaluate(
        "([key, code]) => window.dispatchEvent(new KeyboardEvent('keydown', {key, code}))",
        java.util.List.of(key, code));
  }

  @Test
  void wrongCodesGetTheirOwnCalmWordsAndTheNextCardWorks() throws IOException {
    stand(Service.CANTEEN);
    scan("134567890123456789");
    assertThat(answer("unreadable")).contains("这是付款码", "这里不收钱");
    scan("https://example.org/menu");
    page.waitForSelector(".answer:has-text(\'网页\')");
    String code = Fixture.WANG.text();
    scan(code.substring(0, 20) + (code.charAt(20) == '7' ? '8' : '7') + code.substring(21));
    page.waitForSelector(".answer:has-text(\'没看清\')");
    scan(code);
    assertThat(answer("ok")).contains("王*");
  }

  @Test
  void aMegabyteOfTextIsAnsweredCalmly() throws IOException {
    stand(Service.CANTEEN);
    page.evaluate(
        "n => { const data = new DataTransfer(); data.setData('text', 'x'.repeat(n));"
            + " window.dispatchEvent(new ClipboardEvent('paste', {clipboardData: data})); }",
        PASTED_CHARS);
    assertThat(answer("unreadable")).contains("这不是社区卡");
    page.evaluate(
        "n => { for (let i = 0; i < n; i++) window.dispatchEvent(new KeyboardEvent('keydown',"
            + " {key: 'y'})); window.dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter'})); }",
        PASTED_CHARS / 10);
    scan(Fixture.LIN.text());
    assertThat(answer("ok")).contains("林*");
  }

  @Test
  void aDeadCardIsOnlySentToStaff() throws IOException {
    stand(Service.CANTEEN);
    scan(Fixture.REVOKED.text());
    assertThat(answer("see-staff")).contains("请找工作人员").doesNotContain("*");
  }

  @Test
  void whoAskedForEnglishIsAnsweredInEnglish() throws IOException {
    stand(Service.CANTEEN);
    scan(Fixture.CHEN.text());
    assertThat(answer("ok")).contains("Lunch recorded");
    page.waitForSelector(".idle");
    assertThat(page.innerText(".idle")).contains("请把卡");
  }

  @Test
  void englishIsOneTapAwayAndBack() throws IOException {
    stand(Service.CANTEEN);
    page.click(".language");
    assertThat(page.innerText(".idle")).contains("Lunch");
    scan(Fixture.WANG.text());
    assertThat(answer("ok")).contains("Lunch recorded");
    page.click(".language");
    page.waitForSelector(".help:has-text(\'没带卡\')");
  }

  @Test
  void withoutAHubHelpSaysWhereToGoAndPromisesNobody() throws IOException {
    stand(Service.CANTEEN, "help.where=请到一楼服务台");
    page.click(".help");
    assertThat(answer("help-calling")).contains("正在呼叫工作人员").doesNotContain("马上来");
    assertThat(answer("help-nobody")).contains("请到一楼服务台");
    Chrome.shot(page, "run-help");
    scan(Fixture.WANG.text());
    assertThat(answer("ok")).contains("王*");
    page.waitForSelector(".answer[data-state='help-nobody']");
    page.click(".end");
    page.waitForSelector(".idle");
  }

  @Test
  void aClinicAsksWhichQueueAndGivesANumber() throws IOException {
    stand(Service.CLINIC);
    scan(Fixture.WANG.text());
    assertThat(answer("ask")).contains("请点一项", "中医", "取药");
    page.click(".choice[data-index='0']");
    assertThat(answer("ticket")).contains("中医", "101", "您的号");
    Chrome.shot(page, "run-ticket");
  }

  @Test
  void aQuestionThatIsNotAnsweredOffersAPerson() throws IOException {
    kiosk = RunningKiosk.start(folder.resolve("late"), Service.CLINIC);
    page = chrome.page(1_280, 800);
    page.clock().install();
    page.navigate(kiosk.address());
    page.waitForSelector(".idle");
    scan(Fixture.WANG.text());
    answer("ask");
    page.clock().runFor(16_000);
    assertThat(answer("ask-late")).contains("没关系", "导诊");
    page.clock().runFor(9_000);
    page.waitForSelector(".idle");
  }

  @Test
  void thePageComesBackByItselfWhenTheKioskDoes() throws IOException {
    stand(Service.CANTEEN);
    kiosk.close();
    page.waitForSelector(".answer:has-text(\'机器正在准备\')");
    kiosk = kiosk.again();
    page.waitForSelector(".idle");
    scan(Fixture.LIN.text());
    assertThat(answer("ok")).contains("林*");
  }

  @Test
  void dinnerIsTakenAlongWithLunchByOneTap() throws IOException {
    stand(Service.CANTEEN);
    scan(Fixture.WANG.text());
    assertThat(answer("ok")).contains("午餐已登记", "晚餐也带走");
    page.click(".also");
    page.waitForSelector(".answer:has-text('晚餐已登记')");
    page.waitForSelector(".idle");
    kiosk.clock().pass(5 * 60_000);
    scan(Fixture.WANG.text());
    assertThat(answer("already")).contains("今天的午餐");
  }

  @Test
  void aNeighbourCollectsAndWhenDoneTheNextCardIsAnOrdinaryOne() throws IOException {
    stand(Service.CANTEEN);
    page.click(".proxy");
    assertThat(answer("proxy")).contains("请先刷自己的卡");
    Chrome.shot(page, "run-proxy-own");
    scan(Fixture.WANG.text());
    page.waitForSelector(".answer:has-text('请刷要代领的卡')");
    scan(Fixture.LIN.text());
    assertThat(answer("collected")).contains("林*", "午餐已登记");
    page.waitForSelector(".answer:has-text('已代领 1 份')");
    page.click(".end");
    page.waitForSelector(".idle");
    scan(Fixture.WANG.text());
    assertThat(answer("ok")).contains("王*", "午餐已登记");
  }

  @Test
  void aSampleCardGoesThroughTheRealReader() throws IOException {
    stand(Service.CANTEEN, "demo=true", "demo.cards=" + RunningKiosk.sampleCards(folder));
    page.click(".demo");
    Chrome.shot(page, "run-samples");
    page.click(".samples button >> nth=0");
    assertThat(answer("ok")).contains("王*");
  }
}
