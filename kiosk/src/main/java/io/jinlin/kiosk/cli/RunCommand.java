package io.jinlin.kiosk.cli;

import io.jinlin.contract.config.ConfigReader;
import io.jinlin.edge.agent.EdgeAgent;
import io.jinlin.edge.agent.EdgeParts;
import io.jinlin.edge.cli.Settings;
import io.jinlin.edge.cli.StopSignal;
import io.jinlin.edge.config.AgentConfig;
import io.jinlin.kiosk.app.Kiosk;
import io.jinlin.kiosk.config.KioskConfig;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Runs a kiosk until it is told to stop. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = "Runs the kiosk: reads cards, answers on a page on loopback, and tells the hub.")
final class RunCommand implements Callable<Integer> {
  @Mixin private Settings settings = new Settings();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    ConfigReader reader = settings.reader();
    AgentConfig agentConfig = AgentConfig.read(reader);
    KioskConfig config = KioskConfig.read(reader);
    reader.finish();
    try (StopSignal signal = StopSignal.install();
        EdgeAgent agent = EdgeAgent.open(agentConfig, EdgeParts.system(agentConfig));
        Kiosk kiosk = Kiosk.open(config, agent, System::nanoTime)) {
      spec.commandLine().getOut().println("kiosk ready " + kiosk.address());
      spec.commandLine().getOut().flush();
      signal.await();
    }
    return 0;
  }
}
