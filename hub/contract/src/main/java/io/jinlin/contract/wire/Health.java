package io.jinlin.contract.wire;

import io.jinlin.contract.event.Check;
import java.util.List;

/**
 * How a device is, every {@link Limits#HEARTBEAT_MS} and when it changes.
 *
 * @param unsent events not yet acknowledged
 * @param oldestUnsentMillis wall time of the oldest of them, 0 for none
 * @param outboxBytes size of the outbox on disk
 * @param clockTrusted whether scans get an occasion
 * @param software version
 * @param problems identifiers of what is wrong, for example {@code camera-lost}, {@code disk-full},
 *     {@code outbox-set-aside}, {@code beam-stuck}
 */
public record Health(
    long unsent,
    long oldestUnsentMillis,
    long outboxBytes,
    boolean clockTrusted,
    String software,
    List<String> problems) {
  /** Most problems named. */
  public static final int MAX_PROBLEMS = 20;

  public Health {
    Check.range("unsent", unsent, 0, Long.MAX_VALUE);
    Check.range("outbox_bytes", outboxBytes, 0, Long.MAX_VALUE);
    Check.note("software", software);
    Check.range("problems", problems.size(), 0, MAX_PROBLEMS);
    problems.forEach(problem -> Check.id("problem", problem));
    problems = List.copyOf(problems);
  }
}
