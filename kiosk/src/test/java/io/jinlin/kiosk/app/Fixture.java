package io.jinlin.kiosk.app;

import io.jinlin.contract.card.CardCode;
import io.jinlin.contract.card.CardKeys;
import io.jinlin.contract.card.Seal;
import io.jinlin.contract.page.Canteen;
import io.jinlin.contract.page.ClinicQueue;
import io.jinlin.contract.page.Device;
import io.jinlin.contract.page.FailureRule;
import io.jinlin.contract.page.Item;
import io.jinlin.contract.page.ItemCodec;
import io.jinlin.contract.page.MealPeriod;
import io.jinlin.contract.page.Place;
import io.jinlin.contract.page.RosterEntry;
import io.jinlin.contract.page.RosterEntryCodec;
import io.jinlin.contract.page.Service;
import io.jinlin.contract.page.Site;
import io.jinlin.contract.wire.Page;
import io.jinlin.contract.wire.PageKind;
import io.jinlin.contract.wire.Version;
import io.jinlin.edge.roster.Replica;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** What a kiosk would have learned from its hub: a small site whose meals last all day. */
final class Fixture {
  static final String SITE = "kangle";
  static final String DEVICE = "kiosk-1";

  /** 王*, to be called 王奶奶. */
  static final CardCode WANG = CardCode.random(new Random(1));

  /** 林*, to be called 林爷爷. */
  static final CardCode LIN = CardCode.random(new Random(2));

  /** 陈*, who has asked for English. */
  static final CardCode CHEN = CardCode.random(new Random(3));

  /** A dead card. */
  static final CardCode REVOKED = CardCode.random(new Random(4));

  private static final LocalTime FIRST = LocalTime.MIN;
  private static final LocalTime LUNCH_ENDS = LocalTime.of(15, 0);
  private static final LocalTime DINNER = LocalTime.of(17, 0);
  private static final LocalTime LAST = LocalTime.of(23, 59, 59);

  private Fixture() {}

  /** Fills a replica so that the kiosk stands at a place of this service. */
  static void write(Path replica, Service service) {
    try (Replica copy = Replica.open(replica, 0)) {
      copy.apply(
          page(
              PageKind.SETTINGS,
              new Item.SiteSettings(
                  1, new Site(SITE, "康乐社区", "Kangle", ZoneId.of("Asia/Shanghai"))),
              new Item.PlaceSettings(2, place(service)),
              new Item.DeviceSettings(
                  3, new Device(DEVICE, "一号", "place-1", Device.Role.ENTRANCE, 100)),
              new Item.CanteenSettings(4, new Canteen("place-1", 2, true, List.of()))));
      copy.apply(
          page(
              PageKind.ROSTER,
              roster(1, WANG, "王*", "王奶奶", "zh"),
              roster(2, LIN, "林*", "林爷爷", "zh"),
              roster(3, CHEN, "陈*", "", "en")));
      copy.apply(page(PageKind.REVOCATIONS, new Item.Revocation(1, REVOKED.keys(SITE).ref())));
    }
  }

  private static Place place(Service service) {
    return new Place(
        "place-1",
        service == Service.CLINIC ? "社区卫生服务站" : "社区幸福大食堂",
        service == Service.CLINIC ? "Community clinic" : "Community canteen",
        service,
        80,
        90,
        60,
        FailureRule.SERVE,
        10,
        30,
        service == Service.CANTEEN
            ? List.of(
                new MealPeriod("lunch", "午餐", "Lunch", FIRST, LUNCH_ENDS),
                new MealPeriod("dinner", "晚餐", "Dinner", DINNER, LAST))
            : List.of(),
        service == Service.CLINIC
            ? List.of(
                new ClinicQueue("chinese-medicine", "中医", "Chinese medicine", FIRST, LAST),
                new ClinicQueue("pharmacy", "取药", "Pharmacy", FIRST, LAST))
            : List.of());
  }

  private static Item.Roster roster(
      long version, CardCode code, String name, String voice, String language) {
    CardKeys keys = code.keys(SITE);
    RosterEntry entry =
        new RosterEntry(name, voice, RosterEntry.Kind.RESIDENT, language, List.of(), List.of());
    byte[] content = RosterEntryCodec.encode(entry);
    return new Item.Roster(
        version, keys.ref(), Seal.seal(keys, version, content, new Random(version)));
  }

  private static Page page(PageKind kind, Item... items) {
    Version upTo = new Version("fixture", items[items.length - 1].version());
    List<byte[]> lines = Stream.of(items).map(ItemCodec::encode).toList();
    return new Page(kind, Version.NONE, true, upTo, upTo, lines);
  }
}
