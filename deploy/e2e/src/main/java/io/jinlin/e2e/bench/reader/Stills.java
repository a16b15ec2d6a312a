package io.jinlin.e2e.bench.reader;

import io.jinlin.kiosk.reader.Frame;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How many still pictures each engine reads. */
final class Stills {
  private static final String ZXING = "zxing/qrcode";
  private static final String JSQR = "jsqr";
  private static final int TURNS = 4;

  private final List<Engine> engines;
  private final PrintWriter out;

  Stills(List<Engine> engines, PrintWriter out) {
    this.engines = engines;
    this.out = out;
  }

  /** What an engine made of a set. */
  private static final class Count {
    private int right;
    private int wrong;
    private long nanos;

    void add(Engine engine, Frame frame, String expected) {
      long before = System.nanoTime();
      String text = SharedImages.escaped(engine.read(frame).orElse(""));
      nanos += System.nanoTime() - before;
      if (!text.isEmpty() && text.equals(expected)) {
        right++;
      } else if (!text.isEmpty()) {
        wrong++;
      }
    }
  }

  /** The images of others, in four turns those of ZXing. */
  void pictures(SharedImages shared) throws IOException {
    Map<Engine, Count> zxing = counts();
    Map<Engine, Count> jsqr = counts();
    Map<Engine, Count> none = counts();
    for (SharedImages.Image image : shared.images()) {
      Frame frame = shared.frame(image);
      Map<Engine, Count> set = image.isIn(ZXING) ? zxing : image.isIn(JSQR) ? jsqr : none;
      int turns = image.isIn(JSQR) ? 1 : TURNS;
      for (int turn = 0; turn < turns; turn++) {
        for (Engine engine : engines) {
          set.get(engine).add(engine, frame, image.text());
        }
        frame = SharedImages.turned(frame);
      }
    }
    int ofZxing = (int) shared.images().stream().filter(i -> i.isIn(ZXING)).count() * TURNS;
    int ofJsqr = (int) shared.images().stream().filter(i -> i.isIn(JSQR)).count();
    Rows rows =
        new Rows(
            List.of(
                "engine",
                "ZXing's images, four turns (" + ofZxing + ")",
                "wrong text",
                "jsQR's (" + ofJsqr + ")",
                "false reads without a code",
                "ms a picture"));
    for (Engine engine : engines) {
      Count z = zxing.get(engine);
      rows.add(
          List.of(
              engine.name(),
              String.valueOf(z.right),
              String.valueOf(z.wrong),
              String.valueOf(jsqr.get(engine).right),
              String.valueOf(none.get(engine).wrong),
              Rows.decimal(z.nanos / 1e6 / ofZxing, 0)));
    }
    out.println(rows.text());
  }

  private Map<Engine, Count> counts() {
    Map<Engine, Count> counts = new LinkedHashMap<>();
    engines.forEach(engine -> counts.put(engine, new Count()));
    return counts;
  }

  /** Single frames as a kiosk sees them, by condition. */
  void conditions(List<Condition> conditions, long firstSeed, int frames) {
    List<String> titles = new ArrayList<>(List.of("condition"));
    engines.forEach(engine -> titles.add(engine.name()));
    Rows rows = new Rows(titles);
    Map<Engine, Count> all = counts();
    for (Condition condition : conditions) {
      Map<Engine, Count> here = counts();
      for (int i = 0; i < frames; i++) {
        Presented presented = Presentations.frame(condition, firstSeed + i);
        String expected = SharedImages.escaped(presented.text());
        for (Engine engine : engines) {
          here.get(engine).add(engine, presented.frame(), expected);
        }
      }
      rows.add(line(condition.name().toLowerCase(java.util.Locale.ROOT), here, frames));
      engines.forEach(engine -> sum(all.get(engine), here.get(engine)));
    }
    rows.add(line("all", all, frames * conditions.size()));
    out.println(rows.text());
    engines.forEach(
        engine -> out.println(engine.name() + " read wrongly: " + all.get(engine).wrong));
    out.println();
  }

  private static void sum(Count all, Count part) {
    all.right += part.right;
    all.wrong += part.wrong;
    all.nanos += part.nanos;
  }

  private List<String> line(String title, Map<Engine, Count> counts, int whole) {
    List<String> cells = new ArrayList<>(List.of(title));
    engines.forEach(engine -> cells.add(Rows.share(counts.get(engine).right, whole)));
    return cells;
  }
}
