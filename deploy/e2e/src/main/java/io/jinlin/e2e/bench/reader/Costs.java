package io.jinlin.e2e.bench.reader;

import io.jinlin.kiosk.reader.Frame;
import io.jinlin.kiosk.reader.QrReader;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** What frames cost, and whether something is read where nothing is. */
final class Costs {
  /** Halls for the compiler, before any is measured. */
  private static final int WARM_UP = 12;

  /** Frames of one hall with noise of their own. */
  private static final int DIFFERENT = 4;

  /** Frames after which a reader knows what nobody looks like. */
  private static final int SETTLED = 32;

  private static final int MEASURED = 12;
  private static final int SMALL_WIDTH = 640;
  private static final int SMALL_HEIGHT = 480;

  private final PrintWriter out;
  private final Engine zxing = new ZxingEngine(false);

  Costs(PrintWriter out) {
    this.out = out;
  }

  /**
   * Processor time of frames without a code, ours and ZXing's in turn.
   *
   * @param fresh makes a reader of successive frames
   * @param halls how many
   */
  void empty(Supplier<Function<Frame, Optional<String>>> fresh, int halls) {
    Rows rows =
        new Rows(List.of("1280×720 frame without a code", "ms", "of ZXing's", "of a core at 15/s"));
    double[] still = new double[2];
    double[] busy = new double[2];
    Function<Frame, Optional<String>> walking = fresh.get();
    for (int hall = -WARM_UP; hall < halls; hall++) {
      Function<Frame, Optional<String>> reader = fresh.get();
      List<Frame> frames = new ArrayList<>();
      for (int i = 0; i < DIFFERENT; i++) {
        frames.add(Nothing.hall(Presentations.CHECKING + hall, i));
      }
      for (int i = 0; i < SETTLED + MEASURED; i++) {
        Frame frame = frames.get(i % DIFFERENT);
        pair(reader, frame, hall < 0 || i < SETTLED ? new double[2] : still);
      }
      // Every frame another hall: something moves all over the picture.
      pair(walking, frames.get(0), hall < 0 ? new double[2] : busy);
    }
    int n = halls * MEASURED;
    rows.add(row("Jinlin, nobody there", still[0] / n, still[0] / still[1]));
    rows.add(row("Jinlin, much moves", busy[0] / halls, busy[0] / busy[1]));
    rows.add(row("ZXing", still[1] / n, 1));
    out.println(rows.text());
  }

  private void pair(Function<Frame, Optional<String>> reader, Frame frame, double[] sums) {
    sums[0] += millis(() -> reader.apply(frame));
    sums[1] += millis(() -> zxing.read(frame));
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
