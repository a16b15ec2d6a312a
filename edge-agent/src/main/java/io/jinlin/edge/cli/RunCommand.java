package io.jinlin.edge.cli;

import io.jinlin.edge.agent.EdgeAgent;
import io.jinlin.edge.agent.EdgeParts;
import io.jinlin.edge.config.AgentConfig;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs an agent until it is told to stop. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description =
        "Runs the agent: door beams and panel if they are wired, cards if --lines says so.")
final class RunCommand implements Callable<Integer> {
  private static final long CLOSE_SECONDS = 5;

  @Mixin private Settings settings = new Settings();

  @Option(
      names = "--lines",
      paramLabel = "FILE",
      description =
          "Reads card texts from a file, a FIFO or - (standard input), one a line, and prints one"
              + " JSON line for each answer, after the event is on the disk.")
  private Optional<String> lines = Optional.empty();

  @Option(
      names = "--until-sent",
      description = "Ends when the lines have ended and the hub has every event.")
  private boolean untilSent;

  @Override
  public Integer call() throws Exception {
    AgentConfig config = settings.read();
    CountDownLatch stop = new CountDownLatch(1);
    CountDownLatch closed = new CountDownLatch(1);
    try (EdgeAgent agent = EdgeAgent.open(config, EdgeParts.system(config))) {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> end(stop, closed), "shutdown"));
      PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
      out.println("{\"ready\":\"" + config.device() + "\"}");
      if (lines.isPresent()) {
        new LineFeed(agent, out).start(lines.get(), stop::countDown, untilSent);
      }
      stop.await();
    } finally {
      closed.countDown();
    }
    return 0;
  }

  /** On a signal the process ends when the files are closed, or a while later. */
  private static void end(CountDownLatch stop, CountDownLatch closed) {
    stop.countDown();
    try {
      if (!closed.await(CLOSE_SECONDS, TimeUnit.SECONDS)) {
        LoggerFactory.getLogger(RunCommand.class).warn("the agent does not close in time");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
