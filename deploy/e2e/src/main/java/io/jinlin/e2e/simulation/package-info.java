/**
 * Devices and a hub on one thread under virtual time, from one seed: the real outbox, uplink,
 * gateway and ledger on real SQLite files, with a network, disks and clocks that go wrong.
 */
@NullMarked
package io.jinlin.e2e.simulation;

import org.jspecify.annotations.NullMarked;
