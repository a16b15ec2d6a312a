package io.jinlin.kiosk.printer;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the printer is.
 *
 * @param port a network address or a device file
 * @param answers whether it answers questions about its paper; one that cannot is printed to
 *     blindly
 */
public record PrinterSettings(Port port, boolean answers) {
  private static final int RAW_PORT = 9_100;
  private static final int MAX_PORT = 65_535;

  /** How it is reached. */
  public sealed interface Port {
    /** Raw printing over the network, by custom at port 9100. */
    record Network(String host, int port) implements Port {}

    /** For example {@code /dev/usb/lp0}. */
    record DeviceFile(Path path) implements Port {}
  }

  /** Reads {@code host}, {@code host:9100} or an absolute path; empty for anything else. */
  public static Optional<Port> port(String text) {
    if (text.startsWith("/")) {
      return Optional.of(new Port.DeviceFile(Path.of(text)));
    }
    int colon = text.lastIndexOf(':');
    String host = colon < 0 ? text : text.substring(0, colon);
    if (!host.matches("[A-Za-z0-9][A-Za-z0-9.-]{0,252}")) {
      return Optional.empty();
    }
    try {
      int port = colon < 0 ? RAW_PORT : Integer.parseInt(text.substring(colon + 1));
      return port > 0 && port <= MAX_PORT
          ? Optional.of(new Port.Network(host, port))
          : Optional.empty();
    } catch (NumberFormatException notAPort) {
      return Optional.empty();
    }
  }
}
