package io.jinlin.e2e.bench.reader;

import io.jinlin.kiosk.reader.FoundCode;
import io.jinlin.kiosk.reader.QrReader;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What each stage reads that those before it did not: the strategy of a reading names the look, the
 * way with the modules and what else it took, and stages are tried in a fixed order.
 */
final class Stages {
  private final PrintWriter out;
  private final Map<String, Stage> stages = new TreeMap<>();
  private int frames;
  private int read;
  private long missedNanos;

  /** Readings of one stage, and the processor time from the frame's first look to them. */
  private static final class Stage {
    private int reads;
    private long nanos;
  }

  Stages(PrintWriter out) {
    this.out = out;
  }

  void table(List<Condition> conditions, long firstSeed, int count) {
    for (Condition condition : conditions) {
      for (int i = 0; i < count; i++) {
        add(Presentations.frame(condition, firstSeed + i));
      }
    }
    Rows rows = new Rows(List.of("stage", "reads", "ms until then"));
    stages.entrySet().stream()
        .sorted(Comparator.comparingInt(entry -> -entry.getValue().reads))
        .forEach(entry -> rows.add(row(entry.getKey(), entry.getValue())));
    out.println("read: " + read + " of " + frames + " frames");
    double missed = missedNanos / 1e6 / Math.max(1, frames - read);
    out.println("given up after, on average: " + Rows.decimal(missed, 0) + " ms");
    out.println(System.lineSeparator() + rows.text());
  }

  private void add(Presented presented) {
    frames++;
    long before = Cpu.nanos();
    Optional<FoundCode> found = QrReader.readStill(presented.frame());
    long nanos = Cpu.nanos() - before;
    if (found.filter(code -> code.text().equals(presented.text())).isEmpty()) {
      missedNanos += nanos;
      return;
    }
    read++;
    for (String name : parts(found.get().strategy())) {
      Stage stage = stages.computeIfAbsent(name, fresh -> new Stage());
      stage.reads++;
      stage.nanos += nanos;
    }
  }

  /** {@code half_blocks+pool:sharp+mesh} is a look, a pool, a way and a mesh. */
  private static List<String> parts(String strategy) {
    String[] halves = strategy.split(":", 2);
    List<String> parts = new ArrayList<>();
    String[] looks = halves[0].split("\\+");
    parts.add("look " + looks[0]);
    if (looks.length > 1) {
      parts.add("patterns of several looks");
    }
    String[] ways = halves.length > 1 ? halves[1].split("\\+") : new String[0];
    for (int i = 0; i < ways.length; i++) {
      parts.add(i == 0 ? "modules " + ways[i] : ways[i]);
    }
    return parts;
  }

  private static List<String> row(String name, Stage stage) {
    return List.of(
        name, String.valueOf(stage.reads), Rows.decimal(stage.nanos / 1e6 / stage.reads, 0));
  }
}
