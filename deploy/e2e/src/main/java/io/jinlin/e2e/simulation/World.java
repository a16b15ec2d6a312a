package io.jinlin.e2e.simulation;

import java.util.Random;

/** What everybody in a simulation shares. */
record World(
    VirtualTime time, Random random, SimNetwork network, Witness witness, Community community) {}
