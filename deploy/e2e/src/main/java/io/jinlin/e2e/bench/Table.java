package io.jinlin.e2e.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The figures, as a Markdown table. */
final class Table {
  private final List<String> lines = new ArrayList<>();
  private boolean allHeld = true;

  Table() {
    lines.add("| what | figure | baseline in the same run | target | held |");
    lines.add("| --- | --- | --- | --- | --- |");
  }

  /** A figure with a target. */
  void judged(String what, String figure, String baseline, String target, boolean held) {
    allHeld &= held;
    add(what, figure, baseline, target, held ? "yes" : "**no**");
  }

  /** A figure without a target. */
  void told(String what, String figure, String baseline) {
    add(what, figure, baseline, "", "");
  }

  private void add(String... cells) {
    lines.add("| " + String.join(" | ", cells) + " |");
  }

  /** Whether every target was reached. */
  boolean allHeld() {
    return allHeld;
  }

  String text() {
    return String.join(System.lineSeparator(), lines);
  }

  /** A whole number with separators. */
  static String whole(double value) {
    return String.format(Locale.ROOT, "%,d", Math.round(value));
  }

  /** A number with so many digits after the point. */
  static String decimal(double value, int digits) {
    return String.format(Locale.ROOT, "%." + digits + "f", value);
  }
}
