package io.jinlin.kiosk.screen;

import io.jinlin.edge.decide.Label;
import java.util.List;
import java.util.Optional;

/**
 * What of the settings the page needs.
 *
 * @param port of loopback; 0 for any free one
 * @param reader in which way cards are read here, so that the page shows the right thing to do
 * @param helpWhere where to go when nobody answers; absent for the page's own words
 * @param samples sample cards to choose from; empty unless in demo mode
 */
public record ScreenConfig(
    int port, Reader reader, Sounds sounds, Optional<Label> helpWhere, List<Sample> samples) {
  /** Most sample cards on the screen at once. */
  public static final int MAX_SAMPLES = 12;

  public ScreenConfig {
    if (samples.size() > MAX_SAMPLES) {
      throw new IllegalArgumentException(samples.size() + " sample cards");
    }
    samples = List.copyOf(samples);
  }

  /** How cards are read. */
  public enum Reader {
    /** The kiosk's own camera. */
    CAMERA,
    /** The camera of the browser that shows the page. */
    BROWSER,
    /** A scanner only. */
    SCANNER
  }

  /** A sample card, without its code. */
  public record Sample(String id, Label label) {}
}
