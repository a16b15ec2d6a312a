package io.jinlin.e2e.bench.reader;

import io.jinlin.kiosk.reader.FoundCode;
import io.jinlin.kiosk.reader.Frame;
import io.jinlin.kiosk.reader.QrReader;
import io.jinlin.kiosk.watch.SequenceReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bench reader}: the reader's tables. */
@Command(
    name = "reader",
    mixinStandardHelpOptions = true,
    description = {
      "Sets the reader beside ZXing and BoofCV, and beside zbar and zxing-cpp where Debian's",
      "packages zbar-tools and zxing-cpp-tools are installed: on ZXing's and jsQR's images, on",
      "made frames and videos of codes by condition, and on frames without a code."
    })
public final class ReaderBench implements Callable<Integer> {
  private static final int HALLS = 24;
  private static final int MOST = 100_000;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--images",
      paramLabel = "FOLDER",
      description = "With expected.tsv; else shared/data/qr above the checkout, if it is there.")
  private Optional<Path> images = Optional.empty();

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "PART",
      description =
          "pictures, conditions, photographs, cost, videos, hard (videos), nothing; else all.")
  private List<String> only = List.of();

  @Option(
      names = "--condition",
      split = ",",
      paramLabel = "NAME",
      description = "Only these conditions: clean, far, tilt, defocus, …")
  private List<String> conditions = List.of();

  @Option(
      names = "--frames",
      paramLabel = "N",
      description = "Frames a condition (default: ${DEFAULT-VALUE}).")
  private int frames = 24;

  @Option(
      names = "--videos",
      paramLabel = "N",
      description = "Videos a condition (default: ${DEFAULT-VALUE}).")
  private int videos = 12;

  @Option(
      names = "--nothing",
      paramLabel = "N",
      description = "Frames without a code (default: ${DEFAULT-VALUE}).")
  private int nothing = 2_000;

  @Option(
      names = "--tuning",
      description = "Seeds to tune on instead of those that figures are checked with.")
  private boolean tuning;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Number of the first seed in its range (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(names = "--java-only", description = "Without zbar and zxing-cpp.")
  private boolean javaOnly;

  @Override
  public Integer call() throws IOException {
    check(frames);
    check(videos);
    check(nothing);
    PrintWriter out = spec.commandLine().getOut();
    Path scratch = Files.createTempDirectory(memory(), "jinlin-reader-");
    int falseReads = 0;
    try {
      List<String> notes = new ArrayList<>();
      List<Engine> engines = Engines.all(scratch, notes);
      if (javaOnly) {
        engines.removeIf(CommandEngine.class::isInstance);
      }
      notes.forEach(out::println);
      falseReads = measure(engines, out);
    } finally {
      clear(scratch);
    }
    out.flush();
    return falseReads == 0 ? 0 : 1;
  }

  private int measure(List<Engine> engines, PrintWriter out) throws IOException {
    long first = (tuning ? Presentations.TUNING : Presentations.CHECKING) + seed;
    List<Condition> chosen = chosen();
    if (wants("cost")) {
      new Costs(out).empty(() -> sequence(System::nanoTime), HALLS);
      out.flush();
    }
    if (wants("conditions")) {
      new Stills(engines, out).conditions(chosen, first, frames);
      out.flush();
    }
    if (wants("photographs")) {
      new Stills(engines, out).conditions(photographs(), first, frames);
      out.flush();
    }
    if (wants("videos")) {
      new Videos(out).table(contestants(), chosen, first, videos);
      out.flush();
    }
    if (wants("hard")) {
      List<Condition> hard = Stream.of(Condition.values()).filter(Condition::isHard).toList();
      new Videos(out).table(contestants(), hard, first, videos);
      out.flush();
    }
    if (wants("pictures")) {
      Optional<SharedImages> shared = SharedImages.find(images);
      if (shared.isPresent()) {
        new Stills(engines, out).pictures(shared.get());
      } else {
        out.println("pictures: no folder shared/data/qr; name it with --images");
      }
      out.flush();
    }
    return wants("nothing") ? new Costs(out).falseReads(sequence(System::nanoTime), nothing) : 0;
  }

  private static List<Videos.Contestant> contestants() {
    return List.of(
        new Videos.Contestant("Jinlin", ReaderBench::sequence),
        new Videos.Contestant("each frame alone", ReaderBench::alone),
        new Videos.Contestant("ZXing", clock -> new ZxingEngine(true)::read));
  }

  /** The decoder with the same time for each frame, without what the frames before showed. */
  private static Function<Frame, Optional<String>> alone(LongSupplier clock) {
    QrReader reader = new QrReader(SequenceReader.BUDGET_MS, clock);
    return frame -> reader.readFrame(frame).map(FoundCode::text);
  }

  private static Function<Frame, Optional<String>> sequence(LongSupplier clock) {
    SequenceReader reader = new SequenceReader(SequenceReader.BUDGET_MS, clock);
    return frame -> reader.read(frame).code().map(FoundCode::text);
  }

  private List<Condition> chosen() {
    if (conditions.isEmpty()) {
      return Stream.of(Condition.values()).filter(c -> !c.isPhotograph() && !c.isHard()).toList();
    }
    return conditions.stream()
        .map(name -> Condition.named(name).orElseThrow(() -> wrong("no condition " + name)))
        .toList();
  }

  private List<Condition> photographs() {
    List<Condition> all = conditions.isEmpty() ? List.of(Condition.values()) : chosen();
    return all.stream().filter(Condition::isPhotograph).toList();
  }

  private boolean wants(String part) {
    return only.isEmpty() || only.contains(part);
  }

  private void check(int count) {
    if (count < 1 || count > MOST) {
      throw wrong("a count is from 1 to " + MOST + ", not " + count);
    }
  }

  private ParameterException wrong(String what) {
    return new ParameterException(spec.commandLine(), what);
  }

  /** Files that live for milliseconds stay off the disk where there is a place in memory. */
  private static Path memory() {
    Path shm = Path.of("/dev/shm");
    return Files.isWritable(shm) ? shm : Path.of(System.getProperty("java.io.tmpdir", "/tmp"));
  }

  private static void clear(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
