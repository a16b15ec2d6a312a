package io.jinlin.edge.uplink;

import io.jinlin.contract.wire.Page;
import io.jinlin.contract.wire.PageKind;
import io.jinlin.contract.wire.Version;

/** The device's copies of the hub's pages. */
public interface Pages {
  /** What there is of a page. */
  Version have(PageKind kind);

  /** The newest that the hub named when it sent that; the same when nothing was left to send. */
  Version toward(PageKind kind);

  /**
   * Takes a page, or nothing of it.
   *
   * @return whether there is reason to ask for what follows at once
   */
  boolean apply(Page page);
}
