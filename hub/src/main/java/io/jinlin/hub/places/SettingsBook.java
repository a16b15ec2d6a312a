package io.jinlin.hub.places;

import io.jinlin.contract.page.Item;
import io.jinlin.contract.page.ItemCodec;
import io.jinlin.contract.wire.Limits;
import io.jinlin.contract.wire.PageKind;
import io.jinlin.hub.ledger.JournalHandler;
import io.jinlin.hub.ledger.Ledger;
import io.jinlin.hub.pages.PageWriter;
import io.jinlin.hub.store.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;

/**
 * Changes settings while the hub runs: first the journal, then the settings and the pages that
 * kiosks ask for, then everyone here.
 */
public final class SettingsBook {
  /** Kind of its journal entries. */
  public static final String KIND = "setting";

  /** Does an entry again. */
  public static final JournalHandler REPLAY = SettingsBook::replay;

  /** Behind the site and its places. */
  private static final int POSITION = 1_000;

  private static final String PUT =
      "INSERT INTO setting (key, position, body) VALUES (?, ?, ?)"
          + " ON CONFLICT (key) DO UPDATE SET body = excluded.body";

  private final Ledger ledger;
  private final Places places;
  private final Runnable changed;

  /**
   * A book.
   *
   * @param changed is told after each change, on the ledger's callback thread
   */
  public SettingsBook(Ledger ledger, Places places, Runnable changed) {
    this.ledger = ledger;
    this.places = places;
    this.changed = changed;
  }

  /**
   * Stores a setting; done when it is in both files.
   *
   * @param item with any version
   * @throws IllegalArgumentException when it is longer than a line of a page may be
   */
  public CompletableFuture<Item> put(Item item) {
    byte[] body = ItemCodec.encode(item);
    if (body.length > Limits.MAX_PAGE_ITEM_BYTES) {
      throw new IllegalArgumentException("setting of " + body.length + " bytes");
    }
    return ledger
        .write(
            KIND,
            body,
            db -> {
              store(db, item);
              return item;
            })
        .thenApply(
            stored -> {
              places.changed(stored);
              changed.run();
              return stored;
            });
  }

  private static void replay(Connection db, byte[] body) throws SQLException {
    Item item =
        ItemCodec.decode(PageKind.SETTINGS, body)
            .toOptional()
            .orElseThrow(() -> new SQLException("journal entry of kind setting"));
    store(db, item);
  }

  /** Stores a setting and publishes it, within the transaction of the connection. */
  public static void store(Connection db, Item item) throws SQLException {
    try (PageWriter pages = new PageWriter(db)) {
      Rows.change(db, PUT, item.key(), POSITION, ItemCodec.encode(item));
      pages.put(PageKind.SETTINGS, version -> at(version, item));
    }
  }

  private static Item at(long version, Item item) {
    if (item instanceof Item.PlaceSettings settings) {
      return new Item.PlaceSettings(version, settings.place());
    }
    throw new IllegalArgumentException("no setting of staff: " + item.key());
  }
}
