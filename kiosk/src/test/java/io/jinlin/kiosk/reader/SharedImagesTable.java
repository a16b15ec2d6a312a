package io.jinlin.kiosk.reader;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Prints how many of the shared images are read, by folder and rotation, and by strategy. */
public final class SharedImagesTable {
  private static final int TURNS = 4;

  private final Path folder;
  private final Map<String, int[]> right = new TreeMap<>();
  private final Map<String, Integer> totals = new TreeMap<>();
  private final Map<String, Integer> strategies = new TreeMap<>();
  private long slowest;

  private SharedImagesTable(Path folder) {
    this.folder = folder;
  }

  /** Arguments: the folder with expected.tsv, and a part of the names to look at. */
  public static void main(String[] args) throws IOException {
    SharedImagesTable table = new SharedImagesTable(Path.of(args[0]));
    String part = args.length > 1 ? args[1] : "";
    for (String line : Files.readAllLines(table.folder.resolve("expected.tsv"))) {
      if (line.contains(part)) {
        String[] name = line.split("\t", 2);
        table.add(name[0], name[1]);
      }
    }
    table.print();
  }

  private void add(String name, String expected) throws IOException {
    Frame frame = Pictures.grey(Files.readAllBytes(folder.resolve(name))).orElseThrow();
    String set = name.substring(0, name.lastIndexOf('/'));
    totals.merge(set, 1, Integer::sum);
    for (int turn = 0; turn < TURNS; turn++) {
      long start = System.nanoTime();
      Optional<FoundCode> found = QrReader.readStill(frame);
      slowest = Math.max(slowest, System.nanoTime() - start);
      String text = escaped(found.map(FoundCode::text).orElse(""));
      if (text.equals(expected)) {
        right.computeIfAbsent(set, s -> new int[TURNS])[turn]++;
        strategies.merge(found.map(FoundCode::strategy).orElse("nothing"), 1, Integer::sum);
      } else {
        System.out.println(name + " turn " + turn + (text.isEmpty() ? "" : " wrong: " + text));
      }
      frame = turned(frame);
    }
  }

  private void print() {
    strategies.forEach((name, count) -> System.out.println(count + "\t" + name));
    totals.forEach(
        (set, total) ->
            System.out.println(
                set
                    + " of "
                    + total
                    + ": "
                    + Arrays.toString(right.getOrDefault(set, new int[TURNS]))));
    System.out.println("slowest " + slowest / 1_000_000 + " ms");
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
