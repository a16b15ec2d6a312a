package io.jinlin.edge.cli;

import io.jinlin.edge.config.AgentConfig;
import io.jinlin.edge.outbox.OutboxReport;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Tells what lies in an agent's data folder, whether the agent runs or not. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    description = "Prints what waits for the hub and what is wrong; changes nothing.")
final class StatusCommand implements Callable<Integer> {
  @Mixin private Settings settings = new Settings();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    AgentConfig config = settings.read();
    OutboxReport report = OutboxReport.read(config.outboxFile());
    var out = spec.commandLine().getOut();
    out.println("device     " + config.device() + " at site " + config.site());
    out.println("data       " + config.data().toAbsolutePath());
    out.println("agent      " + (report.running() ? "running" : "not running"));
    out.println("unsent     " + report.unsent() + " events");
    out.println("retained   " + report.retained() + " events, " + report.bytes() / 1024 + " KiB");
    report
        .epochs()
        .forEach(
            epoch ->
                out.println(
                    "epoch      "
                        + epoch.epoch()
                        + " "
                        + epoch.first()
                        + "–"
                        + epoch.last()
                        + (epoch.unsent() ? ", sent to " + epoch.acked() : ", all sent")));
    report.setAside().forEach(file -> out.println("set aside  " + file + " (see salvage)"));
    out.flush();
    return 0;
  }
}
