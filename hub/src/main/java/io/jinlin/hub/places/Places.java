package io.jinlin.hub.places;

import io.jinlin.contract.page.Item;
import io.jinlin.contract.page.ItemCodec;
import io.jinlin.contract.page.Place;
import io.jinlin.contract.page.Site;
import io.jinlin.contract.wire.PageKind;
import io.jinlin.hub.store.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The site and its places as staff set them now, in their order. Everyone holds the same; a change
 * is told with {@link #changed} after it is stored. Safe from any thread.
 */
public final class Places {

  private static final String PUT =
      "INSERT INTO setting (key, position, body) VALUES (?, ?, ?)"
          + " ON CONFLICT (key) DO UPDATE SET position = excluded.position, body = excluded.body";
  private static final String ALL = "SELECT body FROM setting ORDER BY position";

  /** The number with which items are stored; pages give their own. */
  private static final long NO_VERSION = 1;

  private final Site site;
  private volatile List<Place> places;

  /** Places of one site, ids not repeated. */
  public Places(Site site, List<Place> places) {
    this.site = site;
    this.places = List.copyOf(places);
  }

  /** The site. */
  public Site site() {
    return site;
  }

  /** The places, in the order in which they are shown. */
  public List<Place> places() {
    return places;
  }

  /** The place of this id. */
  public Optional<Place> find(String id) {
    return places.stream().filter(place -> place.id().equals(id)).findFirst();
  }

  /** A setting was stored: a place. */
  public synchronized void changed(Item item) {
    if (item instanceof Item.PlaceSettings settings) {
      Place changed = settings.place();
      places =
          places.stream().map(place -> place.id().equals(changed.id()) ? changed : place).toList();
    }
  }

  /** Reads what {@link #save} wrote; empty before a site was set up. */
  public static Optional<Places> load(Connection db) throws SQLException {
    List<Place> places = new ArrayList<>();
    List<Site> sites = new ArrayList<>();
    for (byte[] body : Rows.all(db, ALL, row -> row.getBytes(1))) {
      Optional<Item> item = ItemCodec.decode(PageKind.SETTINGS, body).toOptional();
      if (item.isEmpty()) {
        throw new SQLException("a setting in the database cannot be read");
      }
      if (item.get() instanceof Item.PlaceSettings settings) {
        places.add(settings.place());
      } else if (item.get() instanceof Item.SiteSettings settings) {
        sites.add(settings.site());
      }
    }
    return sites.stream().findFirst().map(site -> new Places(site, places));
  }

  /** Writes the site and its places, within the transaction of the connection. */
  public void save(Connection db) throws SQLException {
    put(db, 0, new Item.SiteSettings(NO_VERSION, site));
    for (int i = 0; i < places.size(); i++) {
      put(db, i + 1, new Item.PlaceSettings(NO_VERSION, places.get(i)));
    }
  }

  private static void put(Connection db, int position, Item item) throws SQLException {
    Rows.change(db, PUT, item.key(), position, ItemCodec.encode(item));
  }
}
