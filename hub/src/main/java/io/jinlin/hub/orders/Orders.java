package io.jinlin.hub.orders;

import io.jinlin.contract.card.CardRef;
import io.jinlin.contract.event.EventId;
import io.jinlin.contract.event.Fact;
import io.jinlin.contract.event.Occasion;
import io.jinlin.contract.event.Way;
import io.jinlin.hub.ledger.JournalHandler;
import io.jinlin.hub.ledger.Ledger;
import io.jinlin.hub.store.Database;
import io.jinlin.hub.store.RandomId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;

/** Orders, deliveries and the doors that nobody opened. Any thread may call. */
public final class Orders {
  /** Kind of its journal entries. */
  public static final String KIND = "orders";

  /** Does again what a journal entry says, when the hub's file lacks it. */
  public static final JournalHandler REPLAY =
      (db, body) -> new OrderTable(db).apply(OrderDeedCodec.decode(body));

  private final Database database;
  private final Ledger ledger;
  private final InstantSource clock;
  private final ZoneId zone;
  private final RandomGenerator random;

  /**
   * @param zone of the site
   * @param random draws the names of orders
   */
  public Orders(
      Database database, Ledger ledger, InstantSource clock, ZoneId zone, RandomGenerator random) {
    this.database = database;
    this.ledger = ledger;
    this.clock = clock;
    this.zone = zone;
    this.random = random;
  }

  /** A name for a new order or pause. */
  public String newId() {
    return RandomId.next(random);
  }

  /** All that is ordered. */
  public OrderBook book() {
    return database.read(db -> new OrderTable(db).book());
  }

  /** Until when the orders of each meal can be changed; a meal that is missing has the usual. */
  public Map<String, CutOff> cutOffs() {
    return database.read(db -> new OrderTable(db).cutOffs());
  }

  /** Whether a meal's orders of a day can no longer be changed without asking the kitchen. */
  public boolean isPastCutOff(String meal, LocalDate day) {
    LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), zone);
    return cutOffs().getOrDefault(meal, CutOff.USUAL).isPast(day, now);
  }

  /** The site's day now. */
  public LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), zone);
  }

  /** Takes an order. */
  public CompletableFuture<Void> place(Order order, String by) {
    return write(new OrderDeed.Placed(order, by, clock.millis()));
  }

  /** Ends an order before a day. */
  public CompletableFuture<Void> end(String order, LocalDate end, String by) {
    return write(new OrderDeed.Ended(order, end, by, clock.millis()));
  }

  /** Leaves one day of an order out, or takes that back. */
  public CompletableFuture<Void> skip(String order, LocalDate day, boolean again, String by) {
    return write(new OrderDeed.Skipped(order, day, again, by, clock.millis()));
  }

  /** Lets none of a person's orders hold for a time. */
  public CompletableFuture<Void> pause(Pause pause, String by) {
    return write(new OrderDeed.Paused(pause, by, clock.millis()));
  }

  /** Ends a pause before a day. */
  public CompletableFuture<Void> resume(String pause, LocalDate end, String by) {
    return write(new OrderDeed.Resumed(pause, end, by, clock.millis()));
  }

  /** Sets until when orders can be changed. */
  public CompletableFuture<Void> setCutOffs(Map<String, CutOff> cutOffs, String by) {
    return write(new OrderDeed.CutOffsSet(cutOffs, by, clock.millis()));
  }

  /** The doors of all who ever ordered. */
  public Doors doors() {
    return database.read(db -> new OrderTable(db).doors());
  }

  /** The door of a person; empty for a number that nobody has. */
  public Optional<Door> door(long person) {
    return database.read(db -> new OrderTable(db).door(person));
  }

  /** What is known before a visit is written. */
  private record Before(boolean known, Optional<Visit> last, List<EventId> served) {}

  /**
   * Records what happened at a door; of a person and meal the last visit holds. A meal that was
   * handed over is served by an event of the ledger first: should the hub die in between, the phone
   * sends again, and the meal counts once. A later visit that says otherwise takes that event back.
   *
   * @param place the canteen
   * @param card a living card of the person, so that kiosks know of the meal
   */
  public CompletableFuture<Void> visited(Visit visit, String place, Optional<CardRef> card) {
    Before before = before(visit);
    if (before.known()) {
      return CompletableFuture.completedFuture(null);
    }
    CompletableFuture<?> told = CompletableFuture.completedFuture(null);
    if (before.last().filter(last -> last.atMillis() > visit.atMillis()).isEmpty()) {
      if (!visit.outcome().isServed()) {
        for (EventId served : before.served()) {
          Fact taken = new Fact.Voiding(place, served, "door", visit.by());
          told = told.thenCompose(done -> ledger.append(taken));
        }
      } else if (before.served().isEmpty()) {
        told = ledger.append(serving(visit, place, card));
      }
    }
    return told.thenCompose(done -> write(new OrderDeed.Visited(visit)));
  }

  private Before before(Visit visit) {
    return database.read(
        db -> {
          OrderTable table = new OrderTable(db);
          return new Before(
              table.hasVisit(visit.key()),
              Optional.ofNullable(table.visits(visit.occasion()).get(visit.person())),
              table.delivered(visit.occasion(), visit.person()));
        });
  }

  private static Fact serving(Visit visit, String place, Optional<CardRef> card) {
    return new Fact.Serving(
        place,
        visit.occasion(),
        Fact.Serving.Kind.DELIVERED,
        visit.person(),
        card,
        Way.DELIVER,
        1,
        "door",
        visit.by());
  }

  /** The last visit of each person for a meal. */
  public Map<Long, Visit> visits(Occasion occasion) {
    return database.read(db -> new OrderTable(db).visits(occasion));
  }

  /** The doors that nobody opened for a meal, those that are not done first. */
  public List<DoorTask> tasks(Occasion occasion) {
    return database.read(
        db -> {
          OrderTable table = new OrderTable(db);
          List<DoorTask> open = new ArrayList<>();
          List<DoorTask> done = new ArrayList<>();
          for (Visit visit : table.visits(occasion).values()) {
            if (visit.outcome() == Visit.Outcome.NO_ANSWER) {
              DoorTask task = new DoorTask(visit, table.steps(occasion, visit.person()));
              (task.isDone() ? done : open).add(task);
            }
          }
          open.addAll(done);
          return open;
        });
  }

  /** Records that somebody tried to reach a person who had not opened. */
  public CompletableFuture<Void> tried(Occasion occasion, long person, DoorTask.Step step) {
    return write(new OrderDeed.Tried(occasion, person, step));
  }

  private CompletableFuture<Void> write(OrderDeed deed) {
    return ledger.write(KIND, OrderDeedCodec.encode(deed), db -> applied(db, deed));
  }

  private static Void applied(Connection db, OrderDeed deed) throws SQLException {
    new OrderTable(db).apply(deed);
    return null;
  }
}
