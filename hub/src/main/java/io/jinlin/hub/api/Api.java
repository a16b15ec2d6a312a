package io.jinlin.hub.api;

import io.jinlin.hub.access.AccessLog;
import io.jinlin.hub.accounts.Accounts;
import io.jinlin.hub.cards.BatchDesk;
import io.jinlin.hub.cards.CardDesk;
import io.jinlin.hub.collection.CollectionDesk;
import io.jinlin.hub.copies.Copies;
import io.jinlin.hub.devices.HeldProblems;
import io.jinlin.hub.devices.LostDevices;
import io.jinlin.hub.importing.ImportDesk;
import io.jinlin.hub.ledger.Ledger;
import io.jinlin.hub.ledger.Subjects;
import io.jinlin.hub.live.Live;
import io.jinlin.hub.orders.Orders;
import io.jinlin.hub.places.Places;
import io.jinlin.hub.places.SettingsBook;
import io.jinlin.hub.programme.Programme;
import io.jinlin.hub.register.EnrolmentDesk;
import io.jinlin.hub.register.PersonDesk;
import io.jinlin.hub.register.RegisterBook;
import io.jinlin.hub.residents.People;
import io.jinlin.hub.rooms.RoomDesk;
import io.jinlin.hub.settlement.Settlement;
import io.jinlin.hub.store.Database;
import io.jinlin.hub.timetable.TimetableDesk;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;
import java.security.SecureRandom;
import java.time.InstantSource;

/** The staff interface on a router. */
public final class Api {

  /** Largest body of a request, in bytes. */
  public static final long MAX_BODY_BYTES = 16 * 1024;

  /** Threads that may wait for the disk. */
  private static final int WORKERS = 3;

  private Api() {}

  /**
   * What the interface is made of.
   *
   * @param metrics shown at {@code /metrics}
   */
  public record Parts(
      Database database,
      Ledger ledger,
      Accounts accounts,
      Live live,
      Places places,
      People people,
      Subjects cards,
      CardDesk cardDesk,
      CollectionDesk collectionDesk,
      BatchDesk batchDesk,
      ImportDesk importDesk,
      PersonDesk personDesk,
      LostDevices lostDevices,
      SettingsBook settings,
      HeldProblems heldProblems,
      PrometheusMeterRegistry metrics,
      InstantSource clock,
      Programme programme,
      TimetableDesk timetable,
      RoomDesk rooms) {}

  /** Adds all routes; called on the event loop of the server. */
  public static void mount(Vertx vertx, Router router, Parts parts) {
    WorkerExecutor workers = vertx.createSharedWorkerExecutor("api", WORKERS);
    WorkerExecutor hashing = vertx.createSharedWorkerExecutor("passwords", 1);
    Exchange exchange = new Exchange(workers);
    Guard guard = new Guard(parts.accounts());
    router.route("/api/*").failureHandler(exchange::failed);
    AccessLog log =
        new AccessLog(parts.database(), parts.ledger(), parts.clock(), new SecureRandom());
    AccessNotes notes = new AccessNotes(exchange, log);
    ImportRoutes imports = new ImportRoutes(exchange, guard, parts, notes);
    imports.mountFile(router);
    TimetableRoutes timetable = new TimetableRoutes(exchange, guard, parts);
    timetable.mountUpload(router);
    router.post().handler(BodyHandler.create(false).setBodyLimit(MAX_BODY_BYTES));
    new SessionRoutes(exchange, guard, parts.accounts(), hashing).mount(router);
    new AccountRoutes(exchange, guard, parts.accounts()).mount(router);
    LiveRoutes live = new LiveRoutes(vertx, exchange, guard, parts.accounts(), parts.live());
    live.mount(router);
    new EventRoutes(exchange, guard, parts).mount(router);
    new ActionRoutes(exchange, guard, parts).mount(router);
    new ClinicRoutes(exchange, guard, parts).mount(router);
    new ClinicSettingsRoutes(exchange, guard, parts).mount(router);
    new AuditRoutes(exchange, guard, parts).mount(router);
    new ProgrammeRoutes(exchange, guard, parts).mount(router);
    KnownPeople people = new KnownPeople(parts.database(), parts.people());
    Settlement settlement =
        new Settlement(
            parts.database(), parts.ledger(), parts.clock(), parts.places().site().zone());
    new SettlementRoutes(exchange, guard, people, settlement, notes).mount(router);
    timetable.mount(router);
    new RoomRoutes(exchange, guard, parts).mount(router);
    new AttendanceRoutes(exchange, guard, parts, notes).mount(router);
    new CollectionRoutes(exchange, guard, parts, notes).mount(router);
    new PickupRecordRoutes(exchange, guard, parts, notes).mount(router);
    new CanteenRoutes(exchange, guard, parts).mount(router);
    new CanteenSettingsRoutes(exchange, guard, parts).mount(router);
    new ClosureRoutes(exchange, guard, parts).mount(router);
    new PeopleRoutes(exchange, guard, parts, people, notes).mount(router);
    new CopyRoutes(exchange, guard, parts, copies(parts, settlement), notes).mount(router);
    new CardRoutes(exchange, guard, parts, notes).mount(router);
    Orders orders = orders(parts);
    new OrderRoutes(exchange, guard, parts, orders).mount(router);
    new DeliveryRoutes(exchange, guard, parts, orders).mount(router);
    new ForecastRoutes(exchange, guard, parts, orders).mount(router);
    new EnrolmentRoutes(exchange, guard, parts, people, enrolments(parts), notes).mount(router);
    new BatchRoutes(exchange, guard, parts, notes).mount(router);
    imports.mount(router);
    new AccessRoutes(exchange, guard, parts, people, log).mount(router);
    new SystemRoutes(exchange, guard, parts, live::listeners).mount(router);
    router.route("/api/*").handler(context -> context.fail(404));
  }

  private static Orders orders(Parts parts) {
    return new Orders(
        parts.database(),
        parts.ledger(),
        parts.clock(),
        parts.places().site().zone(),
        new SecureRandom());
  }

  private static EnrolmentDesk enrolments(Parts parts) {
    return new EnrolmentDesk(
        parts.database(),
        parts.ledger(),
        new RegisterBook(new SecureRandom()),
        parts.clock(),
        parts.places().site().zone(),
        parts.live()::refresh);
  }

  private static Copies copies(Parts parts, Settlement settlement) {
    return new Copies(
        new Copies.Parts(
            parts.database(),
            parts.ledger(),
            settlement,
            place -> CopyRoutes.placeName(parts, place),
            parts.clock(),
            parts.places().site().zone(),
            new SecureRandom()));
  }
}
