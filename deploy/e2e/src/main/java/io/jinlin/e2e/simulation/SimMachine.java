package io.jinlin.e2e.simulation;

import io.jinlin.edge.clock.MachineClock;

/** The clocks of a device without a battery: a wall clock that may be set to anything. */
final class SimMachine implements MachineClock {
  /** 2026-11-24 11:00 at the site, when every simulation begins. */
  static final long START_MILLIS = 1_795_489_200_000L;

  private final VirtualTime time;
  private long wallError;
  private long bootedAt;
  private int boots;
  private final String name;

  SimMachine(VirtualTime time, String name, long wallError) {
    this.time = time;
    this.name = name;
    this.wallError = wallError;
    this.bootedAt = time.now();
  }

  /** The wall clock jumps to this far from the truth. */
  void setWall(long error) {
    wallError = error;
  }

  /** Power off and on: monotonic time begins again. */
  void reboot() {
    bootedAt = time.now();
    boots++;
  }

  @Override
  public long wallMillis() {
    return START_MILLIS + time.now() + wallError;
  }

  @Override
  public long monotonicMillis() {
    return time.now() - bootedAt;
  }

  @Override
  public String boot() {
    return name + "-boot-" + boots;
  }

  @Override
  public boolean synchronised() {
    return false;
  }
}
