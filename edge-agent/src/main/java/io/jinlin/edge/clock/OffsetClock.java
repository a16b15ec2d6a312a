package io.jinlin.edge.clock;

import io.jinlin.contract.event.Event;
import java.util.OptionalLong;

/**
 * Wall time as monotonic time plus an offset, where one is known for this boot; otherwise the
 * machine's own wall time. A step of the wall clock therefore moves nothing once a hub was met.
 */
public final class OffsetClock implements EdgeClock {
  private static final long UNKNOWN = Long.MIN_VALUE;

  private final MachineClock machine;
  private final ClockTrust trust;
  private volatile long learned = UNKNOWN;

  public OffsetClock(MachineClock machine, ClockTrust trust) {
    this.machine = machine;
    this.trust = trust;
  }

  @Override
  public ClockReading read() {
    long offset = learned;
    long monotonic = Math.max(0, machine.monotonicMillis());
    boolean known = offset != UNKNOWN;
    long wall = known ? monotonic + offset : machine.wallMillis();
    return new ClockReading(bounded(wall), monotonic, machine.boot(), known || trustsMachine());
  }

  @Override
  public OptionalLong offsetMillis() {
    long offset = learned;
    if (offset != UNKNOWN) {
      return OptionalLong.of(offset);
    }
    return trust == ClockTrust.AUTO && machine.synchronised()
        ? OptionalLong.of(bounded(machine.wallMillis()) - machine.monotonicMillis())
        : OptionalLong.empty();
  }

  @Override
  public void learn(long offsetMillis) {
    learned = bounded(offsetMillis);
  }

  private boolean trustsMachine() {
    return trust == ClockTrust.ALWAYS || (trust == ClockTrust.AUTO && machine.synchronised());
  }

  private static long bounded(long wallMillis) {
    return Math.max(-Event.MAX_WALL_MILLIS, Math.min(Event.MAX_WALL_MILLIS, wallMillis));
  }
}
