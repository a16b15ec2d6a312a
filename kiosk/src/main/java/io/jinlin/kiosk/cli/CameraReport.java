package io.jinlin.kiosk.cli;

import io.jinlin.kiosk.decode.Point;
import io.jinlin.kiosk.reader.FoundCode;
import io.jinlin.kiosk.reader.Frame;
import io.jinlin.kiosk.watch.Near;
import io.jinlin.kiosk.watch.NearMeter;
import io.jinlin.kiosk.watch.SequenceReader;
import io.jinlin.kiosk.watch.Sight;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a camera gave, second by second and in all. Frames come in one thread, lines go in another.
 */
final class CameraReport {
  /** Fewer frames a second than this make people wait. */
  static final double FEW_FRAMES = 8;

  /** People present a card from about here, in millimetres. */
  static final double ARMS_LENGTH_MM = 250;

  /** Edges of a code in focus are no wider, in pixels. */
  static final double SOFT_EDGE_PX = 4;

  private static final double DARK_GREY = 45;
  private static final double BRIGHT_GREY = 215;
  private static final double MUCH_CLIPPED = 0.25;

  private final Optics optics;
  private final SequenceReader reader =
      new SequenceReader(SequenceReader.BUDGET_MS, System::nanoTime);
  private final DoubleSummaryStatistics greys = new DoubleSummaryStatistics();
  private final DoubleSummaryStatistics clipped = new DoubleSummaryStatistics();
  private final DoubleSummaryStatistics edges = new DoubleSummaryStatistics();
  private final DoubleSummaryStatistics distances = new DoubleSummaryStatistics();
  private int frames;
  private int framesBefore;
  private int seconds;
  private long firstNanos;
  private long lastNanos;
  private Optional<Near> code = Optional.empty();
  private Optional<Double> distance = Optional.empty();
  private double grey;

  CameraReport(Optics optics) {
    this.optics = optics;
  }

  /** Takes the next frame. */
  synchronized void see(Frame frame) {
    lastNanos = System.nanoTime();
    firstNanos = frames == 0 ? lastNanos : firstNanos;
    frames++;
    long sum = 0;
    int bright = 0;
    byte[] luma = frame.luma();
    for (byte value : luma) {
      sum += value & 0xff;
      bright += (value & 0xff) >= 250 ? 1 : 0;
    }
    grey = (double) sum / luma.length;
    greys.accept(grey);
    clipped.accept((double) bright / luma.length);
    Sight sight = reader.read(frame);
    code = sight.code().map(found -> NearMeter.measure(frame, found.corners(), module(found)));
    code.ifPresent(near -> edges.accept(near.edge()));
    distance = sight.code().map(found -> optics.distance(side(found.corners())));
    distance.ifPresent(distances::accept);
  }

  private static double module(FoundCode found) {
    // Version 2, as our cards are; only sizes much smaller than usual would matter.
    return found.side() / 25;
  }

  /** The longest edge: a tilt shortens, so this is what tells of the distance. */
  private static double side(List<Point> corners) {
    double longest = 0;
    for (int i = 0; i < corners.size(); i++) {
      longest = Math.max(longest, corners.get(i).distance(corners.get((i + 1) % corners.size())));
    }
    return longest;
  }

  /** A line about the second that is over. */
  synchronized String second(int number, Optional<String> problem) {
    seconds = number;
    int now = frames - framesBefore;
    framesBefore = frames;
    String card =
        code.map(
                near ->
                    String.format(
                        Locale.ROOT,
                        "card reads at %.0f mm, edges %.1f px, contrast %.0f",
                        distance.orElse(0.0),
                        near.edge(),
                        near.contrast()))
            .orElse("no card");
    String state = problem.map(id -> " " + id).orElse("");
    return String.format(
        Locale.ROOT, "%3d s  %2d frames  mean grey %3.0f  %s%s", number, now, grey, card, state);
  }

  /** Frames a second, from the first to the last. */
  synchronized double rate() {
    return frames < 2 ? 0 : (frames - 1) / ((lastNanos - firstNanos) / 1e9);
  }

  /** What is to be mended; empty for a camera that will do. */
  synchronized List<String> advice(Optional<String> problem) {
    List<String> advice = new ArrayList<>();
    problem.ifPresent(id -> advice.add(id + ": the camera gives no frames now; see the log above"));
    if (frames == 0) {
      advice.add("not one frame in " + seconds + " s: does the command work in a terminal?");
      return advice;
    }
    if (rate() < FEW_FRAMES) {
      advice.add(
          String.format(
              Locale.ROOT,
              "%.1f frames a second, fewer than %.0f: ask the camera for 15, or for a smaller size",
              rate(),
              FEW_FRAMES));
    }
    light(advice);
    card(advice);
    return advice;
  }

  private void light(List<String> advice) {
    if (greys.getAverage() < DARK_GREY) {
      advice.add("too dark (mean grey " + whole(greys.getAverage()) + "): more light on the card");
    }
    if (greys.getAverage() > BRIGHT_GREY || clipped.getAverage() > MUCH_CLIPPED) {
      advice.add(
          "overexposed ("
              + whole(100 * clipped.getAverage())
              + " % white): turn the camera away from windows and lamps, or lower its exposure");
    }
  }

  private void card(List<String> advice) {
    if (distances.getCount() == 0) {
      advice.add("no card was read: hold one before the camera, 10 to 40 cm away, and try again");
      return;
    }
    if (edges.getMin() > SOFT_EDGE_PX) {
      advice.add(
          String.format(
              Locale.ROOT,
              "out of focus (edges %.1f px wide at best): focus the lens at 25 cm",
              edges.getMin()));
    }
    if (distances.getMax() < ARMS_LENGTH_MM) {
      advice.add(
          "read from "
              + range()
              + " only: it should read at "
              + whole(ARMS_LENGTH_MM)
              + " mm; was the card held that far? else a larger camera.width, or a better focus");
    }
  }

  /** Nearest and farthest distance at which a card was read. */
  synchronized String range() {
    return distances.getCount() == 0
        ? "nowhere"
        : whole(distances.getMin()) + " to " + whole(distances.getMax()) + " mm";
  }

  private static String whole(double value) {
    return String.valueOf(Math.round(value));
  }
}
