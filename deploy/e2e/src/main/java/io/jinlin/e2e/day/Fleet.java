package io.jinlin.e2e.day;

import io.jinlin.contract.config.ConfigReader;
import io.jinlin.edge.agent.EdgeAgent;
import io.jinlin.edge.agent.EdgeParts;
import io.jinlin.edge.config.AgentConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/** Every enrolled device of the site as an edge agent of its own, in this process. */
final class Fleet implements AutoCloseable {
  /** Most devices of one site. */
  static final int MAX_DEVICES = 200;

  private static final String SUFFIX = ".properties";

  private final Map<String, EdgeAgent> agents = new LinkedHashMap<>();

  /**
   * Opens an agent for each file in {@code DATA/devices}, with its own files below {@code
   * DATA/day}.
   *
   * @param except devices that somebody else plays
   * @param hubPort the hub's MQTT port where it is not that of the enrolment files
   */
  static Fleet open(Path data, Set<String> except, OptionalInt hubPort) throws IOException {
    Fleet fleet = new Fleet();
    try {
      for (Path file : files(data.resolve("devices"))) {
        String device = name(file);
        if (!except.contains(device)) {
          fleet.agents.put(device, agent(file, data.resolve("day").resolve(device), hubPort));
        }
      }
    } catch (IOException | RuntimeException failed) {
      fleet.close();
      throw failed;
    }
    return fleet;
  }

  private static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new IOException("There is no folder " + folder + "; run hub sample first");
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(SUFFIX))
          .sorted()
          .limit(MAX_DEVICES)
          .toList();
    }
  }

  private static String name(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.substring(0, name.length() - SUFFIX.length());
  }

  private static EdgeAgent agent(Path file, Path data, OptionalInt hubPort) throws IOException {
    Files.createDirectories(data);
    List<String> sets = new ArrayList<>(List.of("data=" + data));
    hubPort.ifPresent(port -> sets.add("hub.port=" + port));
    ConfigReader reader = ConfigReader.load(List.of(file), sets);
    AgentConfig config = AgentConfig.read(reader);
    reader.finish();
    return EdgeAgent.open(config, EdgeParts.system(config));
  }

  /** A device by name, if it is here. */
  Optional<Station> station(String device) {
    return Optional.ofNullable(agents.get(device)).map(agent -> new AgentStation(device, agent));
  }

  /** The devices whose names begin so. */
  List<Station> stations(String prefix) {
    return agents.keySet().stream()
        .filter(device -> device.startsWith(prefix))
        .flatMap(device -> station(device).stream())
        .toList();
  }

  /** How many are connected, and how many events wait, for the log. */
  String state() {
    long connected = agents.values().stream().filter(agent -> agent.status().connected()).count();
    long unsent = agents.values().stream().mapToLong(agent -> agent.status().unsent()).sum();
    return connected + " of " + agents.size() + " devices connected, " + unsent + " events unsent";
  }

  @Override
  public void close() {
    agents.values().forEach(EdgeAgent::close);
  }
}
