package io.jinlin.edge.config;

import io.jinlin.contract.config.ConfigReader;
import io.jinlin.edge.clock.ClockTrust;
import io.jinlin.edge.outbox.OutboxLimits;
import io.jinlin.edge.uplink.HubAddress;
import java.nio.file.Path;

/**
 * The settings of an edge agent.
 *
 * @param site the site's identifier, from the enrolment file
 * @param device the device's identifier, from the enrolment file
 * @param data folder of {@code outbox.db} and {@code replica.db}
 * @param hub where the hub is
 * @param trust whom to believe about the time
 * @param outbox how much to hold
 * @param wiring what is on the pins
 */
public record AgentConfig(
    String site,
    String device,
    Path data,
    HubAddress hub,
    ClockTrust trust,
    OutboxLimits outbox,
    WiringConfig wiring) {
  private static final String DEFAULT_HOST = "127.0.0.1";
  private static final int DEFAULT_PORT = 18_830;
  private static final long BYTES_PER_MB = 1024 * 1024;

  /** Takes the agent's keys out of the reader; the caller finishes it. */
  public static AgentConfig read(ConfigReader reader) {
    Keys keys = new Keys(reader);
    return new AgentConfig(
        keys.id("site"),
        keys.id("device"),
        data(reader),
        hub(reader, keys),
        reader.word("clock.trust", ClockTrust.class, ClockTrust.AUTO),
        new OutboxLimits(
            BYTES_PER_MB
                * reader.number(
                    "outbox.max_mb",
                    OutboxLimits.DEFAULT.maxBytes() / BYTES_PER_MB,
                    1,
                    OutboxLimits.MAX_BYTES / BYTES_PER_MB)),
        WiringConfig.read(reader));
  }

  /** The folder alone, for commands that only look at the files. */
  public static Path data(ConfigReader reader) {
    return reader.path("data", Path.of("data"));
  }

  private static HubAddress hub(ConfigReader reader, Keys keys) {
    return new HubAddress(
        keys.host("hub.host", DEFAULT_HOST),
        reader.integer("hub.port", DEFAULT_PORT, 1, 65_535),
        reader.secret("hub.password"),
        keys.pin("hub.pin"));
  }

  /** The events that wait for the hub. */
  public Path outboxFile() {
    return data.resolve("outbox.db");
  }

  /** The copy of the hub's pages. */
  public Path replicaFile() {
    return data.resolve("replica.db");
  }
}
