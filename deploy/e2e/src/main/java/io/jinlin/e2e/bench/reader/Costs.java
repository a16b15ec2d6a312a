package io.jinlin.e2e.bench.reader;

import io.jinlin.kiosk.reader.Frame;
import io.jinlin.kiosk.reader.QrReader;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What frames cost, and whether something is read where nothing is. */
final class Costs {
  private static final int HALLS = 12;
  private static final int SMALL_WIDTH = 640;
  private static final int SMALL_HEIGHT = 480;

  private final PrintWriter out;

  Costs(PrintWriter out) {
    this.out = out;
  }

  /**
   * Processor time of frames without a code, ours and ZXing's in turn.
   *
   * @param reader fresh reader of successive frames
   */
  void empty(Function<Frame, Optional<String>> reader, int rounds) {
    List<Frame> halls = new ArrayList<>();
    for (int i = 0; i < HALLS; i++) {
      halls.add(Nothing.hall(Presentations.CHECKING + i));
    }
    Engine zxing = new ZxingEngine(false);
    double ours = 0;
    double theirs = 0;
    for (int round = -rounds / 2; round < rounds; round++) {
      for (Frame hall : halls) {
        double a = millis(() -> reader.apply(hall));
        double b = millis(() -> zxing.read(hall));
        // The first rounds are for the compiler.
        ours += round < 0 ? 0 : a;
        theirs += round < 0 ? 0 : b;
      }
    }
    int n = rounds * HALLS;
    Rows rows =
        new Rows(List.of("empty 1280×720 frame", "ms", "ratio", "of a core at 15 a second"));
    rows.add(row("Jinlin", ours / n, ours / theirs));
    rows.add(row("ZXing", theirs / n, 1));
    out.println(rows.text());
  }

  private static List<String> row(String name, double millis, double ratio) {
    return List.of(
        name,
        Rows.decimal(millis, 2),
        Rows.decimal(ratio, 2),
        Rows.decimal(millis * Presentations.RATE / 10, 1) + " %");
  }

  private static double millis(Runnable work) {
    long before = Cpu.nanos();
    work.run();
    return (Cpu.nanos() - before) / 1e6;
  }

  /** Codes read in frames without one, as a camera's frame and as a still. */
  int falseReads(Function<Frame, Optional<String>> reader, int frames) {
    int found = 0;
    int stills = 0;
    for (int i = 0; i < frames; i++) {
      Frame frame = Nothing.frame(Presentations.CHECKING + i, SMALL_WIDTH, SMALL_HEIGHT);
      found += reader.apply(frame).isPresent() ? 1 : 0;
      // Stills take many times longer; a quarter of them is looked at with everything.
      stills += i % 4 == 0 && QrReader.readStill(frame).isPresent() ? 1 : 0;
    }
    out.println(
        "false reads: "
            + found
            + " of "
            + frames
            + " frames without a code, "
            + stills
            + " of "
            + (frames + 3) / 4
            + " stills"
            + System.lineSeparator());
    return found + stills;
  }
}
