package io.jinlin.hub.web;

import io.jinlin.contract.event.Occasion;
import io.jinlin.contract.page.Device;
import io.jinlin.contract.page.Site;
import io.jinlin.hub.accounts.Accounts;
import io.jinlin.hub.api.Api;
import io.jinlin.hub.canteen.SoldOutPages;
import io.jinlin.hub.cards.BatchBook;
import io.jinlin.hub.cards.BatchDesk;
import io.jinlin.hub.cards.CardBook;
import io.jinlin.hub.cards.CardDesk;
import io.jinlin.hub.cards.CardIndex;
import io.jinlin.hub.collection.CollectionDesk;
import io.jinlin.hub.devices.DeviceStatus;
import io.jinlin.hub.devices.DeviceTable;
import io.jinlin.hub.devices.Devices;
import io.jinlin.hub.devices.HeldProblems;
import io.jinlin.hub.devices.LostDevices;
import io.jinlin.hub.importing.ImportDesk;
import io.jinlin.hub.ledger.Ledger;
import io.jinlin.hub.live.Live;
import io.jinlin.hub.live.Snapshot;
import io.jinlin.hub.places.Places;
import io.jinlin.hub.places.SettingsBook;
import io.jinlin.hub.programme.Programme;
import io.jinlin.hub.register.IdentityKey;
import io.jinlin.hub.register.PersonDesk;
import io.jinlin.hub.register.RegisterBook;
import io.jinlin.hub.residents.People;
import io.jinlin.hub.rooms.RoomDesk;
import io.jinlin.hub.sample.SampleDays;
import io.jinlin.hub.store.Database;
import io.jinlin.hub.timetable.TimetableDesk;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything that staff and the wall see of a hub, on one port. */
public final class StaffSite implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(StaffSite.class);
  private static final long START_SECONDS = 30;

  /** How often it is looked whether the timetable's days came nearer. */
  private static final long TIMETABLE_CHECK_MS = 600_000;

  /** After {@code hub password} the account's browsers are signed out within this. */
  private static final long ACCOUNTS_CHECK_MS = 1_000;

  /**
   * What it shows.
   *
   * @param folder of the accounts' file
   * @param site the identifier to show before a site was set up
   */
  public record Parts(
      Path folder,
      String site,
      ZoneId zone,
      Database database,
      Ledger ledger,
      CardIndex cards,
      Devices devices,
      LostDevices lostDevices,
      HeldProblems heldProblems,
      InstantSource clock) {}

  private final Api.Parts api;
  private final WebServer server;
  private final Optional<String> firstPassword;
  private final Runnable stopChecking;

  private StaffSite(
      Api.Parts api, WebServer server, Optional<String> firstPassword, Runnable stopChecking) {
    this.api = api;
    this.stopChecking = stopChecking;
    this.server = server;
    this.firstPassword = firstPassword;
  }

  /**
   * Starts it, while the ledger's thread runs.
   *
   * @throws Exception when the accounts cannot be opened or the port is taken
   */
  public static StaffSite start(Vertx vertx, WebServer.Settings settings, Parts parts)
      throws Exception {
    Accounts accounts =
        Accounts.open(parts.folder().resolve(Accounts.FILE), parts.clock(), new SecureRandom());
    Programme programme =
        Programme.open(parts.folder().resolve(Programme.FILE), parts.clock(), new SecureRandom());
    Optional<String> firstPassword = accounts.first();
    TimetableDesk timetable =
        new TimetableDesk(
            parts.database(), parts.ledger(), parts.clock(), parts.zone(), new SecureRandom());
    long rolling = keepTimetable(vertx, parts, timetable);
    long checking =
        vertx.setPeriodic(
            ACCOUNTS_CHECK_MS, timer -> vertx.executeBlocking(() -> refresh(accounts), false));
    Places places = places(parts);
    People people = parts.database().read(People::load);
    Live live = live(parts, places, people);
    timetable.onChanged(live::refresh);
    RoomDesk rooms = new RoomDesk(parts.ledger(), parts.clock());
    rooms.onChanged(live::refresh);
    tellSoldOut(parts, live);
    try {
      Api.Parts api = api(parts, accounts, live, places, people, programme, timetable, rooms);
      WebServer server =
          WebServer.start(vertx, settings, api)
              .toCompletionStage()
              .toCompletableFuture()
              .get(START_SECONDS, TimeUnit.SECONDS);
      return new StaffSite(
          api,
          server,
          firstPassword,
          () -> {
            vertx.cancelTimer(checking);
            vertx.cancelTimer(rolling);
          });
    } catch (Exception e) {
      vertx.cancelTimer(checking);
      vertx.cancelTimer(rolling);
      live.close();
      accounts.close();
      programme.close();
      throw e;
    }
  }

  /** Kiosks follow what the ledger says of the kitchen. */
  private static void tellSoldOut(Parts parts, Live live) {
    SoldOutPages pages = new SoldOutPages(parts.database(), parts.ledger());
    pages.tell(soldOut(live.view()));
    live.watch(view -> pages.tell(soldOut(view)));
  }

  private static Set<Occasion> soldOut(Live.View view) {
    return view.snapshot().meals().stream()
        .filter(Snapshot.Meal::soldOut)
        .flatMap(meal -> Occasion.parse(meal.occasion()).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static boolean refresh(Accounts accounts) {
    try {
      return accounts.refresh();
    } catch (SQLException e) {
      LOG.warn("cannot read the accounts", e);
      return false;
    }
  }

  private static Live live(Parts parts, Places places, People people) {
    Live.Parts sources =
        new Live.Parts(
            parts.database(), places, people, parts.cards(), () -> devices(parts), parts.clock());
    return Live.start(sources, parts.ledger());
  }

  private static Api.Parts api(
      Parts parts,
      Accounts accounts,
      Live live,
      Places places,
      People people,
      Programme programme,
      TimetableDesk timetable,
      RoomDesk rooms) {
    PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    new JvmMemoryMetrics().bindTo(metrics);
    CardDesk cardDesk = cardDesk(parts);
    return new Api.Parts(
        parts.database(),
        parts.ledger(),
        accounts,
        live,
        places,
        people,
        parts.cards(),
        cardDesk,
        new CollectionDesk(
            new CollectionDesk.Parts(
                parts.site(),
                parts.zone(),
                parts.database(),
                parts.ledger(),
                parts.clock(),
                new SecureRandom())),
        batchDesk(parts, cardDesk),
        importDesk(parts, people),
        new PersonDesk(
            parts.ledger(),
            new RegisterBook(new SecureRandom()),
            () -> reload(parts.database(), people)),
        parts.lostDevices(),
        new SettingsBook(parts.ledger(), places, live::refresh),
        parts.heldProblems(),
        metrics,
        parts.clock(),
        programme,
        timetable,
        rooms);
  }

  private static CardDesk cardDesk(Parts parts) {
    SecureRandom random = new SecureRandom();
    return new CardDesk(
        new CardDesk.Parts(
            parts.site(),
            parts.database(),
            parts.ledger(),
            new CardBook(parts.cards(), parts.clock(), parts.zone(), random),
            parts.clock(),
            random));
  }

  private static BatchDesk batchDesk(Parts parts, CardDesk cardDesk) {
    SecureRandom random = new SecureRandom();
    return new BatchDesk(
        new BatchDesk.Parts(
            parts.site(),
            parts.database(),
            parts.ledger(),
            new BatchBook(parts.cards(), parts.clock(), parts.zone(), random),
            cardDesk,
            parts.folder().resolve("print-keys"),
            parts.clock(),
            parts.zone(),
            random));
  }

  private static ImportDesk importDesk(Parts parts, People people) {
    SecureRandom random = new SecureRandom();
    return new ImportDesk(
        new ImportDesk.Parts(
            parts.database(),
            parts.ledger(),
            new RegisterBook(random),
            IdentityKey.open(parts.folder().resolve(IdentityKey.FILE), random),
            parts.clock(),
            parts.zone(),
            random,
            () -> reload(parts.database(), people)));
  }

  private static void reload(Database database, People people) {
    database.read(
        db -> {
          people.reload(db);
          return people.size();
        });
  }

  private static Places places(Parts parts) {
    Optional<Places> places = parts.database().read(Places::load);
    return places.orElseGet(
        () -> new Places(new Site(parts.site(), "近邻", "Jinlin", parts.zone()), List.of()));
  }

  private static List<Snapshot.DeviceNow> devices(Parts parts) {
    return parts
        .database()
        .read(
            db -> {
              Map<String, String> english = DeviceTable.englishNames(db);
              return DeviceTable.all(db).stream()
                  .map(one -> now(parts, one, english.getOrDefault(one.id(), one.name())))
                  .toList();
            });
  }

  private static Snapshot.DeviceNow now(Parts parts, Device device, String nameEnglish) {
    DeviceStatus status = parts.devices().status(device.id());
    return new Snapshot.DeviceNow(
        device.id(),
        device.name(),
        nameEnglish,
        device.place(),
        status.online(),
        seenMs(status, parts.clock().millis()),
        status.unsent(),
        status.clockTrusted(),
        status.problems(),
        status.held(),
        status.software());
  }

  private static @Nullable Long seenMs(DeviceStatus status, long nowMillis) {
    return status.lastSeenMillis() == 0 ? null : Math.max(0, nowMillis - status.lastSeenMillis());
  }

  private static long keepTimetable(Vertx vertx, Parts parts, TimetableDesk timetable) {
    parts.ledger().write(db -> SampleDays.renew(db, parts.zone(), timetable.today()));
    roll(timetable);
    return vertx.setPeriodic(TIMETABLE_CHECK_MS, timer -> roll(timetable));
  }

  private static void roll(TimetableDesk timetable) {
    timetable
        .roll()
        .exceptionally(
            problem -> {
              LOG.warn("the timetable's next days were not written", problem);
              return 0;
            });
  }

  /** The password of the first account, if this start made it: to be shown once. */
  public Optional<String> firstPassword() {
    return firstPassword;
  }

  /** What its interface is made of. */
  public Api.Parts api() {
    return api;
  }

  /** The port it listens on. */
  public int port() {
    return server.port();
  }

  /** Stops. */
  @Override
  public void close() throws Exception {
    stopChecking.run();
    server.close().toCompletionStage().toCompletableFuture().get(START_SECONDS, TimeUnit.SECONDS);
    api.live().close();
    api.accounts().close();
    api.programme().close();
  }
}
