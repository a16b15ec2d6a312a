package io.jinlin.hub.live;

import io.jinlin.contract.page.Device;
import io.jinlin.contract.page.Place;
import io.jinlin.contract.wire.FiguresNow;
import io.jinlin.hub.clinic.QueueState;
import io.jinlin.hub.places.Places;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What a kiosk is told of its own place: seats at the canteen, queues at the clinic. */
public final class KioskFigures {
  private KioskFigures() {}

  /** The figures for a device; empty where there is nothing to tell. */
  public static Optional<FiguresNow> of(Live.View view, Places places, Device device) {
    Optional<Place> place =
        device.role() == Device.Role.ENTRANCE ? places.find(device.place()) : Optional.empty();
    return place.flatMap(
        here ->
            switch (here.service()) {
              case CANTEEN -> Optional.of(seats(view));
              case CLINIC -> Optional.of(queues(view, here));
              default -> Optional.empty();
            });
  }

  private static FiguresNow seats(Live.View view) {
    Snapshot.Seats seats = view.snapshot().seats();
    // Nobody has been seen yet: not known, and not the same as empty.
    boolean known = !seats.basis().equals("none") && seats.capacity() > 0;
    OptionalInt free =
        known ? OptionalInt.of(Math.max(0, seats.capacity() - seats.taken())) : OptionalInt.empty();
    return new FiguresNow(LocalDate.parse(view.snapshot().day()), free, List.of());
  }

  private static FiguresNow queues(Live.View view, Place place) {
    List<FiguresNow.Queue> queues =
        place.queues().stream()
            .map(queue -> queue(queue.id(), view.clinic().queue(queue.id())))
            .toList();
    return new FiguresNow(view.clinic().day(), OptionalInt.empty(), queues);
  }

  private static FiguresNow.Queue queue(String id, QueueState state) {
    List<Integer> numbers = state.numbers().stream().limit(FiguresNow.MAX_WAITING).toList();
    int seconds = Math.min(state.secondsPerPerson(), FiguresNow.MAX_SECONDS);
    return new FiguresNow.Queue(id, state.closed(), numbers, seconds);
  }
}
