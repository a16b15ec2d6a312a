package io.jinlin.hub.cli;

import io.jinlin.contract.config.ConfigReader;
import io.jinlin.hub.config.HubConfig;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that name the settings; the same for every command. */
final class Settings {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "A properties file (UTF-8); may be given several times, the last wins.")
  private List<Path> files = new ArrayList<>();

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "One setting, over those of the files, for example --set http.port=8090.")
  private List<String> sets = new ArrayList<>();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The data folder (default: data/hub); short for --set data=DIR.")
  private @Nullable Path data;

  /** The settings; every mistake in them is named at once. */
  HubConfig read() {
    List<String> all = new ArrayList<>(sets);
    if (data != null) {
      all.add("data=" + data);
    }
    ConfigReader reader = ConfigReader.load(files, all);
    HubConfig config = HubConfig.read(reader);
    reader.finish();
    return config;
  }
}
