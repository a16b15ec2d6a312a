package io.jinlin.kiosk.screen;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The distribution's Chromium, as a kiosk starts it, without a display. */
public final class Chrome implements AutoCloseable {
  private static final Path EXECUTABLE = Path.of("/usr/bin/chromium");
  private static final String SCREENSHOTS = System.getProperty("jinlin.screenshots", "");

  private final Playwright playwright;
  private final Browser browser;

  /** Starts it with further arguments, for example a camera. */
  public Chrome(String... more) {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
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
    arguments.addAll(List.of(more));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions().setExecutablePath(EXECUTABLE).setArgs(arguments));
  }

  /** Whether there is one to start; tests that need it are skipped elsewhere. */
  public static boolean installed() {
    return Files.isExecutable(EXECUTABLE);
  }

  /** A page of this size, with an empty profile. */
  public Page page(int width, int height) {
    return browser.newPage(new Browser.NewPageOptions().setViewportSize(width, height));
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
    browser.close();
    playwright.close();
  }
}
