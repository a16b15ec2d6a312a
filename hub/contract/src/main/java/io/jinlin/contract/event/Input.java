package io.jinlin.contract.event;

/** Through what a card was read. */
public enum Input {
  /** The kiosk's own camera. */
  CAMERA,
  /** The camera of the browser that shows the kiosk page. */
  BROWSER,
  /** A USB scanner that types. */
  KEYBOARD,
  /** A serial scanner, or any file that gives one code a line. */
  LINE,
  /** A picture: a sample card in demo mode. */
  IMAGE,
  /** No card: staff ticked the name on a list. */
  HAND
}
