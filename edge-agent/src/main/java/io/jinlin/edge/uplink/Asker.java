package io.jinlin.edge.uplink;

import io.jinlin.contract.wire.Ask;
import io.jinlin.contract.wire.Page;
import io.jinlin.contract.wire.PageKind;
import io.jinlin.contract.wire.Version;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Asks for the pages that the hub has newer; one question of each kind at a time. */
final class Asker {
  /** How long an answer may take before the question is asked again, in milliseconds. */
  static final long ANSWER_MS = 10_000;

  /** What lets a kiosk work comes first, the bulk last. */
  private static final List<PageKind> ORDER =
      List.of(
          PageKind.SETTINGS,
          PageKind.TIMETABLE,
          PageKind.REVOCATIONS,
          PageKind.CLAIMS,
          PageKind.ROSTER);

  private final Pages pages;
  private final Map<PageKind, Version> newest = new EnumMap<>(PageKind.class);
  private final Map<PageKind, Long> askedAt = new EnumMap<>(PageKind.class);

  Asker(Pages pages) {
    this.pages = pages;
  }

  /** A new connection: nothing is asked, nothing is known. */
  void reset() {
    newest.clear();
    askedAt.clear();
  }

  void versions(Map<PageKind, Version> versions) {
    newest.putAll(versions);
  }

  void page(Page page) {
    boolean more = pages.apply(page);
    newest.put(page.kind(), page.latest());
    if (more || pages.have(page.kind()).equals(page.latest())) {
      askedAt.remove(page.kind());
    }
  }

  /** The questions to ask now. */
  List<Ask> due(String nonce, long now) {
    List<Ask> due = new ArrayList<>();
    for (PageKind kind : ORDER) {
      Version have = pages.have(kind);
      Version latest = newest.get(kind);
      if (latest == null || latest.equals(have)) {
        askedAt.remove(kind);
      } else if (now >= readyAt(kind)) {
        askedAt.put(kind, now);
        due.add(new Ask(nonce, kind, have, pages.toward(kind)));
      }
    }
    return due;
  }

  private long readyAt(PageKind kind) {
    Long asked = askedAt.get(kind);
    return asked == null ? Long.MIN_VALUE : asked + ANSWER_MS;
  }

  /** Whether nothing that the hub named is missing. */
  boolean complete() {
    return newest.entrySet().stream()
        .allMatch(page -> page.getValue().equals(pages.have(page.getKey())));
  }

  /** When a question may have to be asked again; {@link Long#MAX_VALUE} for none. */
  long wakeAt() {
    return askedAt.values().stream().mapToLong(at -> at + ANSWER_MS).min().orElse(Long.MAX_VALUE);
  }
}
