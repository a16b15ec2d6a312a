package io.jinlin.contract.wire;

import io.jinlin.contract.event.Check;
import java.util.List;

/**
 * Some items newer than the device had, in the order of their versions. The device applies a page
 * in one transaction and then has {@code upTo}; it asks again while that is not {@code latest}.
 *
 * @param from what the device said it has; a page for anything else is ignored
 * @param reset the device's version is not of this hub's history: what it has and the hub does not
 *     name from here on is gone (revocations excepted), and {@code upTo} starts from nothing
 * @param upTo what the device has after this page
 * @param latest what there is at the hub now
 * @param items encoded items ({@code io.jinlin.contract.page}), a line each
 */
public record Page(
    PageKind kind, Version from, boolean reset, Version upTo, Version latest, List<byte[]> items) {
  public Page {
    Check.range("items", items.size(), 0, Limits.MAX_PAGE_ITEMS);
    items = List.copyOf(items);
  }
}
