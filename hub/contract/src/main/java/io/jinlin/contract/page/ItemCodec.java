package io.jinlin.contract.page;

import io.jinlin.contract.event.WordTable;
import io.jinlin.contract.wire.Decoded;
import io.jinlin.contract.wire.Fields;
import io.jinlin.contract.wire.JsonLine;
import io.jinlin.contract.wire.Limits;
import io.jinlin.contract.wire.PageKind;
import io.jinlin.contract.wire.Refusal;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@link Item} as a line of JSON, at most {@link Limits#MAX_PAGE_ITEM_BYTES}. */
public final class ItemCodec {
  private static final WordTable<Type> TYPES = WordTable.of(Type.class);
  private static final byte[] NOT_SEALED = {};

  private enum Type {
    ROSTER(PageKind.ROSTER),
    REVOCATION(PageKind.REVOCATIONS),
    CLAIM(PageKind.CLAIMS),
    SESSION(PageKind.TIMETABLE),
    SITE(PageKind.SETTINGS),
    PLACE(PageKind.SETTINGS),
    DEVICE(PageKind.SETTINGS),
    GONE(null),
    RELEASE(PageKind.CLAIMS),
    CANTEEN(PageKind.SETTINGS),
    MEAL_DAY(PageKind.SETTINGS),
    CLOSURE(PageKind.SETTINGS),
    SOLD_OUT(PageKind.SETTINGS);

    private final Optional<PageKind> page;

    Type(@Nullable PageKind page) {
      this.page = Optional.ofNullable(page);
    }

    boolean belongsTo(PageKind kind) {
      return page.isEmpty() || page.get() == kind;
    }
  }

  private ItemCodec() {}

  /** The line, without a line end. */
  public static byte[] encode(Item item) {
    if (item instanceof Item.Roster roster) {
      return line(Type.ROSTER, item)
          .put("ref", roster.ref().text())
          .put("sealed", Base64.getEncoder().encodeToString(roster.sealed()))
          .bytes();
    } else if (item instanceof Item.Revocation revocation) {
      return line(Type.REVOCATION, item).put("ref", revocation.ref().text()).bytes();
    } else if (item instanceof Item.Claim claim) {
      return line(Type.CLAIM, item)
          .put("ref", claim.ref().text())
          .put("occasion", claim.occasion().text())
          .put("at", claim.atMillis())
          .bytes();
    } else if (item instanceof Item.Timetable timetable) {
      return SettingsFields.put(line(Type.SESSION, item), timetable.session()).bytes();
    } else if (item instanceof Item.SiteSettings settings) {
      return SettingsFields.put(line(Type.SITE, item), settings.site()).bytes();
    } else if (item instanceof Item.PlaceSettings settings) {
      return SettingsFields.put(line(Type.PLACE, item), settings.place()).bytes();
    } else if (item instanceof Item.DeviceSettings settings) {
      return SettingsFields.put(line(Type.DEVICE, item), settings.device()).bytes();
    }
    return canteen(item);
  }

  private static byte[] canteen(Item item) {
    if (item instanceof Item.Release release) {
      return line(Type.RELEASE, item)
          .put("ref", release.ref().text())
          .put("occasion", release.occasion().text())
          .put("until", release.untilMillis())
          .bytes();
    } else if (item instanceof Item.CanteenSettings settings) {
      return CanteenFields.put(line(Type.CANTEEN, item), settings.canteen()).bytes();
    } else if (item instanceof Item.MealDaySettings settings) {
      return CanteenFields.put(line(Type.MEAL_DAY, item), settings.day()).bytes();
    } else if (item instanceof Item.ClosureSettings settings) {
      return CanteenFields.put(line(Type.CLOSURE, item), settings.closure()).bytes();
    } else if (item instanceof Item.SoldOut soldOut) {
      return line(Type.SOLD_OUT, item).put("occasion", soldOut.occasion().text()).bytes();
    }
    return line(Type.GONE, item).put("key", item.key()).bytes();
  }

  private static JsonLine line(Type type, Item item) {
    return JsonLine.object().put("type", TYPES.word(type)).put("version", item.version());
  }

  /** Reads a line of a page of this kind; an item of another kind is refused. */
  public static Decoded<Item> decode(PageKind kind, byte[] bytes) {
    return Fields.decode(
        bytes, 0, bytes.length, Limits.MAX_PAGE_ITEM_BYTES, fields -> item(kind, fields));
  }

  private static Item item(PageKind kind, Fields fields) {
    Type type = fields.word("type", TYPES, Refusal.UNKNOWN_TYPE);
    if (!type.belongsTo(kind)) {
      fields.refuse(Refusal.UNKNOWN_TYPE, "type is not of this page");
    }
    long version = fields.number("version");
    return switch (type) {
      case ROSTER -> new Item.Roster(version, fields.ref("ref"), sealed(fields));
      case REVOCATION -> new Item.Revocation(version, fields.ref("ref"));
      case CLAIM ->
          new Item.Claim(
              version, fields.ref("ref"), fields.occasion("occasion"), fields.number("at"));
      case SESSION -> new Item.Timetable(version, SettingsFields.session(fields));
      case SITE -> new Item.SiteSettings(version, SettingsFields.site(fields));
      case PLACE -> new Item.PlaceSettings(version, SettingsFields.place(fields));
      case DEVICE -> new Item.DeviceSettings(version, SettingsFields.device(fields));
      case GONE -> new Item.Gone(version, fields.text("key"));
      case RELEASE ->
          new Item.Release(
              version, fields.ref("ref"), fields.occasion("occasion"), fields.number("until"));
      case CANTEEN -> new Item.CanteenSettings(version, CanteenFields.canteen(fields));
      case MEAL_DAY -> new Item.MealDaySettings(version, CanteenFields.mealDay(fields));
      case CLOSURE -> new Item.ClosureSettings(version, CanteenFields.closure(fields));
      case SOLD_OUT -> new Item.SoldOut(version, fields.occasion("occasion"));
    };
  }

  private static byte[] sealed(Fields fields) {
    return fields.parsed("sealed", fields.text("sealed"), ItemCodec::base64, NOT_SEALED);
  }

  private static Optional<byte[]> base64(String text) {
    try {
      return Optional.of(Base64.getDecoder().decode(text));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }
}
