package io.jinlin.kiosk.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import io.jinlin.edge.decide.Verdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The kiosk page as axe-core sees it, in every state that it can be in. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessibilityTest {
  private static final List<String> PROBLEMS =
      List.of("printer-no-paper", "printer-absent", "outbox-set-aside", "camera-gone");

  private final AtomicReference<ScreenStatus> status =
      new AtomicReference<>(Answers.status(ScreenStatus.Help.NONE, true, List.of()));
  private ScreenServer server;
  private Chrome chrome;

  @BeforeAll
  void start() throws IOException {
    assumeTrue(Chrome.installed(), "no Chromium here");
    server = new ScreenServer(Answers.config(8), new NoActions(), status::get, System::nanoTime);
    server.start();
    chrome = new Chrome();
  }

  @AfterAll
  void stop() {
    if (chrome != null) {
      chrome.close();
      server.close();
    }
  }

  @ParameterizedTest
  @CsvSource({"1280,800,zh", "1280,800,en", "1080,1920,zh", "1080,1920,en", "820,1180,en"})
  void noStateOfTheKioskShutsAnybodyOut(int width, int height, String language) {
    List<String> faults = new ArrayList<>();
    Page page = chrome.page(width, height);
    page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
    page.navigate(server.address());
    page.waitForSelector("header time");
    if (language.equals("en")) {
      page.click(".language");
    }
    faults.addAll(looked(page, "idle", language));
    for (Map.Entry<String, Verdict> answer : Answers.all().entrySet()) {
      server.show(answer.getValue());
      String state = ScreenModel.of(answer.getValue()).orElseThrow().getString("state");
      page.waitForSelector(".answer[data-state='" + state + "']");
      faults.addAll(looked(page, answer.getKey(), language));
    }
    server.show(Answers.all().get("damaged"));
    page.waitForSelector(".answer");
    page.waitForSelector(".idle");
    for (ScreenStatus.Help help : List.of(ScreenStatus.Help.values())) {
      set(Answers.status(help, help != ScreenStatus.Help.NOBODY, List.of()));
      String word = help.name().toLowerCase(Locale.ROOT);
      page.waitForSelector(
          help == ScreenStatus.Help.NONE ? ".idle" : "[data-state='help-" + word + "']");
      faults.addAll(looked(page, "help-" + word, language));
    }
    for (String problem : PROBLEMS) {
      set(Answers.status(ScreenStatus.Help.NONE, false, List.of(problem)));
      page.waitForSelector(".trouble span");
      faults.addAll(looked(page, problem, language));
    }
    set(Answers.status(ScreenStatus.Help.NONE, true, List.of()));
    server.seen(
        new SeenCode(Optional.of("closer"), 320, 180, List.of(9, 9, 99, 9, 99, 99, 9, 99), false));
    page.waitForSelector(".finder[data-hint='closer']");
    faults.addAll(looked(page, "seen", language));
    page.click(".demo");
    page.waitForSelector(".sheet");
    faults.addAll(looked(page, "samples", language));
    page.close();
    assertThat(faults).isEmpty();
  }

  private static List<String> looked(Page page, String what, String language) {
    return Axe.faults(page, language).stream().map(fault -> what + ": " + fault).toList();
  }

  private void set(ScreenStatus next) {
    status.set(next);
    server.statusChanged();
  }
}
