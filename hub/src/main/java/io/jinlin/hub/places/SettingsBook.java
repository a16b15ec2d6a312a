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
import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;

/**
 * Changes settings while the hub runs: first the journal, then the settings and the pages that
 * kiosks ask for, then everyone here. What no longer holds is said to be {@link Item.Gone}.
 */
public final class SettingsBook {
  /** Kind of its journal entries. */
  public static final String KIND = "setting";

  /** Does an entry again. */
  public static final JournalHandler REPLAY = SettingsBook::replay;

  /** How long a menu stays in the settings. */
  private static final int MENUS_KEPT_DAYS = 30;

  /**
   * As far back as an audit looks at the hours of a day (100 days), and a day more on each side.
   */
  private static final int HOURS_KEPT_DAYS = 102;

  /** Behind the site and its places. */
  private static final int POSITION = 1_000;

  private static final long NO_VERSION = 1;

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

  /**
   * Takes what no longer matters out of the settings: menus after a month, hours and closures of
   * single days once no audit can ask for them.
   */
  public void forgetPast(LocalDate today) {
    LocalDate first = today.minusDays(HOURS_KEPT_DAYS);
    LocalDate firstMenu = today.minusDays(MENUS_KEPT_DAYS);
    places.mealDays().stream()
        .filter(day -> day.date().isBefore(day.periods().isPresent() ? first : firstMenu))
        .map(day -> new Item.MealDaySettings(NO_VERSION, day).key())
        .forEach(key -> put(new Item.Gone(NO_VERSION, key)));
    places.closures().stream()
        .filter(closure -> closure.until().toLocalDate().isBefore(first))
        .map(closure -> new Item.ClosureSettings(NO_VERSION, closure).key())
        .forEach(key -> put(new Item.Gone(NO_VERSION, key)));
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
      if (item instanceof Item.Gone) {
        Rows.change(db, "DELETE FROM setting WHERE key = ?", item.key());
        pages.gone(PageKind.SETTINGS, item.key());
      } else {
        Rows.change(db, PUT, item.key(), POSITION, ItemCodec.encode(item));
        pages.put(PageKind.SETTINGS, version -> at(version, item));
      }
    }
  }

  private static Item at(long version, Item item) {
    if (item instanceof Item.PlaceSettings settings) {
      return new Item.PlaceSettings(version, settings.place());
    } else if (item instanceof Item.CanteenSettings settings) {
      return new Item.CanteenSettings(version, settings.canteen());
    } else if (item instanceof Item.MealDaySettings settings) {
      return new Item.MealDaySettings(version, settings.day());
    } else if (item instanceof Item.ClosureSettings settings) {
      return new Item.ClosureSettings(version, settings.closure());
    }
    throw new IllegalArgumentException("no setting of staff: " + item.key());
  }
}
