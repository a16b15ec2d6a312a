package io.jinlin.hub.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.jinlin.hub.accounts.Role;
import io.jinlin.hub.testing.TestHub;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The programme's page in a real browser: officer, clinician, and everybody else. */
@Tag("slow")
class ProgrammePageTest {
  private static final String OFFICER = "officer passphrase 1";
  private static final String DOCTOR = "doctor passphrase 22";

  @TempDir private Path folder;
  private Browser browser;
  private TestHub hub;

  @BeforeEach
  void start() throws Exception {
    browser = new Browser();
    // A passphrase takes a second of work on purpose, and more on a busy machine.
    PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
    hub = TestHub.start(folder.resolve("hub"));
  }

  @AfterEach
  void stop() throws Exception {
    PlaywrightAssertions.setDefaultAssertionTimeout(5_000);
    browser.close();
    hub.close();
  }

  private Page enter(String account, Role role, int width, int height) throws Exception {
    String password = hub.apiParts().accounts().addGenerated(account, Set.of(role));
    Page page = browser.page(width, height);
    page.onDialog(dialog -> dialog.accept());
    page.navigate("http://127.0.0.1:" + hub.port() + "/#/programme");
    Browser.signIn(page, account, password);
    return page;
  }

  @Test
  void theOfficerBeginsAClinicianWritesAndOthersSeeNoSuchPage() throws Exception {
    Page officer = enter("officer", Role.PRIVACY_OFFICER, 1280, 800);
    officer.fill("input[name=passphrase]", OFFICER);
    officer.locator("summary").click();
    officer.locator("button[value=create]").click();
    officer.fill("input[name=account]", "doctor");
    officer.fill("input[name=passphrase]", DOCTOR);
    officer.locator(".programme-form button").first().click();
    assertThat(officer.locator(".programme-members li")).hasCount(2);

    Page doctor = enter("doctor", Role.CLINICIAN, 1280, 800);
    doctor.fill("input[name=passphrase]", "wrong passphrase");
    doctor.locator("button[value=open]").click();
    assertThat(doctor.locator(".form-problem")).containsText("口令不对");
    doctor.fill("input[name=passphrase]", DOCTOR);
    doctor.locator("button[value=open]").click();
    doctor.locator("[data-test=add]").click();
    doctor.fill("input[name=name]", "陈某某");
    doctor.fill("input[name=contact]", "女儿 138****1234");
    doctor.fill("textarea[name=note]", "每 28 天注射一次");
    doctor.locator(".programme-person > form button").first().click();
    assertThat(doctor.locator(".programme-person h2")).hasText("陈某某");
    plan(doctor, "injection", "长效针", "2026-11-24");
    plan(doctor, "follow-up", "电话随访", "2026-11-20");
    assertThat(doctor.locator(".programme-tasks").first()).containsText("逾期");
    assertThat(doctor.locator(".programme-tasks").first()).containsText("今天到期");
    Browser.picture(doctor, "programme");
    doctor.locator(".programme-tasks").first().locator("li.overdue .button.small").click();
    assertThat(doctor.locator(".programme-tasks").first().locator("li.overdue")).hasCount(0);
    doctor.setViewportSize(390, 844);
    Browser.picture(doctor, "programme-phone");
    doctor.locator("[data-test=lock]").click();
    assertThat(doctor.locator("button[value=open]")).isVisible();
    assertThat(doctor.locator("body")).not().containsText("陈某某");

    officer.reload();
    assertThat(officer.locator(".programme-log")).containsText("doctor");
    assertThat(officer.locator("body")).not().containsText("长效针");
    Browser.picture(officer, "programme-officer");

    Page nurse = enter("nurse-9", Role.NURSE, 1280, 800);
    assertThat(nurse.locator(".bar h1")).hasText("总览");
    assertThat(nurse.locator(".rail")).not().containsText("专项");
    assertThat(browser.complaints()).allMatch(line -> line.matches(".*(401|403).*"));
  }

  private static void plan(Page page, String kind, String what, String due) {
    page.locator("select[name=kind]").selectOption(kind);
    page.locator(".programme-form input[name=what]").first().fill(what);
    page.locator(".programme-form input[name=due]").fill(due);
    page.locator(".programme-form button", new Page.LocatorOptions().setHasText("加上")).click();
    assertThat(page.locator(".programme-tasks").first()).containsText(what);
  }
}
