package io.jinlin.hub.config;

import io.jinlin.contract.config.ConfigReader;
import io.jinlin.contract.config.Secret;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The hub's settings.
 *
 * @param data folder of all files
 * @param journal file of what only the hub knows; put it on another disk to survive the loss of one
 * @param site the site's identifier, part of every topic and of every card's reference
 * @param zone by which days and times of day are meant
 * @param tls of the MQTT endpoint; absent for a plain port
 * @param homeAssistant a broker of the owner's that is told how full rooms are; absent for none
 * @param clock whether devices may set their clocks by this machine's
 */
public record HubConfig(
    Path data,
    Path journal,
    String site,
    ZoneId zone,
    Address http,
    Transport transport,
    Address mqtt,
    Optional<Tls> tls,
    Pages pages,
    Broker broker,
    Optional<HomeAssistant> homeAssistant,
    ClockTrust clock,
    BackupPlan backup) {
  static final int DEFAULT_HTTP_PORT = 8080;
  static final int DEFAULT_MQTT_PORT = 18_830;
  static final int DEFAULT_BROKER_PORT = 1_883;
  private static final int MAX_PORT = 65_535;

  /** Where to listen; port 0 takes any free one. */
  public record Address(String host, int port) {
    @Override
    public String toString() {
      return host + ":" + port;
    }
  }

  /** How devices reach the hub. */
  public enum Transport {
    /** The MQTT endpoint inside the hub. */
    EMBEDDED,
    /** A broker that the hub is a client of. */
    BROKER
  }

  /** Certificate and private key as PEM files. */
  public record Tls(Path certificate, Path key) {}

  /**
   * How staff's browsers reach the hub.
   *
   * @param tls absent for a plain port
   * @param names under which they may call it beside addresses and names of the local network
   */
  public record Pages(Optional<Tls> tls, Set<String> names) {
    public Pages {
      names = Set.copyOf(names);
    }
  }

  /** The broker, and who the hub is there. */
  public record Broker(Address address, String user, Secret password) {}

  /**
   * The owner's home automation.
   *
   * @param broker its address, and who the hub is there; the user is empty where none is asked for
   * @param prefix of its discovery topics
   */
  public record HomeAssistant(Broker broker, String prefix) {}

  /** Whether this machine's clock can be trusted. */
  public enum ClockTrust {
    /** If it is synchronised, or the machine has a clock that runs on a battery. */
    AUTO,
    ALWAYS,
    NEVER
  }

  /**
   * Backups that the running hub makes.
   *
   * @param everyHours 0 for none
   * @param keep how many; older ones are deleted
   */
  public record BackupPlan(Path folder, int everyHours, int keep) {}

  /** Takes the hub's keys out of the reader; the caller finishes it. */
  public static HubConfig read(ConfigReader reader) {
    Path data = reader.path("data", Path.of("data", "hub"));
    return new HubConfig(
        data,
        reader.path("journal", data.resolve("journal.db")),
        site(reader),
        zone(reader),
        address(reader, "http", DEFAULT_HTTP_PORT),
        reader.word("mqtt.transport", Transport.class, Transport.EMBEDDED),
        address(reader, "mqtt", DEFAULT_MQTT_PORT),
        tls(reader, "mqtt"),
        new Pages(tls(reader, "http"), names(reader)),
        new Broker(
            address(reader, "broker", DEFAULT_BROKER_PORT),
            reader.text("broker.user", "hub"),
            reader.optionalSecret("broker.password").orElse(new Secret(""))),
        homeAssistant(reader),
        reader.word("clock.trust", ClockTrust.class, ClockTrust.AUTO),
        new BackupPlan(
            reader.path("backup.folder", data.resolve("backups")),
            reader.integer("backup.every_hours", 24, 0, 24 * 7),
            reader.integer("backup.keep", 14, 1, 1_000)));
  }

  private static Optional<HomeAssistant> homeAssistant(ConfigReader reader) {
    String host = reader.text("homeassistant.host", "");
    Broker broker =
        new Broker(
            new Address(
                host, reader.integer("homeassistant.port", DEFAULT_BROKER_PORT, 1, MAX_PORT)),
            reader.text("homeassistant.user", ""),
            reader.optionalSecret("homeassistant.password").orElse(new Secret("")));
    String prefix = reader.text("homeassistant.prefix", "homeassistant");
    if (!prefix.matches("[^+#\\s]{1,80}")) {
      reader.problem("homeassistant.prefix must be a topic without +, # and spaces");
    }
    return host.isEmpty() ? Optional.empty() : Optional.of(new HomeAssistant(broker, prefix));
  }

  private static String site(ConfigReader reader) {
    String site = reader.text("site", "jinlin");
    if (!site.matches("[a-z0-9][a-z0-9-]{0,39}")) {
      reader.problem("site must be 1 to 40 of a-z, 0-9 and hyphen");
      return "jinlin";
    }
    return site;
  }

  private static ZoneId zone(ConfigReader reader) {
    String zone = reader.text("zone", "Asia/Shanghai");
    try {
      return ZoneId.of(zone);
    } catch (DateTimeException unknown) {
      reader.problem("zone " + zone + " is not a time zone, for example Asia/Shanghai");
      return ZoneId.of("UTC");
    }
  }

  private static Address address(ConfigReader reader, String prefix, int port) {
    return new Address(
        reader.text(prefix + ".host", "127.0.0.1"),
        reader.integer(prefix + ".port", port, 0, MAX_PORT));
  }

  private static Set<String> names(ConfigReader reader) {
    Set<String> names = new TreeSet<>();
    for (String name : reader.text("http.names", "").split(",")) {
      String trimmed = name.strip().toLowerCase(Locale.ROOT);
      if (!trimmed.isEmpty() && !trimmed.matches("[a-z0-9.-]{1,253}")) {
        reader.problem("http.names: " + trimmed + " is not a host name");
      }
      if (!trimmed.isEmpty()) {
        names.add(trimmed);
      }
    }
    return names;
  }

  private static Optional<Tls> tls(ConfigReader reader, String prefix) {
    Optional<String> certificate = reader.optionalText(prefix + ".certificate");
    Optional<String> key = reader.optionalText(prefix + ".key");
    if (certificate.isPresent() != key.isPresent()) {
      reader.problem(prefix + ".certificate and " + prefix + ".key go together");
      return Optional.empty();
    }
    return certificate.map(file -> new Tls(Path.of(file), Path.of(key.orElseThrow())));
  }
}
