package io.jinlin.hub.api;

import io.jinlin.contract.page.Device;
import io.jinlin.hub.clinic.ClinicState;
import io.jinlin.hub.clinic.Visit;
import io.jinlin.hub.devices.DeviceTable;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Numbers for people without a card: of the hub's own hundred, or of a plate that is lent. */
final class WalkIns {
  private final Api.Parts parts;
  private final ClinicDesk desk;

  WalkIns(Api.Parts parts, ClinicDesk desk) {
    this.parts = parts;
    this.desk = desk;
  }

  /** Takes a plate's number, or the next that nobody had today; reads the database. */
  int take(ClinicState clinic, OptionalInt plate) {
    if (plate.isPresent()) {
      boolean lent = clinic.visit(plate.getAsInt()).filter(visit -> !visit.over()).isPresent();
      List<Integer> wanted = lent ? List.of() : List.of(plate.getAsInt());
      return first(clinic, wanted, "plate-lent", plate.getAsInt());
    }
    int base = clinic.rules().walkInBase();
    checkRange(base);
    int last =
        clinic.visits().stream()
            .mapToInt(Visit::ticket)
            .filter(ticket -> ticket > base && ticket <= base + Device.TICKETS)
            .max()
            .orElse(base);
    List<Integer> free =
        IntStream.rangeClosed(last + 1, base + Device.TICKETS)
            .filter(ticket -> !clinic.used().contains(ticket))
            .boxed()
            .toList();
    return first(clinic, free, "no-number-left", base);
  }

  private int first(ClinicState clinic, List<Integer> wanted, String refusal, int detail) {
    long now = parts.clock().millis();
    return desk.take(ClinicDesk.Act.ISSUE, clinic.day(), wanted, now)
        .orElseThrow(() -> new Refused(409, refusal, String.valueOf(detail)));
  }

  /** No number is given twice, not by a kiosk either. */
  private void checkRange(int base) {
    // Device ranges were checked when they were added; one of an older hub is met here.
    List<Device> devices = parts.database().read(DeviceTable::all);
    for (Device device : devices) {
      if (device.sharesTicketsWith(base)) {
        throw new Refused(409, "numbers-of-device", base + " / " + device.id());
      }
      if (device.sharesTicketsWith(0)) {
        throw new Refused(409, "numbers-of-device", device.ticketBase() + " / " + device.id());
      }
    }
  }
}
