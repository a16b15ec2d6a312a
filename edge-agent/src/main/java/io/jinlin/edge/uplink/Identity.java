package io.jinlin.edge.uplink;

import io.jinlin.contract.event.Check;
import io.jinlin.contract.wire.Topics;

/**
 * Who speaks.
 *
 * @param software version, for the staff
 */
public record Identity(String site, String device, String software) {
  public Identity {
    Check.id("site", site);
    Check.id("device", device);
    Check.note("software", software);
  }

  Topics topic(Topics.Kind kind) {
    return new Topics(site, device, kind);
  }
}
