package io.jinlin.e2e.bench;

import io.jinlin.e2e.bench.micro.MicroBench;
import io.jinlin.e2e.bench.occupancy.OccupancyBench;
import io.jinlin.e2e.bench.reader.ReaderBench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bench}: the figures of the README. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = {
      "Measures hub, kiosk and edge agent as processes with the options that ship,",
      "against baselines in the same run, and prints a Markdown table.",
      "Ends with 1 when a target is not reached. Only ratios can be compared between machines."
    },
    subcommands = {ReaderBench.class, OccupancyBench.class, MicroBench.class})
public final class BenchCommand implements Callable<Integer> {
  private static final int MISSED = 1;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description = "Turns of hub and baseline, 1 to 100 (default: ${DEFAULT-VALUE}).")
  private int rounds = 5;

  @Option(
      names = "--scans",
      paramLabel = "N",
      description = "Cards at the kiosk, 10 to 5,000 (default: ${DEFAULT-VALUE}).")
  private int scans = 400;

  @Option(
      names = "--only",
      paramLabel = "PART",
      description = "ingest or waiting; without it both.")
  private String only = "";

  @Option(names = "--keep", description = "Leave the folder with data and logs.")
  private boolean keep;

  @Override
  public Integer call() throws Exception {
    if (rounds < 1 || rounds > 100 || scans < 10 || scans > 5_000) {
      throw new ParameterException(
          spec.commandLine(), "--rounds takes 1 to 100, --scans 10 to 5000");
    }
    if (!List.of("", "ingest", "waiting").contains(only)) {
      throw new ParameterException(spec.commandLine(), "--only takes ingest or waiting");
    }
    Path home = Path.of(System.getProperty("jinlin.home", "."));
    Path launcher = home.resolve("deploy").resolve("jinlin");
    if (!Files.isExecutable(launcher)) {
      throw new ParameterException(
          spec.commandLine(), "There is no " + launcher + ": run deploy/bench in a checkout");
    }
    Path root = Files.createTempDirectory("jinlin-bench-");
    Progress.say("load of this machine %s; data and logs in %s", load(), root);
    Table table = new Table();
    try {
      measure(new Site(launcher, root), table);
    } finally {
      if (!keep) {
        remove(root);
      }
    }
    spec.commandLine().getOut().println(table.text());
    return table.allHeld() ? 0 : MISSED;
  }

  private void measure(Site site, Table table) throws Exception {
    site.fill();
    if (!only.equals("waiting")) {
      Site.Hub hub = site.startHub();
      try (AutoCloseable process = hub.process()) {
        new Ingest(site, hub, rounds, table).measure();
      }
    }
    // A hub that was started anew and has a ledger behind it.
    if (!only.equals("ingest")) {
      Site.Hub hub = site.startHub();
      try (AutoCloseable process = hub.process()) {
        new Waiting(site, hub, scans, table, new Random(1)).measure();
      }
    }
  }

  private static String load() throws IOException {
    return Files.readString(Path.of("/proc/loadavg")).strip();
  }

  private static void remove(Path root) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(one);
      }
    }
  }
}
