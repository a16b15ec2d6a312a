package io.jinlin.hub.web;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Under which names the hub answers: addresses, names of a local network, and those that are
 * configured. Any other name is somebody's who points it at the hub (DNS rebinding).
 */
final class Hosts {

  private static final Pattern ADDRESS =
      Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|\\[[0-9a-f:.]+]");
  private static final Pattern LOCAL = Pattern.compile("[a-z0-9-]+(\\.(local|lan|home\\.arpa))?");
  private static final int MAX_LENGTH = 255;

  private final Set<String> names;

  Hosts(Set<String> names) {
    this.names = Set.copyOf(names);
  }

  /** Whether a Host header, with or without its port, is one of them. */
  boolean allows(String header) {
    if (header.length() > MAX_LENGTH) {
      return false;
    }
    String host = header.toLowerCase(Locale.ROOT).replaceFirst(":\\d{1,5}$", "");
    return ADDRESS.matcher(host).matches() || LOCAL.matcher(host).matches() || names.contains(host);
  }
}
