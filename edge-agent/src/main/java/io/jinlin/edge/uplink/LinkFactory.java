package io.jinlin.edge.uplink;

/** Makes a fresh link for each attempt to connect. */
public interface LinkFactory {
  /** A link that was never used. */
  Link create();
}
