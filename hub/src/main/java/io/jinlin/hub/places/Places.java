package io.jinlin.hub.places;

import io.jinlin.contract.page.Canteen;
import io.jinlin.contract.page.Closure;
import io.jinlin.contract.page.Item;
import io.jinlin.contract.page.ItemCodec;
import io.jinlin.contract.page.MealDay;
import io.jinlin.contract.page.MealPeriod;
import io.jinlin.contract.page.Place;
import io.jinlin.contract.page.Site;
import io.jinlin.contract.wire.PageKind;
import io.jinlin.hub.store.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * The site and its places as staff set them now, in their order, and what differs from the usual
 * days. Everyone holds the same; a change is told with {@link #changed} after it is stored. Safe
 * from any thread.
 */
public final class Places {

  private static final String PUT =
      "INSERT INTO setting (key, position, body) VALUES (?, ?, ?)"
          + " ON CONFLICT (key) DO UPDATE SET position = excluded.position, body = excluded.body";
  private static final String ALL = "SELECT body FROM setting ORDER BY position, key";

  /** The number with which items are stored; pages give their own. */
  private static final long NO_VERSION = 1;

  private final Site site;
  private final Map<String, Item> special = new ConcurrentSkipListMap<>();
  private volatile List<Place> places;

  /** Places of one site on usual days, ids not repeated. */
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

  /** The meals of a canteen on a day, in order of time, closures aside. */
  public List<MealPeriod> meals(Place place, LocalDate date) {
    return place.mealsOn(date, mealDay(place.id(), date));
  }

  /** What staff have set for one day of a canteen. */
  public Optional<MealDay> mealDay(String place, LocalDate date) {
    return mealDays().stream()
        .filter(day -> day.place().equals(place) && day.date().equals(date))
        .findFirst();
  }

  /** All days that are not usual ones or have a menu, by place and date. */
  public List<MealDay> mealDays() {
    return special(Item.MealDaySettings.class).stream().map(Item.MealDaySettings::day).toList();
  }

  /** The rules of a canteen. */
  public Canteen canteen(String place) {
    return special(Item.CanteenSettings.class).stream()
        .map(Item.CanteenSettings::canteen)
        .filter(canteen -> canteen.place().equals(place))
        .findFirst()
        .orElseGet(() -> Canteen.usual(place));
  }

  /** All closures, past ones too. */
  public List<Closure> closures() {
    return special(Item.ClosureSettings.class).stream().map(Item.ClosureSettings::closure).toList();
  }

  /** The closure of a place at a moment. */
  public Optional<Closure> closure(String place, LocalDateTime moment) {
    return closures().stream().filter(closure -> closure.covers(place, moment)).findFirst();
  }

  private <T extends Item> List<T> special(Class<T> type) {
    return special.values().stream().filter(type::isInstance).map(type::cast).toList();
  }

  /** A setting was stored: a place, a canteen's rules, one of its days, a closure. */
  public synchronized void changed(Item item) {
    if (item instanceof Item.PlaceSettings settings) {
      Place changed = settings.place();
      places =
          places.stream().map(place -> place.id().equals(changed.id()) ? changed : place).toList();
    } else if (item instanceof Item.Gone gone) {
      special.remove(gone.key());
    } else {
      special.put(item.key(), item);
    }
  }

  /** Reads what {@link #save} wrote; empty before a site was set up. */
  public static Optional<Places> load(Connection db) throws SQLException {
    List<Place> places = new ArrayList<>();
    List<Item> rest = new ArrayList<>();
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
      } else {
        rest.add(item.get());
      }
    }
    return sites.stream()
        .findFirst()
        .map(
            site -> {
              Places loaded = new Places(site, places);
              rest.forEach(loaded::changed);
              return loaded;
            });
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
