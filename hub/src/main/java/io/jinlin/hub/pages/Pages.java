package io.jinlin.hub.pages;

import io.jinlin.contract.wire.Page;
import io.jinlin.contract.wire.PageKind;
import io.jinlin.contract.wire.Version;
import io.jinlin.hub.store.Database;
import java.util.EnumMap;
import java.util.Map;

/** All pages that devices ask for. */
public final class Pages {
  private final Map<PageKind, PageSource> sources;

  private Pages(Map<PageKind, PageSource> sources) {
    this.sources = sources;
  }

  /**
   * Begins a new term of versions. Runs before the ledger is opened: what it then replays into the
   * pages gets numbers of this term, while those of an earlier one may have been given to devices
   * with something else under them.
   *
   * @param term a new random name for this start
   */
  public static Pages open(Database database, Claims claims, String term) {
    database.write(
        db -> {
          Terms.begin(db, term);
          return term;
        });
    Map<PageKind, PageSource> sources = new EnumMap<>(PageKind.class);
    for (PageKind kind : PageKind.values()) {
      sources.put(kind, new StoredPages(database, kind, term));
    }
    sources.put(PageKind.CLAIMS, claims);
    return new Pages(sources);
  }

  /** The newest version of each kind. */
  public Map<PageKind, Version> latest() {
    Map<PageKind, Version> versions = new EnumMap<>(PageKind.class);
    sources.forEach((kind, source) -> versions.put(kind, source.latest()));
    return versions;
  }

  /** What of a kind is newer than a device has. */
  public Page after(String device, PageKind kind, Version have, Version toward) {
    PageSource source = sources.get(kind);
    if (source == null) {
      throw new IllegalStateException("no source for " + kind);
    }
    return source.after(device, have, toward);
  }
}
