package io.jinlin.hub.live;

import io.jinlin.contract.page.ClinicQueue;
import io.jinlin.hub.clinic.ClinicState;
import io.jinlin.hub.clinic.QueueState;
import io.jinlin.hub.clinic.Room;
import io.jinlin.hub.clinic.Visit;
import io.jinlin.hub.places.Places;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the wall of the clinic shows: numbers and rooms, nobody's name.
 *
 * @param called the numbers called last, newest first
 * @param calls the same with their rooms, and a few more
 * @param queues how many wait
 */
public record ClinicBoard(List<Integer> called, List<Call> calls, List<Waiting> queues) {
  /** How many numbers called last the board of the whole centre shows. */
  static final int SHOWN = 4;

  /** Most calls that the clinic's own board is given. */
  static final int MAX_CALLS = 8;

  /**
   * A call; another of the same number is another one.
   *
   * @param room null when no room was named
   * @param at milliseconds since 1970 UTC
   * @param now whether the person is still expected or being seen
   */
  public record Call(int ticket, Snapshot.@Nullable Named room, long at, boolean now) {}

  /** How many wait in a queue. */
  public record Waiting(String id, String zh, String en, int waiting, boolean closed) {}

  static ClinicBoard of(ClinicState clinic, Places places) {
    List<Call> calls =
        clinic.calls().stream().limit(MAX_CALLS).map(visit -> call(clinic, visit)).toList();
    List<Waiting> queues =
        places.places().stream()
            .flatMap(place -> place.queues().stream())
            .map(queue -> waiting(queue, clinic.queue(queue.id())))
            .toList();
    return new ClinicBoard(calls.stream().limit(SHOWN).map(Call::ticket).toList(), calls, queues);
  }

  private static Call call(ClinicState clinic, Visit visit) {
    Snapshot.Named room =
        visit.room().flatMap(clinic.rules()::room).map(ClinicBoard::named).orElse(null);
    boolean now = visit.state() == Visit.State.CALLED;
    return new Call(visit.ticket(), room, visit.calledMillis(), now);
  }

  private static Snapshot.Named named(Room room) {
    return new Snapshot.Named(room.id(), room.zh(), room.en());
  }

  private static Waiting waiting(ClinicQueue queue, QueueState state) {
    return new Waiting(
        queue.id(), queue.name(), queue.nameEnglish(), state.waiting().size(), state.closed());
  }
}
