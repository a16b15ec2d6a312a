package io.jinlin.kiosk.screen;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets only the kiosk's own page in. A page of another site, open in the same browser, reaches
 * loopback too: its requests carry its own Origin, and after DNS rebinding its own Host.
 */
final class Doorkeeper {
  private static final Set<String> NAMES = Set.of("127.0.0.1", "localhost", "[::1]");

  private final int port;

  Doorkeeper(int port) {
    this.port = port;
  }

  /** Whether a request was meant for this kiosk, by its Host header. */
  boolean host(@Nullable String host) {
    return host != null && NAMES.stream().anyMatch(name -> host.equals(name + ":" + port));
  }

  /** Whether a request that does something comes from the kiosk's page; none is not enough. */
  boolean origin(@Nullable String origin) {
    return origin != null
        && origin.startsWith("http://")
        && host(origin.substring("http://".length()));
  }
}
