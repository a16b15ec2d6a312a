package io.jinlin.hub.devices;

import io.jinlin.contract.event.Event;
import io.jinlin.contract.event.Fact;
import io.jinlin.contract.page.Device;
import io.jinlin.contract.wire.EventCodec;
import io.jinlin.hub.store.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Which clinic numbers are whose, so that kiosks which cannot see each other never give the same.
 */
public final class TicketRanges {
  /** A number of the last day may still be in somebody's hand, in milliseconds. */
  private static final long DAY_MS = 86_400_000;

  private static final String OTHERS =
      "SELECT id, ticket_base FROM device WHERE id <> ? AND ticket_base > 0"
          + " AND (revoked IS NULL OR revoked > ?) ORDER BY id";
  private static final String OF_DEVICE = "SELECT body FROM event WHERE at > ? AND device = ?";

  private record Other(String id, int base) {}

  private TicketRanges() {}

  /**
   * Refuses a device whose numbers another one has, or had until less than a day ago.
   *
   * @throws IllegalArgumentException which names the other and the numbers
   */
  static void check(Connection db, Device device, long nowMillis) throws SQLException {
    if (device.sharesTicketsWith(0)) {
      throw new IllegalArgumentException(
          "clinic numbers 1 to 99 are on the plates that nurses lend; choose another ticket base");
    }
    List<Other> others =
        Rows.all(
            db,
            OTHERS,
            row -> new Other(row.getString(1), row.getInt(2)),
            device.id(),
            nowMillis - DAY_MS);
    for (Other other : others) {
      if (device.sharesTicketsWith(other.base())) {
        throw new IllegalArgumentException(
            "clinic numbers %d to %d are those of %s; choose another ticket base"
                .formatted(other.base() + 1, other.base() + Device.TICKETS, other.id()));
      }
    }
  }

  /** The highest number that a device gave in the last day, as far as the hub has heard of it. */
  public static OptionalInt lastGiven(Connection db, Device device, long nowMillis)
      throws SQLException {
    return Rows.all(db, OF_DEVICE, row -> row.getBytes(1), nowMillis - DAY_MS, device.id()).stream()
        .flatMapToInt(body -> ticket(body))
        .filter(ticket -> ticket > device.ticketBase())
        .filter(ticket -> ticket <= device.ticketBase() + Device.TICKETS)
        .max();
  }

  private static IntStream ticket(byte[] body) {
    return EventCodec.decode(body).toOptional().map(Event::fact).stream()
        .filter(Fact.Scan.class::isInstance)
        .mapToInt(fact -> ((Fact.Scan) fact).ticket());
  }
}
