package io.jinlin.contract.wire;

import io.jinlin.contract.event.Check;
import io.jinlin.contract.event.Fact;
import io.jinlin.contract.page.Place;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the hub knows of a device's place and a kiosk cannot: how many seats are free, who waits. It
 * grows old within a minute; that a queue is closed holds for the rest of its day.
 *
 * @param day the day at the site that it is about
 * @param seatsFree seats of the canteen, if the device stands there and somebody can know
 * @param queues of the clinic, if the device stands there
 */
public record FiguresNow(LocalDate day, OptionalInt seatsFree, List<Queue> queues) {
  /** Most numbers that are named of one queue. */
  public static final int MAX_WAITING = 500;

  /** Longest time one person can be said to take, in seconds: two hours. */
  public static final int MAX_SECONDS = 7_200;

  /**
   * One queue of the clinic.
   *
   * @param closed whether it takes nobody any more today
   * @param waiting the numbers that wait, in the order in which they will be called
   * @param secondsPerPerson from one call to the next as it was lately, 1–{@value #MAX_SECONDS}
   */
  public record Queue(String id, boolean closed, List<Integer> waiting, int secondsPerPerson) {
    public Queue {
      Check.id("queue", id);
      Check.range("waiting", waiting.size(), 0, MAX_WAITING);
      waiting.forEach(ticket -> Check.range("waiting", ticket, 1, Fact.Scan.MAX_TICKET));
      if (new HashSet<>(waiting).size() != waiting.size()) {
        throw new IllegalArgumentException("waiting names a number twice");
      }
      Check.range("seconds_per_person", secondsPerPerson, 1, MAX_SECONDS);
      waiting = List.copyOf(waiting);
    }
  }

  public FiguresNow {
    Check.range("figures year", day.getYear(), 2000, 9999);
    if (seatsFree.isPresent()) {
      Check.range("seats_free", seatsFree.getAsInt(), 0, Place.MAX_CAPACITY);
    }
    Check.range("queues", queues.size(), 0, Place.MAX_RULES);
    queues = List.copyOf(queues);
  }

  /** What is known of a queue. */
  public Optional<Queue> queue(String id) {
    return queues.stream().filter(queue -> queue.id().equals(id)).findFirst();
  }
}
