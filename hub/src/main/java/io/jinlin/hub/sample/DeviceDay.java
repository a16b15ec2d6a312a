package io.jinlin.hub.sample;

import io.jinlin.contract.event.Event;
import io.jinlin.contract.event.Fact;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What one device recorded on one day, since it was switched on in the morning. */
final class DeviceDay {

  private final String device;
  private final long bootMillis;
  private final List<Event> events = new ArrayList<>();

  DeviceDay(String device, long bootMillis) {
    this.device = device;
    this.bootMillis = bootMillis;
  }

  void add(long atMillis, Fact fact) {
    events.add(new Event(atMillis, atMillis - bootMillis, fact));
  }

  String device() {
    return device;
  }

  long bootMillis() {
    return bootMillis;
  }

  /** In the order in which they happened, up to a moment. */
  List<Event> events(long untilMillis) {
    return events.stream()
        .filter(event -> event.wallMillis() <= untilMillis)
        .sorted(Comparator.comparingLong(Event::wallMillis))
        .toList();
  }
}
