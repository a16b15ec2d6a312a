package io.jinlin.hub.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import io.jinlin.hub.accounts.Role;
import io.jinlin.hub.testing.LivelyDay;
import io.jinlin.hub.testing.StaffClient;
import io.jinlin.hub.testing.TestHub;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every page of the staff console and both walls, as axe-core sees them on a real hub. The list of
 * pages is the shell's own, so that a new page is looked at without a change here.
 */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessibilityTest {
  /**
   * A desk in Chinese; a tablet and a phone in English, whose words are longer. The first of a
   * colour scheme is asked everything, the others what a size can change.
   */
  private static final Map<String, List<Screen>> SCREENS =
      Map.of(
          "zh",
          List.of(new Screen(1280, 800, ColorScheme.LIGHT)),
          "en",
          List.of(new Screen(820, 1180, ColorScheme.DARK), new Screen(390, 844, ColorScheme.DARK)));

  /** Narrower than this the pages have their buttons below. */
  private static final int PHONE = 500;

  private static final List<Screen> WALLS =
      List.of(
          new Screen(1920, 1080, ColorScheme.LIGHT),
          new Screen(1080, 1920, ColorScheme.DARK),
          new Screen(820, 1180, ColorScheme.LIGHT),
          new Screen(390, 844, ColorScheme.DARK));
  private static final String PASSPHRASE = "a passphrase of 20 letters";

  /** Within a page: one address for each set of filters, and every tab. */
  private static final String ADDRESSES_WITHIN =
      """
      (page) => {
        const found = new Map();
        for (const link of document.querySelectorAll(`main a[href^="#/${page}?"]`)) {
          const params = new URLSearchParams(link.hash.split('?')[1]);
          const shape = [...params].map(([key, value]) => (key === 'tab' ? `tab=${value}` : key)).join();
          if (!found.has(shape)) found.set(shape, link.hash);
        }
        return [...found.values()];
      }
      """;

  private static final String OPEN_ALL =
      "() => document.querySelectorAll('main details').forEach((one) => { one.open = true; })";

  private Browser browser;
  private TestHub hub;
  private final Map<String, String> passwords = new HashMap<>();

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    browser = new Browser();
    hub = TestHub.start(folder.resolve("hub"));
    LivelyDay.on(hub);
    passwords.put(
        "everyone", hub.apiParts().accounts().addGenerated("everyone", Set.of(Role.values())));
    programme();
  }

  /** Somebody in the programme, so that its pages are not empty. */
  private void programme() throws Exception {
    StaffClient officer = client("officer", Role.PRIVACY_OFFICER);
    post(officer, "create", "{'passphrase':'" + PASSPHRASE + "'}");
    post(officer, "key", "{'account':'doctor','passphrase':'" + PASSPHRASE + "'}");
    StaffClient doctor = client("doctor", Role.CLINICIAN);
    post(doctor, "open", "{'passphrase':'" + PASSPHRASE + "'}");
    post(doctor, "member", "{'name':'陈某某','contact':'女儿','note':'每 28 天一次'}");
    for (String due : List.of("2026-11-20", "2026-11-24", "2026-12-02")) {
      String plan =
          "{'member':1,'kind':'injection','what':'长效针','everyDays':28,'due':'" + due + "'}";
      post(doctor, "plan", plan);
    }
    post(doctor, "consent", "{'member':1,'what':'随访','signedBy':'本人','given':'2026-11-01'}");
  }

  private static void post(StaffClient client, String act, String json) throws Exception {
    StaffClient.Answer answer = client.post("/api/programme/" + act, json.replace('\'', '"'));
    assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
  }

  private StaffClient client(String account, Role role) throws Exception {
    StaffClient client = new StaffClient(hub.port());
    passwords.put(account, hub.apiParts().accounts().addGenerated(account, Set.of(role)));
    client.login(account, passwords.get(account));
    return client;
  }

  @AfterAll
  void stop() throws Exception {
    browser.close();
    hub.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void everyPageOfTheConsoleIsOpenToEverybody(String language) {
    Visit visit = new Visit(language, SCREENS.get(language));
    visit.open("/#/overview");
    visit.look("login", visit.page.locator("input[name=account]"));
    visit.login("everyone");
    List<?> names =
        (List<?>)
            visit.page.evaluate("() => import('/assets/shell.js').then((it) => it.pageNames)");
    assertThat(names.size()).isGreaterThan(9);
    for (Object name : names) {
      visit.open("/#/" + name);
      visit.look(name.toString(), visit.page.locator("main"));
      for (Object within : (List<?>) visit.page.evaluate(ADDRESSES_WITHIN, name)) {
        visit.open("/" + within);
        String title = name + "-" + within.toString().replaceAll(".*\\?|[^a-z0-9=-]", "");
        visit.look(title.substring(0, Math.min(40, title.length())), visit.page.locator("main"));
      }
    }
    visit.dialogs();
    assertThat(visit.faults).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void theProgrammesPagesAreToo(String language) {
    List<String> faults = new ArrayList<>();
    for (String account : List.of("doctor", "officer")) {
      Visit visit = new Visit(language, SCREENS.get(language));
      visit.open("/#/programme");
      visit.login(account);
      visit.page.fill("input[name=passphrase]", PASSPHRASE);
      visit.page.locator("button[value=open]").click();
      visit.look("programme-" + account, visit.page.locator(".programme-head"));
      if (account.equals("doctor")) {
        visit.page.locator(".programme-members button").first().click();
        visit.look("programme-member", visit.page.locator(".programme-person h2"));
      }
      faults.addAll(visit.faults);
    }
    assertThat(faults).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void bothWallsAreToo(String language) {
    Visit visit = new Visit(language, WALLS);
    visit.open("/board");
    visit.look("board", visit.page.locator("main").first());
    visit.open("/clinic-board");
    visit.look("clinic-board", visit.page.locator(".now li").first());
    assertThat(visit.faults).isEmpty();
  }

  /** A size in CSS pixels and a colour scheme. */
  private record Screen(int width, int height, ColorScheme scheme) {
    @Override
    public String toString() {
      return width + (scheme == ColorScheme.DARK ? "-dark" : "");
    }
  }

  /** One browser of one language, its screens, and what was wrong on them. */
  private final class Visit {
    private final Page page;
    private final String language;
    private final List<Screen> screens;
    private final List<String> faults = new ArrayList<>();

    Visit(String language, List<Screen> screens) {
      this.page = browser.page(screens.get(0).width(), screens.get(0).height());
      page.setDefaultTimeout(60_000);
      this.language = language;
      this.screens = screens;
      page.addInitScript("localStorage.setItem('jinlin.language', '" + language + "')");
    }

    void open(String path) {
      page.navigate("http://127.0.0.1:" + hub.port() + path);
    }

    void login(String account) {
      Browser.signIn(page, account, passwords.get(account));
      page.waitForSelector("jin-shell main h2, jin-shell main form, jin-shell main .panel");
    }

    /** The page as it stands, on every screen. */
    void look(String what, Locator shown) {
      look(what, shown, screens);
    }

    private void look(String what, Locator shown, List<Screen> screens) {
      Set<ColorScheme> schemes = EnumSet.noneOf(ColorScheme.class);
      for (Screen screen : screens) {
        on(screen);
        shown.waitFor();
        settled();
        page.evaluate(OPEN_ALL);
        Browser.wholePicture(page, "a11y-" + screen + "-" + language + "-" + what);
        boolean first = schemes.add(screen.scheme());
        (first ? Axe.faults(page, language) : Axe.faultsOfSize(page, language))
            .forEach(fault -> faults.add(what + " on " + screen + ": " + fault));
      }
    }

    private void on(Screen screen) {
      page.setViewportSize(screen.width(), screen.height());
      page.emulateMedia(
          new Page.EmulateMediaOptions()
              .setColorScheme(screen.scheme())
              .setReducedMotion(ReducedMotion.REDUCE));
    }

    /** Nothing is being fetched or said to be loading, and no colour is on its way to another. */
    private void settled() {
      page.waitForFunction(
          """
          () => !/正在读取|Reading…/.test(document.querySelector('main')?.innerText)
            && document.getAnimations().every((one) => one.effect.getComputedTiming().endTime === Infinity)
          """);
    }

    void dialogs() {
      open("/#/clinic");
      page.locator("[data-test=rules]").click();
      look("clinic-rules", page.locator("dialog[open]"));
      page.keyboard().press("Escape");
      page.locator("[data-test=queues]").click();
      look("clinic-queues", page.locator("dialog[open]"));
      page.keyboard().press("Escape");
      open("/#/audit?seed=K7Q2X9AB");
      look("audit-sample", page.locator("tr[data-drawn]").first());
      open("/#/events");
      page.locator("tr[data-event]").first().click();
      look("event", page.locator("dialog[open]"));
      page.keyboard().press("Escape");
      Screen last = screens.get(screens.size() - 1);
      if (last.width() < PHONE) {
        on(last);
        page.locator("nav.bottom button").click();
        look("more", page.locator("#more"), List.of(last));
      }
    }
  }
}
