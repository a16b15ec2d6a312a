package io.jinlin.hub.ledger;

import io.jinlin.contract.event.Event;
import io.jinlin.contract.event.FactType;
import io.jinlin.contract.wire.Decoded;
import io.jinlin.contract.wire.EventCodec;
import io.jinlin.contract.wire.Refusal;

/**
 * One event line: as it came, and what it says.
 *
 * @param bytes without the line end
 * @param event what was read, or why not
 */
record Line(byte[] bytes, Decoded<Event> event) {
  /** Reads a line from a device, which may not send what only the hub records. */
  static Line fromDevice(byte[] bytes) {
    Decoded<Event> event = EventCodec.decode(bytes);
    if (event instanceof Decoded.Value<Event> value
        && !FactType.of(value.value().fact()).fromDevices()) {
      return new Line(bytes, new Decoded.Refused<>(Refusal.NOT_FOR_DEVICES, "type"));
    }
    return new Line(bytes, event);
  }

  /** Reads a line that the ledger holds, from whomever it came. */
  static Line own(byte[] bytes) {
    return new Line(bytes, EventCodec.decode(bytes));
  }
}
