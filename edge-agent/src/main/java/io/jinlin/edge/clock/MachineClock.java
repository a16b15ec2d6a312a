package io.jinlin.edge.clock;

/** The bare clocks of a machine. */
public interface MachineClock {
  /** Wall time as set, milliseconds since 1970 UTC. */
  long wallMillis();

  /** Milliseconds since the boot; never goes back. */
  long monotonicMillis();

  /** The boot, {@code [a-z0-9-]}, at most 40 characters. */
  String boot();

  /** Whether the operating system says that its wall time is synchronised. */
  boolean synchronised();
}
