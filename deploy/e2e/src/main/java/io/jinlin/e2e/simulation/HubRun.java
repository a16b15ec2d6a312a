package io.jinlin.e2e.simulation;

import io.jinlin.contract.event.EventId;
import io.jinlin.contract.event.Fact;
import io.jinlin.contract.wire.Topics;
import io.jinlin.hub.devices.Devices;
import io.jinlin.hub.gateway.Endpoint;
import io.jinlin.hub.gateway.Gateway;
import io.jinlin.hub.ledger.Journal;
import io.jinlin.hub.ledger.JournalHandler;
import io.jinlin.hub.ledger.Ledger;
import io.jinlin.hub.ledger.Subjects;
import io.jinlin.hub.pages.Claims;
import io.jinlin.hub.pages.PageWriter;
import io.jinlin.hub.pages.Pages;
import io.jinlin.hub.store.Database;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * One run of the hub, from its start to its end: the real gateway, ledger, pages and files under
 * virtual time, put together in the order of the real one.
 */
final class HubRun implements Endpoint {
  /** Rarer than in a real hub: reading the versions of pages is most of what it costs. */
  private static final long TICK_MS = 6 * Gateway.TICK_MS;

  /**
   * What surrounds it.
   *
   * @param commitDelay milliseconds from the first event that waits to the commit
   */
  record Around(VirtualTime time, SimNetwork network, LongSupplier commitDelay) {}

  /**
   * How it starts.
   *
   * @param name of the epoch
   * @param synchronised whether its clock is one that devices may go by
   * @param subjects who holds which card, found in the database
   */
  record Start(
      Path database,
      Path journal,
      String name,
      boolean synchronised,
      Function<Database, Subjects> subjects,
      Map<String, JournalHandler> handlers) {}

  /** Writes pages. */
  interface Pen {
    void write(PageWriter pages) throws SQLException;
  }

  private final Around around;
  private final Database database;
  private final Journal journal;
  private final Ledger ledger;
  private final Gateway gateway;
  private boolean commitDue;
  private boolean dead;

  /** Opens the files. */
  HubRun(Around around, Start start) {
    this.around = around;
    InstantSource clock = clock(around.time());
    database = Database.open(start.database());
    Claims claims = new Claims(database, clock, Estate.ZONE, start.name());
    Pages pages = Pages.open(database, claims, start.name());
    journal = Journal.open(start.journal());
    Subjects subjects = start.subjects().apply(database);
    ledger =
        Ledger.open(
            new Ledger.Parts(database, journal, subjects, clock, start.name(), Runnable::run),
            start.handlers());
    ledger.onCommitted(claims::accept);
    gateway =
        new Gateway(
            new Gateway.Parts(
                this,
                ledger,
                pages,
                new Devices(clock),
                clock,
                start::synchronised,
                work -> later(0, work),
                work -> later(1, work)));
  }

  /** The right time. */
  static InstantSource clock(VirtualTime time) {
    return () -> Instant.ofEpochMilli(SimMachine.START_MILLIS + time.now());
  }

  /** Begins to work. */
  void begin() {
    ledger.attributeKnown();
    commitSoon();
    tick();
  }

  Database database() {
    return database;
  }

  Ledger ledger() {
    return ledger;
  }

  private void later(long delayMillis, Runnable work) {
    around
        .time()
        .after(
            delayMillis,
            () -> {
              if (!dead) {
                work.run();
              }
            });
  }

  private void tick() {
    gateway.tick();
    later(TICK_MS, this::tick);
  }

  /** Sees to it that what was written is committed when time goes on. */
  void commitSoon() {
    if (!commitDue) {
      commitDue = true;
      later(
          around.commitDelay().getAsLong(),
          () -> {
            commitDue = false;
            ledger.commitNow();
          });
    }
  }

  /**
   * Staff do something.
   *
   * @param done told of the event once it is safe, if this run lives to see it
   */
  void append(Fact fact, BiConsumer<EventId, Fact> done) {
    var unused =
        ledger
            .append(fact)
            .thenAccept(
                id -> {
                  if (!dead) {
                    done.accept(id, fact);
                  }
                });
    commitSoon();
  }

  /** Staff change something that is in no journal. */
  void write(Pen pen) {
    var unused =
        ledger.write(
            db -> {
              try (PageWriter pages = new PageWriter(db)) {
                pen.write(pages);
              }
              return 0;
            });
    commitSoon();
  }

  /** A device's message came. */
  void received(Topics topic, byte[] payload) {
    gateway.received(topic.device(), topic.kind(), payload, () -> {});
    commitSoon();
  }

  /** A device's connection is gone. */
  void disconnected(String device) {
    if (!dead) {
      gateway.disconnected(device);
    }
  }

  /** Ends it where it stands. */
  void kill() {
    dead = true;
    journal.close();
    database.close();
  }

  @Override
  public CompletionStage<Void> start(Handler handler) {
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void send(String device, Topics.Kind kind, byte[] payload) {
    if (!dead) {
      around.network().send(new Topics(Estate.SITE, device, kind), payload);
    }
  }

  @Override
  public Executor executor() {
    return work -> later(0, work);
  }

  @Override
  public CompletionStage<Void> stop() {
    return CompletableFuture.completedFuture(null);
  }
}
