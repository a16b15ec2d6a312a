package io.jinlin.edge.clock;

/** Clocks that stand still until a test moves them. */
public final class SettableMachine implements MachineClock {
  /** 2026-11-24 11:42 in Shanghai. */
  public static final long LUNCH = 1_795_491_720_000L;

  private volatile long wall = LUNCH;
  private volatile long monotonic = 60_000;
  private volatile String boot = "boot-1";
  private volatile boolean synchronised;

  @Override
  public long wallMillis() {
    return wall;
  }

  @Override
  public long monotonicMillis() {
    return monotonic;
  }

  @Override
  public String boot() {
    return boot;
  }

  @Override
  public boolean synchronised() {
    return synchronised;
  }

  public void advance(long millis) {
    wall += millis;
    monotonic += millis;
  }

  public void setWall(long millis) {
    wall = millis;
  }

  public void setSynchronised(boolean value) {
    synchronised = value;
  }

  public void reboot(String name) {
    boot = name;
    monotonic = 1_000;
  }
}
