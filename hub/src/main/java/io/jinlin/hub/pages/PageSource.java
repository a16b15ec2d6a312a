package io.jinlin.hub.pages;

import io.jinlin.contract.wire.Page;
import io.jinlin.contract.wire.Version;

/** Where the pages of one kind come from; safe from any thread. */
public interface PageSource {
  /** Largest sum of the items of one page, in bytes; the rest of a message is its head. */
  int MAX_ITEM_BYTES = 60 * 1024;

  /** The newest version. */
  Version latest();

  /**
   * What is newer than a device has, as much as fits into one page.
   *
   * @param device who asks; it gets no other device's settings
   * @param toward as in {@link io.jinlin.contract.wire.Ask}
   */
  Page after(String device, Version have, Version toward);
}
