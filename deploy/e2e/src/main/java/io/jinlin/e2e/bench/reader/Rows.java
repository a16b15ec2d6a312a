package io.jinlin.e2e.bench.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A Markdown table. */
final class Rows {
  private final List<String> lines = new ArrayList<>();

  Rows(List<String> titles) {
    add(titles);
    add(titles.stream().map(title -> "---").toList());
  }

  void add(List<String> cells) {
    lines.add("| " + String.join(" | ", cells) + " |");
  }

  String text() {
    return String.join(System.lineSeparator(), lines) + System.lineSeparator();
  }

  static String share(int part, int whole) {
    return part + " / " + whole;
  }

  static String decimal(double value, int digits) {
    return String.format(Locale.ROOT, "%." + digits + "f", value);
  }
}
