package io.jinlin.hub.pages;

import io.jinlin.contract.wire.Limits;
import io.jinlin.contract.wire.Page;
import io.jinlin.contract.wire.PageKind;
import io.jinlin.contract.wire.Version;
import io.jinlin.hub.store.Database;
import io.jinlin.hub.store.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Pages of one kind from the table {@code page_item}. */
final class StoredPages implements PageSource {
  private static final String LATEST =
      "SELECT coalesce(max(version), 0) FROM page_item WHERE kind = ?";
  private static final String AFTER =
      "SELECT version, body FROM page_item WHERE kind = ? AND version > ?"
          + " AND (key NOT GLOB 'device/*' OR key = ?) ORDER BY version LIMIT ?";

  private record Stored(long version, byte[] body) {}

  private final Database database;
  private final PageKind kind;
  private final String term;

  StoredPages(Database database, PageKind kind, String term) {
    this.database = database;
    this.kind = kind;
    this.term = term;
  }

  @Override
  public Version latest() {
    return database.read(this::latest);
  }

  private Version latest(Connection db) throws SQLException {
    return new Version(term, Rows.number(db, LATEST, kind.ordinal()));
  }

  @Override
  public Page after(String device, Version have, Version toward) {
    return database.read(
        db -> {
          Version latest = latest(db);
          boolean reset = !Terms.inHistory(db, kind, have) || !Terms.inHistory(db, kind, toward);
          long from = reset ? 0 : have.number();
          List<Stored> found =
              Rows.all(
                  db,
                  AFTER,
                  row -> new Stored(row.getLong(1), row.getBytes(2)),
                  kind.ordinal(),
                  from,
                  "device/" + device,
                  Limits.MAX_PAGE_ITEMS + 1);
          return page(have, reset, latest, found);
        });
  }

  /** As many as fit; without a rest the device then has the latest. */
  private Page page(Version have, boolean reset, Version latest, List<Stored> found) {
    List<byte[]> items = new ArrayList<>();
    Version upTo = latest;
    int bytes = 0;
    for (Stored item : found) {
      bytes += item.body().length + 1;
      if (items.size() == Limits.MAX_PAGE_ITEMS || bytes > MAX_ITEM_BYTES) {
        upTo = new Version(term, found.get(items.size() - 1).version());
        break;
      }
      items.add(item.body());
    }
    return new Page(kind, have, reset, upTo, latest, items);
  }
}
