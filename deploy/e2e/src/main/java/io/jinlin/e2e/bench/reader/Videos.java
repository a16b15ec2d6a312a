package io.jinlin.e2e.bench.reader;

import io.jinlin.kiosk.reader.Frame;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * How soon a code is read that is held up with a shaking hand. A frame comes every 1/15 s; while a
 * reader is at work it misses frames and goes on with the newest, as in the kiosk. Its time is the
 * processor time of its thread, so that other work on the machine does not count.
 */
final class Videos {
  private static final double[] WITHIN_S = {0.3, 0.6, 1.0};
  private static final int FRAMES = 16;

  private final PrintWriter out;

  Videos(PrintWriter out) {
    this.out = out;
  }

  /**
   * A reader of frames in their order.
   *
   * @param fresh makes one that has seen nothing yet, from a clock of the video's own time
   */
  record Contestant(String name, Function<LongSupplier, Function<Frame, Optional<String>>> fresh) {}

  void table(List<Contestant> contestants, List<Condition> conditions, long firstSeed, int videos) {
    List<String> titles = new ArrayList<>(List.of("condition"));
    for (Contestant contestant : contestants) {
      titles.add(contestant.name() + " 0.3 s");
      titles.add("0.6 s");
      titles.add("1 s");
    }
    Rows rows = new Rows(titles);
    int[][] all = new int[contestants.size()][WITHIN_S.length];
    int wrong = 0;
    for (Condition condition : conditions) {
      int[][] read = new int[contestants.size()][WITHIN_S.length];
      for (int i = 0; i < videos; i++) {
        List<Presented> video = Presentations.video(condition, firstSeed + i, FRAMES);
        for (int c = 0; c < contestants.size(); c++) {
          double seconds = seconds(contestants.get(c), video);
          wrong += Double.isNaN(seconds) ? 1 : 0;
          count(seconds, read[c]);
          count(seconds, all[c]);
        }
      }
      rows.add(line(condition.name().toLowerCase(Locale.ROOT), read, videos));
    }
    rows.add(line("all", all, videos * conditions.size()));
    out.println(rows.text());
    out.println("wrong texts: " + wrong + System.lineSeparator());
  }

  private static void count(double seconds, int[] read) {
    for (int w = 0; w < WITHIN_S.length; w++) {
      read[w] += seconds <= WITHIN_S[w] ? 1 : 0;
    }
  }

  private static List<String> line(String title, int[][] read, int whole) {
    List<String> cells = new ArrayList<>(List.of(title));
    for (int[] contestant : read) {
      for (int within : contestant) {
        cells.add(Math.round(100.0 * within / whole) + " %");
      }
    }
    return cells;
  }

  /** From the first frame to the text; not a number for another text, infinite for none. */
  private static double seconds(Contestant contestant, List<Presented> video) {
    double now = 0;
    long[] frame = new long[2];
    Function<Frame, Optional<String>> reader =
        contestant.fresh().apply(() -> frame[0] + Cpu.nanos() - frame[1]);
    int next = 0;
    while (next < video.size()) {
      now = Math.max(now, (double) next / Presentations.RATE);
      long before = Cpu.nanos();
      frame[0] = (long) (now * 1e9);
      frame[1] = before;
      Optional<String> text = reader.apply(video.get(next).frame());
      now += (Cpu.nanos() - before) / 1e9;
      if (text.isPresent()) {
        return text.get().equals(video.get(next).text()) ? now : Double.NaN;
      }
      next = Math.max(next + 1, (int) Math.floor(now * Presentations.RATE));
    }
    return Double.POSITIVE_INFINITY;
  }
}
