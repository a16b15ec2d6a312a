package io.jinlin.hub.sample;

import io.jinlin.contract.event.Event;
import io.jinlin.contract.wire.Batch;
import io.jinlin.contract.wire.EventCodec;
import io.jinlin.contract.wire.Limits;
import io.jinlin.contract.wire.Version;
import io.jinlin.hub.ledger.Delivery;
import io.jinlin.hub.ledger.Ledger;
import io.jinlin.hub.ledger.Receipt;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;

/** Brings made-up days into the ledger by the same door as the real ones. */
final class HistoryWriter {

  /** From the event to the hub, in milliseconds. */
  private static final long TRAVEL_MS = 400;

  private final Ledger ledger;
  private final AtomicLong failed = new AtomicLong();

  HistoryWriter(Ledger ledger) {
    this.ledger = ledger;
  }

  /**
   * Stores a day.
   *
   * @return how many events
   * @throws IllegalStateException when the ledger did not take them
   */
  int write(LocalDate date, Iterable<DeviceDay> devices, long untilMillis) {
    int written = 0;
    for (DeviceDay device : devices) {
      List<Event> events = device.events(untilMillis);
      String epoch = name("history", date, device);
      for (int i = 0; i < events.size(); i += Limits.MAX_BATCH_EVENTS) {
        List<Event> some = events.subList(i, Math.min(events.size(), i + Limits.MAX_BATCH_EVENTS));
        submit(date, device, epoch, i + 1L, some);
      }
      written += events.size();
    }
    while (ledger.commitNow() > 0) {
      continue;
    }
    if (failed.get() > 0) {
      throw new IllegalStateException(failed + " batches of " + date + " were not stored");
    }
    return written;
  }

  private void submit(
      LocalDate date, DeviceDay device, String epoch, long first, List<Event> events) {
    List<byte[]> lines = new ArrayList<>();
    events.forEach(event -> lines.add(EventCodec.encode(event)));
    Batch.Header header =
        new Batch.Header(
            "history",
            epoch,
            first,
            lines.size(),
            0,
            name("boot", date, device),
            OptionalLong.of(device.bootMillis()),
            Version.NONE);
    long received = events.get(events.size() - 1).wallMillis() + TRAVEL_MS;
    Delivery delivery =
        new Delivery(device.device(), new Batch(header, lines), received, this::answered);
    if (!ledger.submit(delivery)) {
      failed.incrementAndGet();
    }
  }

  private void answered(Receipt receipt) {
    if (receipt.kind() != Receipt.Kind.STORED) {
      failed.incrementAndGet();
    }
  }

  private static String name(String what, LocalDate date, DeviceDay device) {
    int hash = device.device().hashCode();
    return String.format(Locale.ROOT, "%s-%s-%08x", what, date, hash);
  }
}
