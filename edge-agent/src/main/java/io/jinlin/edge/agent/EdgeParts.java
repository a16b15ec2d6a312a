package io.jinlin.edge.agent;

import io.jinlin.edge.clock.EdgeClock;
import io.jinlin.edge.clock.OffsetClock;
import io.jinlin.edge.clock.SystemClock;
import io.jinlin.edge.config.AgentConfig;
import io.jinlin.edge.uplink.Identity;
import io.jinlin.edge.uplink.LinkFactory;
import io.jinlin.edge.uplink.PahoLink;
import java.security.SecureRandom;
import java.util.random.RandomGenerator;

/**
 * What an agent gets from outside.
 *
 * @param random used by several threads at once
 */
public record EdgeParts(EdgeClock clock, RandomGenerator random, LinkFactory links) {
  /** This machine's clocks and randomness, and MQTT. */
  public static EdgeParts system(AgentConfig config) {
    Identity identity = EdgeAgent.identity(config);
    return new EdgeParts(
        new OffsetClock(new SystemClock(), config.trust()),
        new SecureRandom(),
        () -> new PahoLink(identity, config.hub()));
  }
}
