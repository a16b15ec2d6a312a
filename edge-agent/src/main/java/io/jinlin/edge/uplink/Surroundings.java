package io.jinlin.edge.uplink;

import io.jinlin.edge.clock.EdgeClock;
import java.util.random.RandomGenerator;

/** What an edge agent gets from outside, so that a simulation can give it something else. */
public record Surroundings(EdgeClock clock, RandomGenerator random, LinkFactory links) {}
