package io.jinlin.hub.devices;

import io.jinlin.hub.ledger.JournalHandler;
import io.jinlin.hub.ledger.Ledger;
import io.jinlin.hub.store.Database;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Devices that are let in no more: stolen, lost, replaced. What staff say or {@code hub device
 * revoke} wrote is in the journal too, so that an older backup does not let a thief in again, and
 * is told to {@link Devices}, so that the connection ends at once. Safe from any thread; may wait
 * for the disk.
 */
public final class LostDevices {
  /** Its kind of journal entry; the body is the time in milliseconds, a space, and the device. */
  public static final String KIND = "device-lost";

  /** How often {@link #look} should be called, in milliseconds. */
  public static final long LOOK_MS = 500;

  private static final Logger LOG = LoggerFactory.getLogger(LostDevices.class);

  /** With what it works. */
  public record Parts(Database database, Ledger ledger, Devices devices, InstantSource clock) {}

  private final Parts parts;

  public LostDevices(Parts parts) {
    this.parts = parts;
  }

  /** Does again what the journal says; a device that the file does not know needs nothing. */
  public static JournalHandler handler() {
    return (db, body) -> {
      String[] words = new String(body, StandardCharsets.UTF_8).split(" ", 2);
      if (words.length != 2 || !words[0].matches("\\d{1,18}")) {
        throw new SQLException("reading which device was lost");
      }
      apply(db, words[1], Long.parseLong(words[0]));
    };
  }

  private static boolean apply(Connection db, String device, long atMillis) throws SQLException {
    boolean changed = DeviceTable.revoke(db, device, atMillis);
    DeviceTable.journalled(db, device);
    return changed;
  }

  /**
   * Lets a device in no more and ends its connection.
   *
   * @return whether it was let in before; done when both files have it and the connection is over
   */
  public CompletableFuture<Boolean> report(String device) {
    return write(device, parts.clock().millis())
        .thenApplyAsync(
            changed -> {
              look();
              return changed;
            });
  }

  private CompletableFuture<Boolean> write(String device, long atMillis) {
    byte[] body = (atMillis + " " + device).getBytes(StandardCharsets.UTF_8);
    return parts.ledger().write(KIND, body, db -> apply(db, device, atMillis));
  }

  /**
   * Looks who is let in no more; one at a time, so that what is told is never older than before.
   */
  public synchronized void look() {
    Set<String> lost = parts.database().read(DeviceTable::lost);
    parts.devices().deny(lost);
    for (DeviceTable.Revoked one : parts.database().read(DeviceTable::notJournalled)) {
      write(one.device(), one.atMillis())
          .exceptionally(
              problem -> {
                LOG.warn("that {} is lost is not in the journal yet", one.device());
                return false;
              });
    }
  }
}
