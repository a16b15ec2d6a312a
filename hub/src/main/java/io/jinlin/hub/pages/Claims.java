package io.jinlin.hub.pages;

import io.jinlin.contract.card.CardRef;
import io.jinlin.contract.event.Event;
import io.jinlin.contract.event.Fact;
import io.jinlin.contract.event.FactType;
import io.jinlin.contract.event.Occasion;
import io.jinlin.contract.event.Outcome;
import io.jinlin.contract.page.Item;
import io.jinlin.contract.page.ItemCodec;
import io.jinlin.contract.wire.Decoded;
import io.jinlin.contract.wire.EventCodec;
import io.jinlin.contract.wire.Limits;
import io.jinlin.contract.wire.Page;
import io.jinlin.contract.wire.PageKind;
import io.jinlin.contract.wire.Version;
import io.jinlin.hub.ledger.Committed;
import io.jinlin.hub.ledger.Recorded;
import io.jinlin.hub.ledger.What;
import io.jinlin.hub.store.Database;
import io.jinlin.hub.store.Rows;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which cards had which meal today, from all kiosks and from staff, and which meals were taken
 * back: held in memory, because a day's meals are few and each start reads them again from the
 * ledger. Each start, each day and each correction begins a new term, so that every kiosk then gets
 * a whole snapshot.
 */
public final class Claims implements PageSource {
  /**
   * Most claims of a day; beyond it further ones are not passed on, and each kiosk knows its own.
   */
  public static final int MAX_CLAIMS = 50_000;

  private static final long DAY_MS = 86_400_000;
  private static final String OF_DAY =
      "SELECT at, body FROM event WHERE at >= ? AND occasion GLOB 'meal:*' AND NOT voided"
          + (" AND type IN (" + What.type(FactType.SCAN) + ", " + What.type(FactType.SERVING) + ")")
          + " ORDER BY at, id";
  private static final String TAKEN_BACK =
      "SELECT at, body FROM event WHERE at >= ? AND occasion GLOB 'meal:*' AND voided"
          + (" AND type = " + What.type(FactType.SCAN) + " ORDER BY at, id");

  private record Claimed(CardRef ref, Occasion occasion) {}

  private final Database database;
  private final InstantSource clock;
  private final ZoneId zone;
  private final String start;
  private final List<byte[]> items = new ArrayList<>();
  private final Set<Claimed> claimed = new HashSet<>();
  private LocalDate day = LocalDate.MIN;
  private int term;

  /**
   * Holds nothing yet: the day's claims are read when they are first asked for, because a start may
   * still bring the ledger what the journal knows.
   *
   * @param start a new random name for this start
   */
  public Claims(Database database, InstantSource clock, ZoneId zone, String start) {
    this.database = database;
    this.clock = clock;
    this.zone = zone;
    this.start = start;
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), zone);
  }

  /** Takes what a commit added. */
  public synchronized void accept(Committed committed) {
    if (committed.rewritten()) {
      reload();
      return;
    }
    for (Recorded recorded : committed.recorded()) {
      if (!recorded.doubtful()) {
        add(recorded.fact(), recorded.atMillis());
      }
    }
  }

  private void add(Fact fact, long atMillis) {
    if (fact instanceof Fact.Scan scan
        && scan.outcome() == Outcome.ACCEPTED
        && scan.occasion().isPresent()) {
      add(scan.ref(), scan.occasion().get(), atMillis);
    } else if (fact instanceof Fact.Serving serving && serving.isOnce()) {
      serving.ref().ifPresent(ref -> add(ref, serving.occasion(), atMillis));
    }
  }

  private void add(CardRef ref, Occasion occasion, long atMillis) {
    if (isOfToday(occasion) && claimed.add(new Claimed(ref, occasion))) {
      items.add(ItemCodec.encode(new Item.Claim(items.size() + 1L, ref, occasion, atMillis)));
    }
  }

  private boolean isOfToday(Occasion occasion) {
    return occasion.kind() == Occasion.Kind.MEAL
        && occasion.date().equals(day)
        && items.size() < MAX_CLAIMS;
  }

  /** The kiosk that answered remembers it by its own clock, which the line tells. */
  private void release(Event event) {
    if (event.fact() instanceof Fact.Scan scan
        && scan.outcome() == Outcome.ACCEPTED
        && scan.occasion().filter(this::isOfToday).isPresent()) {
      long version = items.size() + 1L;
      items.add(
          ItemCodec.encode(
              new Item.Release(version, scan.ref(), scan.occasion().get(), event.wallMillis())));
    }
  }

  private void reload() {
    day = today();
    term++;
    items.clear();
    claimed.clear();
    long from = day.atStartOfDay(zone).toInstant().toEpochMilli() - DAY_MS;
    each(OF_DAY, from, (at, event) -> add(event.fact(), at));
    each(TAKEN_BACK, from, (at, event) -> release(event));
  }

  private interface Told {
    void event(long atMillis, Event event);
  }

  private void each(String sql, long from, Told told) {
    database.read(
        db ->
            Rows.all(
                db,
                sql,
                row -> {
                  long at = row.getLong(1);
                  Decoded<Event> event = EventCodec.decode(row.getBytes(2));
                  event.toOptional().ifPresent(value -> told.event(at, value));
                  return at;
                },
                from));
  }

  @Override
  public synchronized Version latest() {
    if (!today().equals(day)) {
      reload();
    }
    return new Version(start + "-" + term, items.size());
  }

  @Override
  public synchronized Page after(String device, Version have, Version toward) {
    Version latest = latest();
    // Claims never move within a term, so where the device was going to says nothing more.
    boolean reset = !have.term().equals(latest.term()) || have.number() > latest.number();
    int from = reset ? 0 : (int) have.number();
    List<byte[]> some = new ArrayList<>();
    int bytes = 0;
    for (int i = from; i < items.size() && some.size() < Limits.MAX_PAGE_ITEMS; i++) {
      bytes += items.get(i).length + 1;
      if (bytes > MAX_ITEM_BYTES) {
        break;
      }
      some.add(items.get(i));
    }
    Version upTo = new Version(latest.term(), from + (long) some.size());
    return new Page(PageKind.CLAIMS, have, reset, upTo, latest, some);
  }
}
