package io.jinlin.edge.clock;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/**
 * The clocks of this machine. Monotonic time is {@link System#nanoTime()} (CLOCK_MONOTONIC on
 * Linux), aligned once with {@code /proc/uptime} so that two starts in one boot agree to about ten
 * milliseconds. Where {@code /proc} is missing, each start counts as a boot.
 */
public final class SystemClock implements MachineClock {
  private static final Path UPTIME = Path.of("/proc/uptime");
  private static final Path BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");
  private static final Path SYNCHRONISED = Path.of("/run/systemd/timesync/synchronized");
  private static final long NANOS_PER_MILLI = 1_000_000;
  private static final double MILLIS_PER_SECOND = 1_000;

  private final long startNanos;
  private final long startMillis;
  private final String boot;

  public SystemClock() {
    this.startMillis = uptimeMillis();
    this.startNanos = System.nanoTime();
    this.boot = bootId();
  }

  @Override
  public long wallMillis() {
    return System.currentTimeMillis();
  }

  @Override
  public long monotonicMillis() {
    return startMillis + (System.nanoTime() - startNanos) / NANOS_PER_MILLI;
  }

  @Override
  public String boot() {
    return boot;
  }

  @Override
  public boolean synchronised() {
    return Files.exists(SYNCHRONISED);
  }

  private static long uptimeMillis() {
    try {
      String text = Files.readString(UPTIME, StandardCharsets.US_ASCII);
      return Math.round(Double.parseDouble(text.split(" ")[0]) * MILLIS_PER_SECOND);
    } catch (IOException | NumberFormatException notLinux) {
      return 0;
    }
  }

  private static String bootId() {
    String text;
    try {
      text = Files.readString(BOOT_ID, StandardCharsets.US_ASCII).strip();
    } catch (IOException notLinux) {
      text = UUID.randomUUID().toString();
    }
    return text.replace("-", "");
  }
}
