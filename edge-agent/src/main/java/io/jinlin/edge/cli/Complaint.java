package io.jinlin.edge.cli;

import io.jinlin.contract.config.ConfigException;
import io.jinlin.edge.outbox.OutboxInUseException;
import java.io.IOException;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/** Tells what a person can mend in a line, and the rest with its trace. */
public final class Complaint implements CommandLine.IExecutionExceptionHandler {
  @Override
  public int handleExecutionException(
      Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
    boolean mendable =
        failure instanceof ConfigException
            || failure instanceof OutboxInUseException
            || failure instanceof IOException;
    if (mendable) {
      command.getErr().println(failure.getMessage());
    } else {
      LoggerFactory.getLogger(Complaint.class).error("{} ends", command.getCommandName(), failure);
    }
    return mendable ? CommandLine.ExitCode.USAGE : CommandLine.ExitCode.SOFTWARE;
  }
}
