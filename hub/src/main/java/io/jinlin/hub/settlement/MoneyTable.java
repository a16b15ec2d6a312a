package io.jinlin.hub.settlement;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jinlin.contract.event.Words;
import io.jinlin.hub.store.Rows;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The SQL of payments, cash-ups and tariffs. */
final class MoneyTable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PAYMENTS =
      "SELECT p.receipt, p.person, p.fen, p.method, p.at, p.day, p.by_account, p.note, v.reason"
          + " FROM payment p LEFT JOIN payment_void v ON v.receipt = p.receipt WHERE ";

  private final Connection db;

  MoneyTable(Connection db) {
    this.db = db;
  }

  /** A payment, and why it was taken back if it was. */
  record Booked(Deed.Payment payment, Optional<String> voided) {
    /** What it still counts, in fen. */
    int fen() {
      return voided.isPresent() ? 0 : payment.fen();
    }
  }

  /** Does what an entry says; a second time is the same as once. */
  void apply(Deed deed) throws SQLException {
    if (deed instanceof Deed.Payment paid) {
      Rows.change(
          db,
          "INSERT INTO payment (receipt, person, fen, method, at, day, by_account, note)"
              + " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
          paid.receipt(),
          paid.person(),
          paid.fen(),
          Words.of(paid.method()),
          paid.atMillis(),
          paid.day().toString(),
          paid.by(),
          paid.note());
    } else if (deed instanceof Deed.PaymentVoided voided) {
      Rows.change(
          db,
          "INSERT INTO payment_void (receipt, at, by_account, reason) VALUES (?, ?, ?, ?)"
              + " ON CONFLICT DO NOTHING",
          voided.receipt(),
          voided.atMillis(),
          voided.by(),
          voided.reason());
    } else if (deed instanceof Deed.CashUp cash) {
      Rows.change(
          db,
          "INSERT INTO cash_up (day, at, by_account, expected, counted, note)"
              + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
          cash.day().toString(),
          cash.atMillis(),
          cash.by(),
          cash.expectedFen(),
          cash.countedFen(),
          cash.note());
    } else if (deed instanceof Deed.TariffSet set) {
      Rows.change(
          db,
          "INSERT INTO tariff (valid_from, recorded, by_account, body) VALUES (?, ?, ?, ?)"
              + " ON CONFLICT DO NOTHING",
          set.validFrom().toString(),
          set.atMillis(),
          set.by(),
          TariffCodec.encode(set.tariff()).toString());
    }
  }

  List<Booked> ofPerson(long person) throws SQLException {
    return Rows.all(db, PAYMENTS + "p.person = ? ORDER BY p.at DESC", MoneyTable::booked, person);
  }

  List<Booked> ofDay(LocalDate day) throws SQLException {
    return Rows.all(
        db, PAYMENTS + "p.day = ? ORDER BY p.receipt DESC", MoneyTable::booked, day.toString());
  }

  List<Booked> all() throws SQLException {
    return Rows.all(db, PAYMENTS + "1", MoneyTable::booked);
  }

  Optional<Booked> find(String receipt) throws SQLException {
    return Rows.all(db, PAYMENTS + "p.receipt = ?", MoneyTable::booked, receipt).stream()
        .findFirst();
  }

  private static Booked booked(ResultSet row) throws SQLException {
    @Nullable String reason = row.getString(9);
    return new Booked(
        new Deed.Payment(
            row.getString(1),
            row.getLong(2),
            row.getInt(3),
            Words.of(Deed.Method.class, row.getString(4)),
            row.getLong(5),
            LocalDate.parse(row.getString(6)),
            row.getString(7),
            row.getString(8)),
        Optional.ofNullable(reason));
  }

  /** The cash-ups of a day, the newest first. */
  List<Deed.CashUp> cashUps(LocalDate day) throws SQLException {
    return Rows.all(
        db,
        "SELECT day, at, by_account, expected, counted, note FROM cash_up WHERE day = ?"
            + " ORDER BY at DESC",
        row ->
            new Deed.CashUp(
                LocalDate.parse(row.getString(1)),
                row.getLong(2),
                row.getString(3),
                row.getInt(4),
                row.getInt(5),
                row.getString(6)),
        day.toString());
  }

  /** The tariffs by their first day; of one day the last recorded. */
  NavigableMap<LocalDate, Tariff> tariffs() throws SQLException {
    NavigableMap<LocalDate, Tariff> tariffs = new TreeMap<>();
    Rows.all(
        db,
        "SELECT valid_from, body FROM tariff ORDER BY recorded",
        row -> tariffs.put(LocalDate.parse(row.getString(1)), tariff(row.getString(2))));
    return tariffs;
  }

  private static Tariff tariff(String body) throws SQLException {
    try {
      return TariffCodec.decode(JSON.readTree(body));
    } catch (JsonProcessingException e) {
      throw new SQLException("a stored tariff is no JSON", e);
    }
  }
}
