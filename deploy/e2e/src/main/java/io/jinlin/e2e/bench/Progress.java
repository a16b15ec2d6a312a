package io.jinlin.e2e.bench;

import java.util.Locale;

/**
 * Tells the one who waits what is being measured; on the error stream, the table is on the other.
 */
final class Progress {
  private Progress() {}

  static void say(String format, Object... values) {
    System.err.println("bench: " + String.format(Locale.ROOT, format, values));
  }
}
