package io.jinlin.contract.page;

import io.jinlin.contract.card.CardRef;
import io.jinlin.contract.card.Seal;
import io.jinlin.contract.event.Check;
import io.jinlin.contract.event.Occasion;

/**
 * One line of a page. Every change of an item gets the next number of its page's version; an item
 * that is no longer there is sent as {@link Gone}.
 */
public sealed interface Item {
  /** The number under which it last changed, from 1. */
  long version();

  /** What it is called within its page; a newer item of the same key replaces an older. */
  String key();

  /** What a kiosk may know of a card, sealed; see {@link Seal} and {@link RosterEntry}. */
  record Roster(long version, CardRef ref, byte[] sealed) implements Item {
    public Roster {
      Check.range("sealed", sealed.length, Seal.SEALED_BYTES, Seal.SEALED_BYTES);
    }

    @Override
    public String key() {
      return ref.text();
    }
  }

  /** A card that is dead. */
  record Revocation(long version, CardRef ref) implements Item {
    @Override
    public String key() {
      return ref.text();
    }
  }

  /** A card with which a meal was had, and when, by the hub's time. */
  record Claim(long version, CardRef ref, Occasion occasion, long atMillis) implements Item {
    @Override
    public String key() {
      return occasion.text() + "/" + ref.text();
    }
  }

  /**
   * A meal was taken back: what a kiosk itself remembers of it up to that time holds no longer.
   *
   * @param untilMillis the wall time that the device wrote, milliseconds since 1970 UTC
   */
  record Release(long version, CardRef ref, Occasion occasion, long untilMillis) implements Item {
    @Override
    public String key() {
      return keyPrefix(ref) + occasion.text();
    }

    /** With what the keys of all releases of a card begin. */
    public static String keyPrefix(CardRef ref) {
      return "release/" + ref.text() + "/";
    }
  }

  /** A session of the timetable. */
  record Timetable(long version, Session session) implements Item {
    @Override
    public String key() {
      return session.id();
    }
  }

  /** The site's own settings; its key is {@code site}. */
  record SiteSettings(long version, Site site) implements Item {
    @Override
    public String key() {
      return "site";
    }
  }

  /** A place's settings. */
  record PlaceSettings(long version, Place place) implements Item {
    @Override
    public String key() {
      return "place/" + place.id();
    }
  }

  /** The rules of a canteen. */
  record CanteenSettings(long version, Canteen canteen) implements Item {
    @Override
    public String key() {
      return "canteen/" + canteen.place();
    }
  }

  /** A day of a canteen that is not a usual one, or has a menu. */
  record MealDaySettings(long version, MealDay day) implements Item {
    @Override
    public String key() {
      return "meal-day/" + day.place() + "/" + day.date();
    }
  }

  /** A place, or the whole centre, is closed for a time. */
  record ClosureSettings(long version, Closure closure) implements Item {
    @Override
    public String key() {
      return "closure/" + closure.id();
    }
  }

  /** There is no more of a meal. */
  record SoldOut(long version, Occasion occasion) implements Item {
    @Override
    public String key() {
      return "sold-out/" + occasion.text();
    }
  }

  /** What this device is; sent only to the device itself. */
  record DeviceSettings(long version, Device device) implements Item {
    @Override
    public String key() {
      return "device/" + device.id();
    }
  }

  /** The item of this key is no longer there. */
  record Gone(long version, String key) implements Item {}
}
