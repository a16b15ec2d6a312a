package io.jinlin.edge.cli;

import io.jinlin.edge.agent.EdgeAgent;
import io.jinlin.edge.agent.EdgeParts;
import io.jinlin.edge.config.AgentConfig;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Callable;
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
    try (StopSignal signal = StopSignal.install();
        EdgeAgent agent = EdgeAgent.open(config, EdgeParts.system(config))) {
      PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
      out.println("{\"ready\":\"" + config.device() + "\"}");
      if (lines.isPresent()) {
        new LineFeed(agent, out).start(lines.get(), signal::stop, untilSent);
      }
      signal.await();
    }
    return 0;
  }
}
