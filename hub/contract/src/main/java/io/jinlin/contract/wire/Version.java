package io.jinlin.contract.wire;

import io.jinlin.contract.event.Check;
import java.util.Optional;

/**
 * How far a page's content goes: a number that only grows within a term. The hub draws a new random
 * term at each start, so that after it was restored from a backup a number that was given out twice
 * is not taken for the same (as leader epochs do in replicated logs). Text form {@code
 * term.number}.
 *
 * @param term the hub's start under which the number was given
 * @param number 0 for nothing yet
 */
public record Version(String term, long number) {
  /** What a device has before its first page. */
  public static final Version NONE = new Version("none", 0);

  public Version {
    Check.id("term", term);
    Check.range("version", number, 0, Long.MAX_VALUE);
  }

  /** The text form. */
  public String text() {
    return term + "." + number;
  }

  /** Reads the text form. */
  public static Optional<Version> parse(String text) {
    int dot = text.indexOf('.');
    if (dot < 1) {
      return Optional.empty();
    }
    try {
      Version version =
          new Version(text.substring(0, dot), Long.parseLong(text.substring(dot + 1)));
      return version.text().equals(text) ? Optional.of(version) : Optional.empty();
    } catch (IllegalArgumentException notAVersion) {
      return Optional.empty();
    }
  }
}
