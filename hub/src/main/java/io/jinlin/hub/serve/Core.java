package io.jinlin.hub.serve;

import io.jinlin.hub.access.AccessLog;
import io.jinlin.hub.attendance.AttendanceDesk;
import io.jinlin.hub.backup.Backups;
import io.jinlin.hub.broker.BrokerLink;
import io.jinlin.hub.cards.BatchBook;
import io.jinlin.hub.cards.CardBook;
import io.jinlin.hub.cards.CardIndex;
import io.jinlin.hub.cards.OfferedRevocations;
import io.jinlin.hub.clinic.ClinicSettings;
import io.jinlin.hub.collection.CollectionBook;
import io.jinlin.hub.config.HubConfig;
import io.jinlin.hub.copies.Copies;
import io.jinlin.hub.devices.Devices;
import io.jinlin.hub.devices.Doorkeeper;
import io.jinlin.hub.devices.HeldProblems;
import io.jinlin.hub.devices.LostDevices;
import io.jinlin.hub.gateway.BrokerEndpoint;
import io.jinlin.hub.gateway.EmbeddedEndpoint;
import io.jinlin.hub.gateway.Endpoint;
import io.jinlin.hub.gateway.Gateway;
import io.jinlin.hub.ledger.Journal;
import io.jinlin.hub.ledger.JournalHandler;
import io.jinlin.hub.ledger.Ledger;
import io.jinlin.hub.ledger.LedgerWriter;
import io.jinlin.hub.orders.Orders;
import io.jinlin.hub.pages.Claims;
import io.jinlin.hub.pages.Pages;
import io.jinlin.hub.places.SettingsBook;
import io.jinlin.hub.register.RegisterBook;
import io.jinlin.hub.rooms.RoomDesk;
import io.jinlin.hub.settlement.Settlement;
import io.jinlin.hub.store.DataFolder;
import io.jinlin.hub.store.Database;
import io.jinlin.hub.store.RandomId;
import io.jinlin.hub.store.StoreException;
import io.jinlin.hub.timetable.TimetableDesk;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The part of a hub that takes, keeps and acknowledges events; the pages for staff stand on it.
 * Started in the order of its methods and stopped in reverse, so that what was taken is committed.
 */
public final class Core implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Core.class);
  private static final long START_SECONDS = 30;
  private static final long STOP_SECONDS = 10;

  private final Deque<AutoCloseable> toClose = new ArrayDeque<>();
  private final HubConfig config;
  private final Vertx vertx;
  private final InstantSource clock;
  private final String start;
  private final Database database;
  private final CardIndex cards;
  private final Devices devices;
  private final Endpoint endpoint;
  private final Ledger ledger;
  private final Gateway gateway;
  private final LostDevices lostDevices;
  private final HeldProblems heldProblems;

  private Core(HubConfig config, Vertx vertx, InstantSource clock, RandomGenerator random) {
    this.config = config;
    this.vertx = vertx;
    this.clock = clock;
    this.start = RandomId.next(random);
    toClose.push(DataFolder.lock(config.data()));
    this.database = opened(HubFiles.open(config, clock.millis()));
    this.cards = database.read(CardIndex::load);
    this.devices = new Devices(clock);
    this.endpoint = endpoint(new Doorkeeper(database, clock, random));
    // The term of the pages begins first: what the ledger replays into them is new to every device.
    Claims claims = new Claims(database, clock, config.zone(), start);
    Pages pages = Pages.open(database, claims, start);
    Journal journal = opened(Journal.open(config.journal()));
    CardBook book = new CardBook(cards, clock, config.zone(), random);
    this.ledger =
        Ledger.open(
            new Ledger.Parts(database, journal, cards, clock, start, endpoint.executor()),
            replays(book, random));
    this.lostDevices = new LostDevices(new LostDevices.Parts(database, ledger, devices, clock));
    this.heldProblems = HeldProblems.start(database, ledger, devices, clock);
    ledger.onCommitted(claims::accept);
    ledger.onCommitted(
        new OfferedRevocations(OfferedRevocations.into(ledger, book, clock), devices::holdAgainst)
            ::accept);
    ExecutorService background = background();
    this.gateway =
        new Gateway(
            new Gateway.Parts(
                endpoint,
                ledger,
                pages,
                devices,
                clock,
                new HubClock(config.clock()),
                endpoint.executor(),
                background));
  }

  /**
   * Starts the core.
   *
   * @param random a cryptographic source
   * @throws Exception when a file is in use or cannot be read, or a port is taken
   */
  public static Core start(
      HubConfig config, Vertx vertx, InstantSource clock, RandomGenerator random) throws Exception {
    Core core = new Core(config, vertx, clock, random);
    try {
      core.run();
      return core;
    } catch (Exception e) {
      core.close();
      throw e;
    }
  }

  /** What does again, by its kind of journal entry, what the database of a restore lacks. */
  private Map<String, JournalHandler> replays(CardBook book, RandomGenerator random) {
    return Map.ofEntries(
        Map.entry(SettingsBook.KIND, SettingsBook.REPLAY),
        Map.entry(CardBook.KIND, book),
        Map.entry(LostDevices.KIND, LostDevices.handler()),
        Map.entry(Settlement.KIND, Settlement.REPLAY),
        Map.entry(Orders.KIND, Orders.REPLAY),
        Map.entry(AccessLog.KIND, AccessLog.REPLAY),
        Map.entry(BatchBook.KIND, new BatchBook(cards, clock, config.zone(), random)),
        Map.entry(Copies.KIND, Copies.REPLAY),
        Map.entry(RegisterBook.KIND, new RegisterBook(random)),
        Map.entry(TimetableDesk.KIND, TimetableDesk.replay(config.zone())),
        Map.entry(RoomDesk.KIND, RoomDesk.REPLAY),
        Map.entry(AttendanceDesk.KIND, AttendanceDesk.REPLAY),
        Map.entry(CollectionBook.KIND, new CollectionBook(clock, config.zone(), random)),
        Map.entry(ClinicSettings.KIND, ClinicSettings.REPLAY));
  }

  private void run() throws Exception {
    opened(LedgerWriter.start(ledger));
    ledger.attributeKnown();
    lostDevices.look();
    long looking =
        vertx.setPeriodic(
            LostDevices.LOOK_MS, timer -> vertx.executeBlocking(this::lookForLostDevices, false));
    toClose.push(() -> vertx.cancelTimer(looking));
    long ticking =
        vertx.setPeriodic(Gateway.TICK_MS, timer -> endpoint.executor().execute(gateway::tick));
    toClose.push(() -> vertx.cancelTimer(ticking));
    toClose.push(() -> endpoint.stop().toCompletableFuture().get(STOP_SECONDS, TimeUnit.SECONDS));
    var listening = endpoint.start(gateway).toCompletableFuture();
    if (endpoint instanceof EmbeddedEndpoint) {
      listening.get(START_SECONDS, TimeUnit.SECONDS);
    }
    opened(
        BackupTimer.start(
            vertx,
            config.backup(),
            new BackupTimer.Parts(
                database,
                ledger,
                new Backups(config.backup().folder(), config.backup().keep()),
                clock)));
  }

  private boolean lookForLostDevices() {
    try {
      lostDevices.look();
      return true;
    } catch (StoreException e) {
      LOG.error("cannot read which devices are lost", e);
      return false;
    }
  }

  private <T extends AutoCloseable> T opened(T part) {
    toClose.push(part);
    return part;
  }

  private Endpoint endpoint(Doorkeeper doorkeeper) {
    if (config.transport() == HubConfig.Transport.BROKER) {
      HubConfig.Broker broker = config.broker();
      return new BrokerEndpoint(
          vertx,
          config.site(),
          new BrokerLink.Where(
              broker.address().host(),
              broker.address().port(),
              broker.user(),
              broker.user(),
              broker.password()));
    }
    return new EmbeddedEndpoint(
        vertx,
        new EmbeddedEndpoint.Where(
            config.site(),
            config.mqtt().host(),
            config.mqtt().port(),
            config.tls().map(HubConfig.Tls::certificate),
            config.tls().map(HubConfig.Tls::key)),
        doorkeeper);
  }

  private ExecutorService background() {
    ExecutorService pages =
        Executors.newSingleThreadExecutor(
            work -> {
              Thread thread = new Thread(work, "pages");
              thread.setDaemon(true);
              return thread;
            });
    toClose.push(pages::shutdown);
    return pages;
  }

  /** The port of the MQTT endpoint; none when a broker is used. */
  public OptionalInt mqttPort() {
    return endpoint instanceof EmbeddedEndpoint embedded
        ? OptionalInt.of(embedded.port())
        : OptionalInt.empty();
  }

  /** The database, for queries. */
  public Database database() {
    return database;
  }

  /** The ledger. */
  public Ledger ledger() {
    return ledger;
  }

  /** Whose card it is. */
  public CardIndex cards() {
    return cards;
  }

  /** Tells devices something. */
  public Gateway gateway() {
    return gateway;
  }

  /** How the devices are. */
  public Devices devices() {
    return devices;
  }

  /** Devices that are let in no more. */
  public LostDevices lostDevices() {
    return lostDevices;
  }

  /** What is held against devices. */
  public HeldProblems heldProblems() {
    return heldProblems;
  }

  /** Stops everything that was started, in reverse; what was taken is committed. */
  @Override
  public void close() {
    Optional<AutoCloseable> next = Optional.ofNullable(toClose.poll());
    while (next.isPresent()) {
      try {
        next.get().close();
      } catch (Exception e) {
        LOG.error("stopping", e);
      }
      next = Optional.ofNullable(toClose.poll());
    }
  }
}
