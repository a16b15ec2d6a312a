package io.jinlin.edge.agent;

import io.jinlin.contract.card.CardCode;
import io.jinlin.contract.card.CardKeys;
import io.jinlin.contract.card.Seal;
import io.jinlin.contract.config.Secret;
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
import io.jinlin.contract.wire.Topics;
import io.jinlin.contract.wire.Version;
import io.jinlin.edge.clock.ClockTrust;
import io.jinlin.edge.clock.OffsetClock;
import io.jinlin.edge.clock.SettableMachine;
import io.jinlin.edge.config.AgentConfig;
import io.jinlin.edge.config.WiringConfig;
import io.jinlin.edge.outbox.OutboxLimits;
import io.jinlin.edge.roster.Replica;
import io.jinlin.edge.uplink.HubAddress;
import io.jinlin.edge.uplink.Link;
import io.jinlin.edge.uplink.LinkEvents;
import io.jinlin.edge.uplink.LinkFactory;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** An agent in a folder that has learned its settings and has no hub. */
final class AgentBench {
  static final String SITE = "kangle";

  final SettableMachine machine = new SettableMachine();
  final AgentConfig config;
  ClockTrust trust = ClockTrust.ALWAYS;
  private final Random random = new Random(1);

  AgentBench(Path folder) {
    this(folder, OutboxLimits.DEFAULT);
  }

  AgentBench(Path folder, OutboxLimits limits) {
    config =
        new AgentConfig(
            SITE,
            "kiosk-1",
            folder,
            new HubAddress("127.0.0.1", 1, new Secret("secret"), Optional.empty()),
            ClockTrust.ALWAYS,
            limits,
            WiringConfig.NONE);
  }

  /** The same cards in every test. */
  static CardCode card(int number) {
    return CardCode.random(new Random(number));
  }

  EdgeAgent open() {
    return open(Nowhere::new);
  }

  EdgeAgent open(LinkFactory links) {
    return EdgeAgent.openStepped(
        config, new EdgeParts(new OffsetClock(machine, trust), random, links));
  }

  /** What the hub would have sent. */
  void learn(Service service, int people) {
    learn(service, people, 100);
  }

  /** The same for a device whose clinic numbers begin after another base. */
  void learn(Service service, int people, int ticketBase) {
    try (Replica replica = Replica.open(config.replicaFile(), 0)) {
      replica.apply(
          page(
              PageKind.SETTINGS,
              Version.NONE,
              List.of(
                  new Item.SiteSettings(
                      1, new Site(SITE, "康乐", "Kangle", ZoneId.of("Asia/Shanghai"))),
                  new Item.PlaceSettings(2, place(service)),
                  new Item.DeviceSettings(
                      3,
                      new Device("kiosk-1", "一号", "place-1", Device.Role.ENTRANCE, ticketBase)))));
      Version have = Version.NONE;
      for (int from = 0; from < people; from += 50) {
        List<Item> items =
            IntStream.range(from, Math.min(people, from + 50)).mapToObj(this::entry).toList();
        Page page = page(PageKind.ROSTER, have, items);
        replica.apply(page);
        have = page.upTo();
      }
    }
  }

  private Item entry(int number) {
    CardKeys keys = card(number).keys(SITE);
    RosterEntry entry =
        new RosterEntry("王*", "王奶奶", RosterEntry.Kind.RESIDENT, "zh", List.of(), List.of());
    byte[] sealed = Seal.seal(keys, number + 1, RosterEntryCodec.encode(entry), random);
    return new Item.Roster(number + 1, keys.ref(), sealed);
  }

  private static Page page(PageKind kind, Version from, List<Item> items) {
    Version upTo = new Version("fixture", items.get(items.size() - 1).version());
    List<byte[]> lines = items.stream().map(ItemCodec::encode).toList();
    return new Page(kind, from, from.equals(Version.NONE), upTo, upTo, lines);
  }

  private static Place place(Service service) {
    LocalTime from = LocalTime.of(10, 0);
    LocalTime to = LocalTime.of(14, 0);
    boolean clinic = service == Service.CLINIC;
    boolean canteen = service == Service.CANTEEN;
    return new Place(
        "place-1",
        "地方",
        "Place",
        service,
        80,
        90,
        60,
        FailureRule.SERVE,
        10,
        30,
        canteen ? List.of(new MealPeriod("lunch", "午餐", "Lunch", from, to)) : List.of(),
        clinic
            ? Stream.of("chinese-medicine", "pharmacy")
                .map(id -> new ClinicQueue(id, "队", "Queue", from, to))
                .toList()
            : List.of());
  }

  /** There is no hub. */
  static final class Nowhere implements Link {
    final List<Topics> published = new ArrayList<>();

    @Override
    public void connect(LinkEvents events) {
      events.lost("nowhere");
    }

    @Override
    public void publish(Topics topic, byte[] payload) {
      published.add(topic);
    }

    @Override
    public void close() {}
  }
}
