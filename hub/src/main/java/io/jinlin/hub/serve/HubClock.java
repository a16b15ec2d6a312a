package io.jinlin.hub.serve;

import io.jinlin.hub.config.HubConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Whether devices may set their clocks by this machine's. A Pi without a battery clock may say so
 * only once it was synchronised; a machine with one is trusted.
 */
final class HubClock implements BooleanSupplier {
  /** systemd-timesyncd, chrony, a real-time clock. */
  private static final List<Path> SIGNS =
      List.of(
          Path.of("/run/systemd/timesync/synchronized"),
          Path.of("/run/chrony/chronyd.pid"),
          Path.of("/sys/class/rtc/rtc0"));

  private final HubConfig.ClockTrust trust;

  HubClock(HubConfig.ClockTrust trust) {
    this.trust = trust;
  }

  @Override
  public boolean getAsBoolean() {
    return switch (trust) {
      case ALWAYS -> true;
      case NEVER -> false;
      case AUTO -> SIGNS.stream().anyMatch(Files::exists);
    };
  }
}
