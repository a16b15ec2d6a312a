package io.jinlin.hub.web;

import io.jinlin.contract.page.Site;
import io.jinlin.hub.accounts.Accounts;
import io.jinlin.hub.api.Api;
import io.jinlin.hub.cards.BatchBook;
import io.jinlin.hub.cards.BatchDesk;
import io.jinlin.hub.cards.CardBook;
import io.jinlin.hub.cards.CardDesk;
import io.jinlin.hub.cards.CardIndex;
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
import io.jinlin.hub.programme.Programme;
import io.jinlin.hub.register.IdentityKey;
import io.jinlin.hub.register.PersonDesk;
import io.jinlin.hub.register.RegisterBook;
import io.jinlin.hub.residents.People;
import io.jinlin.hub.sample.SampleDays;
import io.jinlin.hub.store.Database;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything that staff and the wall see of a hub, on one port. */
public final class StaffSite implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(StaffSite.class);
  private static final long START_SECONDS = 30;
  private static final long SAMPLE_CHECK_MS = 3_600_000;

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
    keepSample(vertx, parts);
    long checking =
        vertx.setPeriodic(
            ACCOUNTS_CHECK_MS, timer -> vertx.executeBlocking(() -> refresh(accounts), false));
    Places places = places(parts);
    People people = parts.database().read(People::load);
    Live live = live(parts, places, people);
    try {
      Api.Parts api = api(parts, accounts, live, places, people, programme);
      WebServer server =
          WebServer.start(vertx, settings, api)
              .toCompletionStage()
              .toCompletableFuture()
              .get(START_SECONDS, TimeUnit.SECONDS);
      return new StaffSite(api, server, firstPassword, () -> vertx.cancelTimer(checking));
    } catch (Exception e) {
      vertx.cancelTimer(checking);
      live.close();
      accounts.close();
      programme.close();
      throw e;
    }
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
      Programme programme) {
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
        batchDesk(parts, cardDesk),
        importDesk(parts, people),
        new PersonDesk(
            parts.ledger(),
            new RegisterBook(new SecureRandom()),
            () -> reload(parts.database(), people)),
        parts.lostDevices(),
        parts.heldProblems(),
        metrics,
        parts.clock(),
        programme);
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
    return parts.database().read(DeviceTable::all).stream()
        .map(
            device -> {
              DeviceStatus status = parts.devices().status(device.id());
              return new Snapshot.DeviceNow(
                  device.id(),
                  device.name(),
                  device.place(),
                  status.online(),
                  seenMs(status, parts.clock().millis()),
                  status.unsent(),
                  status.clockTrusted(),
                  status.problems(),
                  status.held(),
                  status.software());
            })
        .toList();
  }

  private static @Nullable Long seenMs(DeviceStatus status, long nowMillis) {
    return status.lastSeenMillis() == 0 ? null : Math.max(0, nowMillis - status.lastSeenMillis());
  }

  /** The sample has no staff who would write its timetable. */
  private static void keepSample(Vertx vertx, Parts parts) throws SQLException {
    if (!parts.database().read(SampleDays::isSample)) {
      return;
    }
    extendSample(parts);
    vertx.setPeriodic(SAMPLE_CHECK_MS, timer -> extendSample(parts));
  }

  private static void extendSample(Parts parts) {
    LocalDate today = LocalDate.ofInstant(parts.clock().instant(), parts.zone());
    parts
        .ledger()
        .write(db -> SampleDays.extend(db, today))
        .exceptionally(
            problem -> {
              LOG.warn("the sample's timetable was not extended", problem);
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
