package io.jinlin.edge.uplink;

import io.jinlin.contract.config.Secret;
import io.jinlin.contract.event.Check;
import java.util.Optional;

/**
 * Where the hub is and what opens it.
 *
 * @param password of the device, given at enrolment
 * @param pin SHA-256 of the hub's public key (SubjectPublicKeyInfo) in hexadecimal; with it the
 *     connection is TLS, and trusts this key and nothing else, whatever the date
 */
public record HubAddress(String host, int port, Secret password, Optional<String> pin) {
  /** Length of a pin in characters. */
  public static final int PIN_LENGTH = 64;

  public HubAddress {
    Check.note("hub.host", host);
    Check.range("hub.port", port, 1, 65_535);
    if (pin.isPresent() && !pin.get().matches("[0-9a-f]{" + PIN_LENGTH + "}")) {
      throw new IllegalArgumentException("hub.pin is not 64 digits of [0-9a-f]");
    }
  }

  /** Plain for Paho even with TLS, which {@link HubSocket} does inside. */
  String uri() {
    return "tcp://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }
}
