package io.jinlin.kiosk.screen;

/**
 * What people do at the page. Called on the server's event loop: an implementation hands the work
 * to a thread of its own and returns at once.
 */
public interface ScreenActions {
  /**
   * A code was typed by a scanner.
   *
   * @param text anything, of up to {@value ScreenServer#MAX_MESSAGE_BYTES} bytes
   * @param keys the same keys by their places on an American board; may be empty
   */
  void text(String text, String keys);

  /** One of the choices on the screen was tapped. */
  void choose(String id);

  /** 帮人代领 was tapped: the neighbour's own card comes first. */
  void proxy();

  /** The neighbour is done, or went away. */
  void endProxy();

  /** 没带卡 / 要帮忙 was tapped. */
  void help();

  /** The call for help was taken back. */
  void endHelp();

  /**
   * The browser's camera saw this.
   *
   * @param width in pixels, 1 or more
   * @param height in pixels, 1 or more
   * @param luma one byte a pixel, row by row
   * @param done to be run once, from any thread, when the next frame is wanted
   */
  void frame(int width, int height, byte[] luma, Runnable done);

  /** A sample card was chosen; only ever called in demo mode. */
  void sample(String id);
}
