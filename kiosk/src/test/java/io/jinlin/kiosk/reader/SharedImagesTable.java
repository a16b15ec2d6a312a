package io.jinlin.kiosk.reader;

import io.jinlin.kiosk.decode.Deadline;
import io.jinlin.kiosk.decode.GreyImage;
import io.jinlin.kiosk.decode.Reading;
import io.jinlin.kiosk.decode.StillDecoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Prints how many of the shared images are read, by folder and rotation, and by strategy. */
public final class SharedImagesTable {
  private SharedImagesTable() {}

  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    String only = args.length > 1 ? args[1] : "";
    int rotations = args.length > 2 ? Integer.parseInt(args[2]) : 4;
    Map<String, int[]> right = new TreeMap<>();
    Map<String, Integer> totals = new TreeMap<>();
    Map<String, Integer> strategies = new TreeMap<>();
    StringBuilder missed = new StringBuilder();
    long begin = System.nanoTime();
    long slowest = 0;
    for (String line : Files.readAllLines(folder.resolve("expected.tsv"))) {
      String[] parts = line.split("\t", 2);
      if (!parts[0].contains(only)) {
        continue;
      }
      Frame frame = Pictures.grey(Files.readAllBytes(folder.resolve(parts[0]))).orElseThrow();
      String dir = parts[0].substring(0, parts[0].lastIndexOf('/'));
      totals.merge(dir, 1, Integer::sum);
      StringBuilder wrong = new StringBuilder();
      for (int rotation = 0; rotation < rotations; rotation++) {
        long start = System.nanoTime();
        Optional<Reading> reading =
            StillDecoder.read(
                new GreyImage(frame.width(), frame.height(), frame.luma()),
                Deadline.in(System::nanoTime, 2_000_000_000L));
        long took = System.nanoTime() - start;
        slowest = Math.max(slowest, took);
        String text = reading.map(Reading::text).map(SharedImagesTable::escaped).orElse("");
        if (text.equals(parts[1])) {
          right.computeIfAbsent(dir, d -> new int[4])[rotation]++;
          strategies.merge(reading.map(Reading::strategy).orElse("none"), 1, Integer::sum);
        } else {
          wrong.append(' ').append(rotation).append(text.isEmpty() ? "" : "=WRONG " + text);
        }
        frame = turned(frame);
      }
      if (wrong.length() > 0) {
        missed.append(parts[0]).append(':').append(wrong).append('\n');
      }
    }
    System.out.println(missed);
    strategies.forEach((name, count) -> System.out.println(count + "\t" + name));
    int sum = 0;
    for (String dir : totals.keySet()) {
      int[] counts = right.getOrDefault(dir, new int[4]);
      System.out.printf(
          "%-26s of %d: %s%n", dir, totals.get(dir), java.util.Arrays.toString(counts));
      if (dir.startsWith("zxing/qrcode")) {
        sum += java.util.Arrays.stream(counts).sum();
      }
    }
    System.out.printf(
        "zxing %d, %.1f s, slowest %d ms%n",
        sum, (System.nanoTime() - begin) / 1e9, slowest / 1_000_000);
  }

  static String escaped(String text) {
    return text.replace("\\", "\\\\")
        .replace("\t", "\\t")
        .replace("\n", "\\n")
        .replace("\r", "\\r");
  }

  /** A quarter turn clockwise. */
  static Frame turned(Frame frame) {
    int w = frame.height();
    int h = frame.width();
    byte[] out = new byte[w * h];
    for (int y = 0; y < h; y++) {
      for (int x = 0; x < w; x++) {
        out[y * w + x] = frame.luma()[(w - 1 - x) * frame.width() + y];
      }
    }
    return new Frame(w, h, out);
  }
}
