package io.jinlin.hub.clinic;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One queue now.
 *
 * @param closed whether staff closed it for today
 * @param waiting in the order in which they will be called
 * @param called those who are called and not done, the last call first
 * @param skipped those who did not come, the last first
 * @param served how many are done
 * @param waitMedianMillis half waited no longer
 * @param serviceMedianMillis half took no longer
 * @param secondsPerPerson from one call to the next, as it was lately
 */
public record QueueState(
    boolean closed,
    List<Waiting> waiting,
    List<Visit> called,
    List<Visit> skipped,
    int served,
    OptionalLong waitMedianMillis,
    OptionalLong serviceMedianMillis,
    int secondsPerPerson) {

  /** Nobody was there. */
  public static final QueueState EMPTY =
      new QueueState(
          false,
          List.of(),
          List.of(),
          List.of(),
          0,
          OptionalLong.empty(),
          OptionalLong.empty(),
          Pace.USUAL_SECONDS);

  /** Somebody who waits, and why they go first if they do. */
  public record Waiting(Visit visit, Optional<Reason> reason) {}

  public QueueState {
    waiting = List.copyOf(waiting);
    called = List.copyOf(called);
    skipped = List.copyOf(skipped);
  }

  /** The numbers that wait, in order. */
  public List<Integer> numbers() {
    return waiting.stream().map(one -> one.visit().ticket()).toList();
  }
}
