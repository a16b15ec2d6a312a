package io.jinlin.hub.devices;

import java.util.List;

/**
 * How a device is, as far as the hub knows.
 *
 * @param lastSeenMillis when it was last heard, 0 for never since the hub's start
 * @param unsent events that it had not yet got acknowledged when it last said so
 * @param clockTrusted whether its scans get an occasion
 * @param software version, empty if unknown
 * @param problems what the device says of itself, and what the hub holds against it
 * @param held those that the hub holds against it
 */
public record DeviceStatus(
    String device,
    boolean online,
    long lastSeenMillis,
    long unsent,
    boolean clockTrusted,
    String software,
    List<String> problems,
    List<String> held) {
  public DeviceStatus {
    problems = List.copyOf(problems);
    held = List.copyOf(held);
  }
}
