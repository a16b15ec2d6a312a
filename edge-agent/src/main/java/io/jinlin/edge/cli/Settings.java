package io.jinlin.edge.cli;

import io.jinlin.contract.config.ConfigReader;
import io.jinlin.edge.config.AgentConfig;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The options that say which settings hold. */
public final class Settings {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Settings, for example the enrolment file; may be given more than once.")
  private List<Path> files = new ArrayList<>();

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "One setting, over the files; may be given more than once.")
  private List<String> sets = new ArrayList<>();

  /**
   * The settings as they stand in the files and on the command line; the caller takes its keys and
   * then finishes the reader.
   *
   * @throws io.jinlin.contract.config.ConfigException naming what cannot be read
   */
  public ConfigReader reader() {
    return ConfigReader.load(files, sets);
  }

  /**
   * The agent's settings.
   *
   * @throws io.jinlin.contract.config.ConfigException naming all that is wrong
   */
  AgentConfig read() {
    ConfigReader reader = reader();
    AgentConfig config = AgentConfig.read(reader);
    reader.finish();
    return config;
  }
}
