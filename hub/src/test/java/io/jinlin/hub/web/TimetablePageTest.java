package io.jinlin.hub.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.jinlin.hub.testing.TestHub;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The timetable in a real browser, on a real hub. */
@Tag("slow")
class TimetablePageTest {
  @TempDir private Path folder;
  private Browser browser;
  private TestHub hub;
  private Page page;

  @BeforeEach
  void start() throws Exception {
    browser = new Browser();
    hub = TestHub.start(folder.resolve("hub"));
    page = browser.page(1440, 1000);
    page.navigate("http://127.0.0.1:" + hub.port() + "/");
    Browser.signIn(page, "demo", hub.demoPassword());
    assertThat(page.locator(".bar h1")).hasText("总览");
    page.click(".rail a:has-text('课程表')");
    assertThat(page.locator("[data-session=film-2026-11-25]")).containsText("周三电影");
  }

  @AfterEach
  void stop() throws Exception {
    browser.close();
    hub.close();
  }

  @Test
  void aSessionIsMovedCancelledAndPutBackAndTheWeekShowsIt() {
    Browser.wholePicture(page, "timetable-week");
    page.click("[data-session=film-2026-11-25]");
    assertThat(page.locator("dialog h2")).containsText("周三电影");
    page.fill("dialog input[name=day]", "2026-11-26");
    page.fill("dialog input[name=starts]", "16:00");
    page.fill("dialog input[name=ends]", "15:00");
    page.click("dialog button.primary");
    assertThat(page.locator(".toast").first()).containsText("结束时间不晚于开始时间");
    page.fill("dialog input[name=ends]", "17:30");
    page.fill("dialog form:not(.cancel) input[name=note]", "放映机维修");
    Browser.picture(page, "timetable-session");
    page.click("dialog button.primary");
    assertThat(page.locator("dialog")).hasCount(0);
    assertThat(page.locator("[data-session=film-2026-11-25]")).containsText("16:00–17:30");
    assertThat(page.locator("[data-session=film-2026-11-25]")).containsText("放映机维修");
    page.click("[data-session=calligraphy-2026-11-27]");
    page.fill("dialog form.cancel input", "老师请假");
    page.click("dialog button.danger");
    assertThat(page.locator("[data-session=calligraphy-2026-11-27]")).containsText("取消");
    page.click("[data-session=calligraphy-2026-11-27]");
    page.click("dialog button:has-text('恢复原样')");
    assertThat(page.locator("[data-session=calligraphy-2026-11-27] .state")).hasCount(0);
    Assertions.assertThat(browser.complaints()).allMatch(line -> line.contains("40"));
  }

  @Test
  void aNewActivityIsEnteredWithItsDaysAndShowsInTheWeekAndOnThePhone() {
    page.click("a:has-text('新活动')");
    page.fill("input[name=title]", "剪纸班");
    page.fill("input[name=titleEnglish]", "Paper cutting");
    page.selectOption("select[name=place]", "reading");
    page.fill("input[name=teacher]", "李老师");
    page.click("button:has-text('保存活动')");
    page.check("input[name=friday]");
    page.fill("input[name=friday-starts]", "09:30");
    page.fill("input[name=friday-ends]", "10:45");
    Browser.wholePicture(page, "timetable-series");
    page.click("button:has-text('保存活动')");
    assertThat(page.locator(".toast").first()).containsText("书法课");
    page.click(".tabs a:has-text('本周')");
    assertThat(page.locator(".lesson:has-text('剪纸班')")).containsText("同一场地时间冲突");
    page.click("[data-test=language]");
    page.setViewportSize(390, 844);
    assertThat(page.locator(".lesson:has-text('Paper cutting')")).containsText("Another in this");
    Browser.wholePicture(page, "timetable-phone-en");
  }

  @Test
  void aFileIsLookedAtFirstAndABrokenOneChangesNothing() throws Exception {
    page.click(".tabs a:has-text('导入导出')");
    String calendar =
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:a\r\nDTSTAMP:20261101T000000Z\r\n"
            + "SUMMARY:茶艺\r\nLOCATION:阅览室\r\nDTSTART:20261127T190000\r\nDTEND:20261127T%s0000\r\n"
            + "END:VEVENT\r\nEND:VCALENDAR\r\n";
    page.setInputFiles("input[type=file]", file(String.format(calendar, "18")));
    assertThat(page.locator(".report.bad")).containsText("第 1 条「茶艺」");
    Browser.picture(page, "timetable-import-bad");
    page.selectOption(".timetable-import select >> nth=0", "reading");
    page.setInputFiles(
        "input[type=file]", file(String.format(calendar, "20").replace("LOCATION:阅览室\r\n", "")));
    assertThat(page.locator(".report")).containsText("导入这 1 个");
    page.click("[data-test=take]");
    assertThat(page.locator(".report.ok")).containsText("已导入");
    Browser.picture(page, "timetable-import");
    page.click(".tabs a:has-text('本周')");
    assertThat(page.locator(".lesson:has-text('茶艺')")).containsText("19:00–20:00");
    page.click(".tabs a:has-text('节假日与学期')");
    page.click("button:has-text('加节假日')");
    page.locator("input[name^=holidays-name-]").last().fill("停电");
    page.locator("input[name^=holidays-nameEnglish-]").last().fill("Power cut");
    page.locator("input[name^=holidays-from-]").last().fill("2026-11-27");
    page.locator("input[name^=holidays-until-]").last().fill("2026-11-27");
    page.click("button.primary:has-text('保存')");
    assertThat(page.locator(".toast").first()).containsText("已保存");
    Browser.picture(page, "timetable-calendar");
    page.click(".tabs a:has-text('本周')");
    assertThat(page.locator(".week-day:has-text('停电')")).hasCount(1);
    assertThat(page.locator(".lesson:has-text('茶艺')")).hasCount(0);
    Browser.print(page, "timetable-print");
  }

  private static FilePayload file(String text) {
    return new FilePayload("a.ics", "text/calendar", text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void somebodyIsEnrolledAndTakenOffAgain() {
    page.navigate("http://127.0.0.1:" + hub.port() + "/#/timetable?tab=series&id=calligraphy");
    Locator rows = page.locator(".enrolment-list > li");
    assertThat(page.locator(".enrolments h3")).hasText("报名名单");
    assertThat(rows.first()).isVisible();
    int before = rows.count();
    page.fill(".enrolments input[type=search]", "林");
    page.locator(".enrolment-found button:not([disabled])").first().click();
    assertThat(page.locator(".toast").last()).containsText("签到机马上就知道");
    assertThat(rows).hasCount(before + 1);
    Browser.wholePicture(page, "enrolments");
    page.click("[data-test=language]");
    page.setViewportSize(390, 844);
    assertThat(page.locator(".enrolments h3")).hasText("Enrolment list");
    page.locator(".enrolment-list > li summary").last().click();
    page.locator(".enrolment-list > li button.danger").last().click();
    assertThat(page.locator(".toast").last()).containsText("is off the list");
    Browser.wholePicture(page, "enrolments-phone-en");
    assertThat(rows).hasCount(before);
  }
}
