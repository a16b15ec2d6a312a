package io.jinlin.e2e.day;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code simulate}: the sample community lives before the hub that runs. What is on is what the
 * timetable says for the hub's own time of day; the speed makes more happen, not the clock run
 * faster.
 */
@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    description = {
      "Plays a living day of the sample community through real edge agents,",
      "against a running hub, until it is stopped (Ctrl-C)."
    })
public final class SimulateCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(SimulateCommand.class);
  private static final double MIN_SPEED = 0.1;
  private static final double MAX_SPEED = 100;
  private static final long REPORT_MS = 60_000;
  private static final LongSupplier MONOTONIC = () -> System.nanoTime() / 1_000_000;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Folder of sample-cards.tsv and devices/ (default: ${DEFAULT-VALUE}).")
  private Path data = Path.of("data");

  @Option(
      names = "--hub",
      paramLabel = "URL",
      description = "The hub's pages, for what staff do (default: ${DEFAULT-VALUE}).")
  private URI hub = URI.create("http://127.0.0.1:8080/");

  @Option(
      names = "--mqtt-port",
      paramLabel = "N",
      description = "The hub's MQTT port, if not that of the enrolment files.")
  private int mqttPort;

  @Option(
      names = "--speed",
      paramLabel = "N",
      description = "How busy: 1 as on an ordinary day, up to 100 (default: ${DEFAULT-VALUE}).")
  private double speed = 1;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      description = "Stop by itself after so long (default: never).")
  private long seconds = Long.MAX_VALUE;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "The same seed, the same people (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(
      names = "--except",
      paramLabel = "DEVICE",
      split = ",",
      description = "Devices to leave alone because they run elsewhere.")
  private List<String> except = List.of();

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (!(speed >= MIN_SPEED && speed <= MAX_SPEED)) {
      throw new ParameterException(spec.commandLine(), "--speed takes 0.1 to 100");
    }
    if (!Files.isRegularFile(data.resolve("sample-cards.tsv"))) {
      throw new ParameterException(
          spec.commandLine(), "There is no sample community in " + data + "; run hub sample first");
    }
    Random random = new Random(seed);
    Deck deck = Deck.read(data.resolve("sample-cards.tsv"), random);
    OptionalInt port = mqttPort > 0 ? OptionalInt.of(mqttPort) : OptionalInt.empty();
    CountDownLatch stop = new CountDownLatch(1);
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stopAndWait(stop, stopped), "stop"));
    try (Fleet fleet = Fleet.open(data, new HashSet<>(except), port)) {
      Agenda agenda = new Agenda(MONOTONIC, speed);
      new Day(agenda, random, deck, fleet::station).plan();
      desk().ifPresent(desk -> agenda.always("staff", new Staff(agenda, desk, speed)));
      agenda.always("state", () -> report(fleet));
      play(agenda, stop);
    } finally {
      stopped.countDown();
    }
    return 0;
  }

  private long report(Fleet fleet) {
    LOG.info("{}", fleet.state());
    return (long) (REPORT_MS * speed);
  }

  private void play(Agenda agenda, CountDownLatch stop) throws InterruptedException {
    long end = seconds == Long.MAX_VALUE ? seconds : MONOTONIC.getAsLong() + 1_000 * seconds;
    boolean go = true;
    while (go && MONOTONIC.getAsLong() < end) {
      long pause = Math.min(agenda.run(), REPORT_MS);
      go = !stop.await(Math.max(1, pause), TimeUnit.MILLISECONDS);
    }
  }

  /** The account that the sample wrote down; without it nobody answers calls. */
  private Optional<HubDesk> desk() throws IOException {
    Path accounts = data.resolve("sample-accounts.tsv");
    if (!Files.isRegularFile(accounts)) {
      LOG.warn("There is no {}: nobody plays the staff", accounts);
      return Optional.empty();
    }
    String[] account = Files.readString(accounts, StandardCharsets.UTF_8).strip().split("\t");
    return account.length == 2
        ? Optional.of(new HubDesk(hub, account[0], account[1]))
        : Optional.empty();
  }

  private static void stopAndWait(CountDownLatch stop, CountDownLatch stopped) {
    stop.countDown();
    try {
      stopped.await(5, TimeUnit.SECONDS);
    } catch (InterruptedException now) {
      Thread.currentThread().interrupt();
    }
  }
}
