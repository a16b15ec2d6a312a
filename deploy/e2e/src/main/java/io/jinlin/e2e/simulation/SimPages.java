package io.jinlin.e2e.simulation;

import io.jinlin.contract.wire.Page;
import io.jinlin.contract.wire.PageKind;
import io.jinlin.contract.wire.Version;
import io.jinlin.edge.uplink.Pages;
import java.util.EnumMap;
import java.util.Map;

/** A device that keeps up with its pages and needs none of them, because it knows its rules. */
final class SimPages implements Pages {
  private final Map<PageKind, Version> versions = new EnumMap<>(PageKind.class);

  @Override
  public Version have(PageKind kind) {
    return versions.getOrDefault(kind, Version.NONE);
  }

  @Override
  public Version toward(PageKind kind) {
    return have(kind);
  }

  @Override
  public boolean apply(Page page) {
    boolean next = page.from().equals(have(page.kind()));
    if (next) {
      versions.put(page.kind(), page.upTo());
    }
    return next && !page.upTo().equals(page.latest());
  }
}
