package io.jinlin.hub.web;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Debian's Chromium, with what its pages complained about. One runs for all tests of a process, and
 * ends with it; each instance has profiles of its own. Tests are skipped where it is absent.
 */
final class Browser implements AutoCloseable {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final List<String> ARGUMENTS =
      List.of(
          "--headless",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--autoplay-policy=no-user-gesture-required");

  /** On a machine that does much else; what a page is to reach is awaited, not timed. */
  private static final int PATIENCE_MS = 20_000;

  private static Optional<com.microsoft.playwright.Browser> running = Optional.empty();

  static {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
  }

  private final List<BrowserContext> contexts = new ArrayList<>();
  private final List<String> complaints = new CopyOnWriteArrayList<>();

  Browser() {
    assumeTrue(Files.isExecutable(CHROMIUM), "needs Chromium");
  }

  /** Starting one takes as long as a whole test. */
  private static com.microsoft.playwright.Browser chromium() {
    com.microsoft.playwright.Browser chromium =
        running.filter(com.microsoft.playwright.Browser::isConnected).orElseGet(Browser::launched);
    running = Optional.of(chromium);
    return chromium;
  }

  private static com.microsoft.playwright.Browser launched() {
    return Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))
        .chromium()
        .launch(new BrowserType.LaunchOptions().setExecutablePath(CHROMIUM).setArgs(ARGUMENTS));
  }

  /** A fresh profile with one page of this size. */
  Page page(int width, int height) {
    BrowserContext context =
        chromium()
            .newContext(
                new com.microsoft.playwright.Browser.NewContextOptions()
                    .setViewportSize(width, height)
                    .setLocale("zh-CN")
                    .setTimezoneId("America/New_York"));
    contexts.add(context);
    Page page = context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    page.onPageError(complaints::add);
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            complaints.add(message.text());
          }
        });
    return page;
  }

  /** Fills in the form that a page shows to somebody who is not signed in, and sends it. */
  static void signIn(Page page, String account, String password) {
    page.fill("input[name=account]", account);
    page.fill("input[name=password]", password);
    page.click("button.primary");
  }

  /** Errors of scripts and of the policy so far. */
  List<String> complaints() {
    return complaints;
  }

  /**
   * Keeps a picture of the page in the folder that {@code -Djinlin.screenshots} names; without one
   * none is taken.
   */
  static void picture(Page page, String name) {
    picture(page, name, new Page.ScreenshotOptions());
  }

  /** The same, from the top of the page to its end. */
  static void wholePicture(Page page, String name) {
    picture(page, name, new Page.ScreenshotOptions().setFullPage(true));
  }

  private static void picture(Page page, String name, Page.ScreenshotOptions options) {
    kept(name + ".png").ifPresent(file -> page.screenshot(options.setPath(file)));
  }

  /** The same, as the page is printed: A4 across. */
  static void print(Page page, String name) {
    kept(name + ".pdf")
        .ifPresent(
            file ->
                page.pdf(new Page.PdfOptions().setFormat("A4").setLandscape(true).setPath(file)));
  }

  /** Where a picture of this name belongs, when pictures are asked for. */
  private static Optional<Path> kept(String name) {
    return Optional.of(System.getProperty("jinlin.screenshots", ""))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder).resolve("hub-" + name));
  }

  @Override
  public void close() {
    contexts.forEach(BrowserContext::close);
  }
}
