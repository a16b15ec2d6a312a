package io.jinlin.kiosk.screen;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The distribution's Chromium, as a kiosk starts it, without a display. One runs for all tests of a
 * process with the same arguments, and ends with it; each instance has profiles of its own.
 */
public final class Chrome implements AutoCloseable {
  private static final Path EXECUTABLE = Path.of("/usr/bin/chromium");
  private static final String SCREENSHOTS = System.getProperty("jinlin.screenshots", "");

  private static final Map<List<String>, Browser> RUNNING = new HashMap<>();

  private final Browser browser;
  private final List<Page> pages = new ArrayList<>();

  /** Starts it with further arguments, for example a camera. */
  public Chrome(String... more) {
    browser =
        RUNNING.compute(
            List.of(more),
            (arguments, running) ->
                running != null && running.isConnected() ? running : launched(arguments));
  }

  /** Starting one takes as long as a whole test. */
  private static Browser launched(List<String> more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--autoplay-policy=no-user-gesture-required"));
    arguments.addAll(more);
    return Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))
        .chromium()
        .launch(new BrowserType.LaunchOptions().setExecutablePath(EXECUTABLE).setArgs(arguments));
  }

  /** Whether there is one to start; tests that need it are skipped elsewhere. */
  public static boolean installed() {
    return Files.isExecutable(EXECUTABLE);
  }

  /** A page of this size, with an empty profile. */
  public Page page(int width, int height) {
    Page page = browser.newPage(new Browser.NewPageOptions().setViewportSize(width, height));
    pages.add(page);
    return page;
  }

  /**
   * Keeps a picture of the page in the folder that {@code -Djinlin.screenshots} names; without one
   * none is taken.
   */
  public static void shot(Page page, String name) {
    if (!SCREENSHOTS.isEmpty()) {
      page.screenshot(
          new Page.ScreenshotOptions()
              .setPath(Path.of(SCREENSHOTS).resolve("kiosk-" + name + ".png")));
    }
  }

  @Override
  public void close() {
    pages.forEach(Page::close);
  }
}
