package io.jinlin.kiosk.config;

/** Whose camera reads cards. */
public enum CameraChoice {
  /** No camera: scanners only. */
  NONE,
  /** The camera of the browser that shows the page. */
  BROWSER,
  /** A command that writes raw frames, see {@code camera.command}. */
  COMMAND
}
