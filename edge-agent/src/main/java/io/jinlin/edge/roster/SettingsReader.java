package io.jinlin.edge.roster;

import io.jinlin.contract.event.Occasion;
import io.jinlin.contract.page.Canteen;
import io.jinlin.contract.page.Closure;
import io.jinlin.contract.page.Device;
import io.jinlin.contract.page.Item;
import io.jinlin.contract.page.ItemCodec;
import io.jinlin.contract.page.MealDay;
import io.jinlin.contract.page.Place;
import io.jinlin.contract.page.Session;
import io.jinlin.contract.page.Site;
import io.jinlin.contract.wire.PageKind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the stored settings and timetable; an item of a later version of the wire is left out. */
final class SettingsReader {
  private SettingsReader() {}

  static Settings read(ReplicaDb db) throws SQLException {
    Optional<Site> site = Optional.empty();
    Map<String, Place> places = new HashMap<>();
    Map<String, Device> devices = new HashMap<>();
    List<Item> items = items(db, PageKind.SETTINGS);
    for (Item item : items) {
      if (item instanceof Item.SiteSettings settings) {
        site = Optional.of(settings.site());
      } else if (item instanceof Item.PlaceSettings settings) {
        places.put(settings.place().id(), settings.place());
      } else if (item instanceof Item.DeviceSettings settings) {
        devices.put(settings.device().id(), settings.device());
      }
    }
    return new Settings(site, places, devices, sessions(db), plan(items));
  }

  private static Plan plan(List<Item> items) {
    List<Closure> closures = new ArrayList<>();
    List<MealDay> days = new ArrayList<>();
    List<Canteen> canteens = new ArrayList<>();
    Set<Occasion> soldOut = new HashSet<>();
    for (Item item : items) {
      if (item instanceof Item.ClosureSettings settings) {
        closures.add(settings.closure());
      } else if (item instanceof Item.MealDaySettings settings) {
        days.add(settings.day());
      } else if (item instanceof Item.CanteenSettings settings) {
        canteens.add(settings.canteen());
      } else if (item instanceof Item.SoldOut gone) {
        soldOut.add(gone.occasion());
      }
    }
    return new Plan(closures, days, canteens, soldOut);
  }

  private static List<Session> sessions(ReplicaDb db) throws SQLException {
    List<Session> sessions = new ArrayList<>();
    for (Item item : items(db, PageKind.TIMETABLE)) {
      if (item instanceof Item.Timetable timetable) {
        sessions.add(timetable.session());
      }
    }
    sessions.sort(Comparator.comparing(Session::starts).thenComparing(Session::id));
    return sessions;
  }

  private static List<Item> items(ReplicaDb db, PageKind kind) throws SQLException {
    List<Item> items = new ArrayList<>();
    for (byte[] body : db.items(kind)) {
      ItemCodec.decode(kind, body).toOptional().ifPresent(items::add);
    }
    return items;
  }
}
