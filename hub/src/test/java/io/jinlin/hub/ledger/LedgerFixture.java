package io.jinlin.hub.ledger;

import io.jinlin.contract.card.CardRef;
import io.jinlin.contract.event.Event;
import io.jinlin.contract.event.Fact;
import io.jinlin.contract.event.Input;
import io.jinlin.contract.event.Occasion;
import io.jinlin.contract.event.Outcome;
import io.jinlin.contract.event.Way;
import io.jinlin.contract.wire.Batch;
import io.jinlin.contract.wire.EventCodec;
import io.jinlin.contract.wire.Version;
import io.jinlin.hub.store.Database;
import io.jinlin.hub.store.Rows;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** A ledger on real files whose clock and callers are one thread. */
final class LedgerFixture implements AutoCloseable {
  static final long NOON = Instant.parse("2026-11-24T04:00:00Z").toEpochMilli();
  static final Occasion LUNCH = Occasion.parse("meal:lunch:2026-11-24").orElseThrow();

  final Database database;
  final Journal journal;
  final Ledger ledger;
  final List<Receipt> receipts = new ArrayList<>();
  final List<Recorded> recorded = new ArrayList<>();
  long now = NOON + 60_000;

  LedgerFixture(Path folder) {
    this(folder, Subjects.NONE, "start-1");
  }

  LedgerFixture(Path folder, Subjects subjects, String epoch) {
    database = Database.open(folder.resolve("hub.db"));
    journal = Journal.open(folder.resolve("journal.db"));
    InstantSource clock = () -> Instant.ofEpochMilli(now);
    Ledger.Parts parts = new Ledger.Parts(database, journal, subjects, clock, epoch, Runnable::run);
    ledger = Ledger.open(parts, Map.of());
    ledger.onCommitted(committed -> recorded.addAll(committed.recorded()));
  }

  static CardRef card(int n) {
    return new CardRef(0x1234_5678_0000_0000L + n, n);
  }

  static Fact.Scan meal(int card, Way way) {
    return new Fact.Scan(
        "canteen",
        card(card),
        Outcome.ACCEPTED,
        Optional.of(LUNCH),
        Optional.of(way),
        0,
        Input.CAMERA);
  }

  static byte[] line(long wallMillis, Fact fact) {
    return EventCodec.encode(new Event(wallMillis, 1_000, fact));
  }

  static Batch batch(String epoch, long first, byte[]... lines) {
    return batch(epoch, first, 0, OptionalLong.empty(), lines);
  }

  static Batch batch(String epoch, long first, long lost, OptionalLong offset, byte[]... lines) {
    Batch.Header header =
        new Batch.Header("nonce", epoch, first, lines.length, lost, "boot-1", offset, Version.NONE);
    return new Batch(header, List.of(lines));
  }

  Receipt deliver(String device, Batch batch) {
    ledger.submit(new Delivery(device, batch, now, receipts::add));
    ledger.commitNow();
    return receipts.get(receipts.size() - 1);
  }

  /** All figures in a form that does not depend on numbers given in order of arrival. */
  List<String> figures() {
    return database.read(
        db -> {
          List<String> all = new ArrayList<>();
          all.addAll(
              Rows.all(
                  db,
                  "SELECT w.text||' '||t.way||' '||p.text||' '||t.count FROM tally t"
                      + " JOIN word w ON w.id=t.occasion JOIN word p ON p.id=t.place"
                      + " WHERE t.count <> 0 ORDER BY 1",
                  row -> "tally " + row.getString(1)));
          all.addAll(
              Rows.all(
                  db,
                  "SELECT p.text||' '||slot||' '||door_in||' '||door_out||' '||scan_in||' '"
                      + "||scan_out FROM flow f JOIN word p ON p.id=f.place ORDER BY 1",
                  row -> "flow " + row.getString(1)));
          all.addAll(
              Rows.all(
                  db,
                  "SELECT device||' '||epoch||' '||position FROM source ORDER BY 1",
                  row -> "source " + row.getString(1)));
          all.addAll(
              Rows.all(
                  db,
                  "SELECT r.reason||' '||s.device||'/'||s.epoch||'/'||(r.id & 0xFFFFFFFFFF)"
                      + " FROM review r JOIN source s ON s.id = r.id >> 40 ORDER BY 1",
                  row -> "review " + row.getString(1)));
          for (String table : List.of("counted", "runner_up")) {
            all.addAll(
                Rows.all(
                    db,
                    "SELECT w.text||' '||quote(subject)||' '||s.device||'/'||s.epoch||'/'"
                        + "||(c.id & 0xFFFFFFFFFF)||' '||wall||' '||way FROM "
                        + table
                        + " c JOIN word w ON w.id=c.occasion JOIN source s ON s.id=c.id>>40"
                        + " ORDER BY 1",
                    row -> table + " " + row.getString(1)));
          }
          return all;
        });
  }

  long count(String sql) {
    return database.read(db -> Rows.number(db, sql));
  }

  @Override
  public void close() {
    ledger.close();
    journal.close();
    database.close();
  }
}
