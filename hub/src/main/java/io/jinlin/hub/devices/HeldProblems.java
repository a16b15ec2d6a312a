package io.jinlin.hub.devices;

import io.jinlin.hub.ledger.Ledger;
import io.jinlin.hub.store.Database;
import io.jinlin.hub.store.Rows;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what the hub holds against devices beyond its next start, until staff say that they have
 * seen it. Only of devices that are enrolled: a stranger's names fill no table.
 */
public final class HeldProblems {
  private static final Logger LOG = LoggerFactory.getLogger(HeldProblems.class);
  private static final String ADD =
      "INSERT INTO device_problem (device, problem, since)"
          + " SELECT id, ?2, ?3 FROM device WHERE id = ?1 ON CONFLICT DO NOTHING";

  private record Held(String device, String problem) {}

  private final Ledger ledger;
  private final Devices devices;

  private HeldProblems(Ledger ledger, Devices devices) {
    this.ledger = ledger;
    this.devices = devices;
  }

  /** Tells {@code devices} what was held, and writes down what will be. */
  public static HeldProblems start(
      Database database, Ledger ledger, Devices devices, InstantSource clock) {
    String all = "SELECT device, problem FROM device_problem ORDER BY since";
    database
        .read(db -> Rows.all(db, all, row -> new Held(row.getString(1), row.getString(2))))
        .forEach(held -> devices.holdAgainst(held.device(), held.problem()));
    devices.onHeld(
        (device, problem) -> {
          long now = clock.millis();
          ledger
              .write(db -> Rows.change(db, ADD, device, problem, now))
              .exceptionally(
                  failed -> {
                    LOG.warn("{} of {} is not written down", problem, device);
                    return 0;
                  });
        });
    return new HeldProblems(ledger, devices);
  }

  /** Staff have seen it: nothing is held against the device until it happens again. */
  public CompletableFuture<Integer> settle(String device) {
    String sql = "DELETE FROM device_problem WHERE device = ?";
    return ledger
        .write(db -> Rows.change(db, sql, device))
        .thenApply(
            dropped -> {
              devices.forgive(device);
              return dropped;
            });
  }
}
