package io.jinlin.kiosk.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Page;
import io.jinlin.edge.decide.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every state in a real Chromium, measured against the sizes and contrasts of UI.md. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScreenStatesTest {
  private static final int SETTLED_MS = 250;

  private final AtomicReference<ScreenStatus> status =
      new AtomicReference<>(Answers.status(ScreenStatus.Help.NONE, true, List.of()));
  private String measure;
  private ScreenServer server;
  private Chrome chrome;

  @BeforeAll
  void start() throws IOException {
    assumeTrue(Chrome.installed(), "no Chromium here");
    try (InputStream in = getClass().getResourceAsStream("/measure.js")) {
      measure = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
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
  @CsvSource({"1280,800,zh", "1280,800,en", "1080,1920,zh", "1080,1920,en"})
  void everyAnswerIsLargeClearAndWhole(int width, int height, String language) {
    List<String> complaints = new ArrayList<>();
    Page page = open(width, height, language, complaints);
    for (Map.Entry<String, Verdict> answer : Answers.all().entrySet()) {
      // A fresh answer each time, and the language touched so that English stays.
      server.show(answer.getValue());
      String state = ScreenModel.of(answer.getValue()).orElseThrow().getString("state");
      page.waitForSelector(".answer[data-state='" + state + "']");
      page.waitForTimeout(SETTLED_MS);
      complaints.addAll(measured(page, answer.getKey()));
      Chrome.shot(page, width + "-" + language + "-" + answer.getKey());
    }
    page.close();
    assertThat(complaints).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1280,800,zh", "1280,800,en", "1080,1920,zh", "1080,1920,en"})
  void idleHelpAndTroubleAreLargeClearAndWhole(int width, int height, String language) {
    List<String> complaints = new ArrayList<>();
    Page page = open(width, height, language, complaints);
    server.show(Answers.all().get("damaged"));
    page.waitForSelector(".answer");
    page.waitForSelector(".idle");
    for (ScreenStatus.Help help : ScreenStatus.Help.values()) {
      set(Answers.status(help, help != ScreenStatus.Help.NOBODY, List.of()));
      page.waitForSelector(
          help == ScreenStatus.Help.NONE
              ? ".idle"
              : ".answer[data-state='help-"
                  + help.name().toLowerCase(java.util.Locale.ROOT)
                  + "']");
      page.waitForTimeout(SETTLED_MS);
      complaints.addAll(measured(page, "help " + help));
      Chrome.shot(page, width + "-" + language + "-help-" + help);
    }
    set(Answers.status(ScreenStatus.Help.NONE, false, List.of("outbox-set-aside")));
    String since = language.equals("zh") ? "安排是 11月23日 15:42 的" : "timetable of 23/11 15:42";
    page.waitForSelector(".trouble span:text-matches('" + since + "')");
    complaints.addAll(measured(page, "offline"));
    Chrome.shot(page, width + "-" + language + "-offline");
    set(Answers.status(ScreenStatus.Help.NONE, true, List.of("printer-no-paper")));
    server.show(Answers.all().get("ticket-ahead"));
    page.waitForSelector(".answer[data-state='ticket']");
    complaints.addAll(measured(page, "no-paper"));
    Chrome.shot(page, width + "-" + language + "-no-paper");
    server.show(Answers.all().get("left"));
    page.waitForSelector(".idle");
    page.click(".demo");
    complaints.addAll(measured(page, "samples"));
    Chrome.shot(page, width + "-" + language + "-samples");
    page.click(".sheet .close");
    for (boolean closed : new boolean[] {true, false}) {
      set(Answers.status(closed));
      String said = closed ? "今天停开|Closed today" : "午餐已售完|Lunch is sold out";
      page.waitForSelector(".idle h1:text-matches('" + said + "')");
      complaints.addAll(measured(page, "idle closed " + closed));
      Chrome.shot(page, width + "-" + language + "-idle-" + (closed ? "closed" : "sold-out"));
    }
    set(Answers.status(ScreenStatus.Help.NONE, true, List.of()));
    page.close();
    assertThat(complaints).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1280,800,zh", "1280,800,en", "1080,1920,zh", "1080,1920,en"})
  void everyHintIsLargeAndClearOverThePreviewWithAFrameAroundTheCode(
      int width, int height, String language) {
    List<String> complaints = new ArrayList<>();
    Page page = open(width, height, language, complaints);
    await().until(server::wantsPreview);
    server.preview(320, 180, hall());
    page.waitForSelector(".preview canvas");
    for (String hint :
        List.of("steady", "closer", "farther", "too-bright", "screen-up", "one-card")) {
      List<Integer> corners = List.of(180, 40, 260, 55, 250, 140, 170, 120);
      server.seen(new SeenCode(Optional.of(hint), 320, 180, corners, false));
      page.waitForSelector(".finder[data-hint='" + hint + "'] .outline polygon");
      complaints.addAll(measured(page, hint));
      Chrome.shot(page, width + "-" + language + "-hint-" + hint);
      server.preview(320, 180, hall());
    }
    page.waitForSelector(".finder:not(.seen) .scene");
    page.close();
    assertThat(complaints).isEmpty();
  }

  /**
   * A small picture with a light card at the left, as the camera sees it: the right on the page.
   */
  private static byte[] hall() {
    byte[] luma = new byte[320 * 180];
    java.util.Arrays.fill(luma, (byte) 70);
    for (int y = 30; y < 150; y++) {
      java.util.Arrays.fill(luma, y * 320 + 150, y * 320 + 300, (byte) 220);
    }
    return luma;
  }

  @Test
  void anAnswerGoesByItselfAndTheNextComesAtOnce() {
    Page page = chrome.page(1280, 800);
    page.navigate(server.address());
    server.show(Answers.all().get("ticket"));
    page.waitForSelector(".answer[data-state='ticket']");
    server.show(Answers.all().get("ok-meal"));
    page.waitForSelector(".answer[data-state='ok']");
    page.waitForSelector(".idle");
    page.close();
  }

  private Page open(int width, int height, String language, List<String> complaints) {
    Page page = chrome.page(width, height);
    page.onPageError(error -> complaints.add("error on the page: " + error));
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error") && !message.text().contains("inline style")) {
            complaints.add("on the console: " + message.text());
          }
        });
    page.navigate(server.address());
    page.waitForSelector("header time");
    if (language.equals("en")) {
      page.click(".language");
    }
    return page;
  }

  private void set(ScreenStatus next) {
    status.set(next);
    server.statusChanged();
  }

  private List<String> measured(Page page, String what) {
    Object found = page.evaluate(measure);
    return ((List<?>) found).stream().map(complaint -> what + ": " + complaint).toList();
  }
}
