package io.jinlin.hub.settlement;

import io.jinlin.hub.ledger.JournalHandler;
import io.jinlin.hub.ledger.Ledger;
import io.jinlin.hub.store.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/** Accounts, payments, cash-up and tariff of the hall desk. Any thread may call. */
public final class Settlement {
  /** Kind of its journal entries. */
  public static final String KIND = "settlement";

  /** Does again what a journal entry says, when the hub's file lacks it. */
  public static final JournalHandler REPLAY =
      (db, body) -> new MoneyTable(db).apply(DeedCodec.decode(body));

  private final Database database;
  private final Ledger ledger;
  private final InstantSource clock;
  private final ZoneId zone;
  private final Map<LocalDate, Integer> receipts = new HashMap<>();

  /**
   * @param zone of the site, by which a payment belongs to a day
   */
  public Settlement(Database database, Ledger ledger, InstantSource clock, ZoneId zone) {
    this.database = database;
    this.ledger = ledger;
    this.clock = clock;
    this.zone = zone;
  }

  /** The balance of everybody who ever ate or paid, in the order of their numbers. */
  public List<Balance> balances() {
    return database.read(
        db -> {
          Map<Long, int[]> sums = new TreeMap<>();
          for (Priced one : priced(db, new SettlementTable(db).meals())) {
            if (one.meal().person().isPresent()) {
              int[] sum = sums.computeIfAbsent(one.meal().person().getAsLong(), none -> new int[3]);
              sum[0]++;
              sum[1] += one.price().paysFen();
            }
          }
          for (MoneyTable.Booked booked : new MoneyTable(db).all()) {
            sums.computeIfAbsent(booked.payment().person(), none -> new int[3])[2] += booked.fen();
          }
          List<Balance> balances = new ArrayList<>();
          sums.forEach((person, sum) -> balances.add(new Balance(person, sum[0], sum[1], sum[2])));
          return balances;
        });
  }

  /** What everybody's meals of the days before one cost them, in fen, for the sample's past. */
  public static Map<Long, Integer> chargedBefore(Connection db, LocalDate day) throws SQLException {
    Map<Long, Integer> charged = new TreeMap<>();
    for (Priced one : priced(db, new SettlementTable(db).meals())) {
      if (one.meal().person().isPresent() && one.meal().day().isBefore(day)) {
        charged.merge(one.meal().person().getAsLong(), one.price().paysFen(), Integer::sum);
      }
    }
    return charged;
  }

  /** Enters something without the journal, for the sample, while no hub runs. */
  public static void enter(Connection db, Deed deed) throws SQLException {
    new MoneyTable(db).apply(deed);
  }

  private record Priced(MealTaken meal, Price price) {}

  private static List<Priced> priced(Connection db, List<MealTaken> meals) throws SQLException {
    NavigableMap<LocalDate, Tariff> tariffs = new MoneyTable(db).tariffs();
    Map<Long, Diner> diners = new SettlementTable(db).diners();
    List<Priced> priced = new ArrayList<>();
    for (MealTaken meal : meals) {
      Optional<Diner> diner =
          meal.person().isPresent()
              ? Optional.ofNullable(diners.get(meal.person().getAsLong()))
              : Optional.empty();
      priced.add(new Priced(meal, price(tariffs, diner, meal)));
    }
    return priced;
  }

  /** A person's account. */
  public Account account(long person) {
    return database.read(
        db -> {
          SettlementTable table = new SettlementTable(db);
          MoneyTable money = new MoneyTable(db);
          NavigableMap<LocalDate, Tariff> tariffs = money.tariffs();
          Optional<Diner> diner = table.diner(person);
          List<Account.Charge> charges =
              table.meals(person).stream().map(meal -> charge(tariffs, diner, meal)).toList();
          return new Account(person, charges, paid(money.ofPerson(person)));
        });
  }

  private static Account.Charge charge(
      NavigableMap<LocalDate, Tariff> tariffs, Optional<Diner> diner, MealTaken meal) {
    Price price = price(tariffs, diner, meal);
    return new Account.Charge(meal.day(), meal.period(), meal.way(), price, meal.event());
  }

  private static List<Account.Paid> paid(List<MoneyTable.Booked> booked) {
    return booked.stream().map(one -> new Account.Paid(one.payment(), one.voided())).toList();
  }

  private static Price price(
      NavigableMap<LocalDate, Tariff> tariffs, Optional<Diner> diner, MealTaken meal) {
    Map.Entry<LocalDate, Tariff> tariff = tariffs.floorEntry(meal.day());
    Tariff holds = tariff == null ? Tariff.NONE : tariff.getValue();
    return Pricing.of(holds, diner, meal);
  }

  /** A month by rule and payer, by all that is known now. */
  public MonthTotals month(YearMonth month) {
    return database.read(
        db -> {
          List<Priced> priced = priced(db, new SettlementTable(db).meals(month));
          long unknown = priced.stream().filter(one -> one.meal().isUnknown()).count();
          List<Price> prices = priced.stream().map(Priced::price).toList();
          return MonthTotals.of(month, prices, (int) unknown);
        });
  }

  /** The money of a day. */
  public DayBook day(LocalDate day) {
    return database.read(
        db -> {
          MoneyTable money = new MoneyTable(db);
          return new DayBook(day, paid(money.ofDay(day)), money.cashUps(day));
        });
  }

  /** The tariff that holds on a day; {@link Tariff#NONE} before the first. */
  public Tariff tariff(LocalDate day) {
    Map.Entry<LocalDate, Tariff> holds =
        database.read(db -> new MoneyTable(db).tariffs()).floorEntry(day);
    return holds == null ? Tariff.NONE : holds.getValue();
  }

  /** A payment by its receipt. */
  public Optional<Account.Paid> find(String receipt) {
    return database
        .read(db -> new MoneyTable(db).find(receipt))
        .map(one -> new Account.Paid(one.payment(), one.voided()));
  }

  /** The site's day now. */
  public LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), zone);
  }

  /**
   * Takes money, or gives it back when negative; done once it stands in the journal.
   *
   * @param person one that exists
   * @throws IllegalArgumentException when a bound of {@link Deed.Payment} is not kept
   */
  public CompletableFuture<Deed.Payment> pay(
      long person, int fen, Deed.Method method, String by, String note) {
    LocalDate today = today();
    Deed.Payment payment =
        new Deed.Payment(
            receipt(today), person, fen, method, clock.millis(), today, by, note.strip());
    return write(payment).thenApply(none -> payment);
  }

  /** Takes a payment back that was entered wrongly. */
  public CompletableFuture<Void> takeBack(String receipt, String by, String reason) {
    return write(new Deed.PaymentVoided(receipt, clock.millis(), by, reason.strip()));
  }

  /** Records what was in the drawer beside the cash taken that day. */
  public CompletableFuture<Deed.CashUp> cashUp(
      LocalDate day, int countedFen, String by, String note) {
    int expected = day(day).fen(Deed.Method.CASH);
    Deed.CashUp cash = new Deed.CashUp(day, clock.millis(), by, expected, countedFen, note.strip());
    return write(cash).thenApply(none -> cash);
  }

  /** Sets what meals cost from a day on; meals of that day and later are priced anew. */
  public CompletableFuture<Void> setTariff(LocalDate validFrom, Tariff tariff, String by) {
    return write(new Deed.TariffSet(validFrom, clock.millis(), by, tariff));
  }

  private CompletableFuture<Void> write(Deed deed) {
    return ledger.write(KIND, DeedCodec.encode(deed), db -> applied(db, deed));
  }

  private static Void applied(Connection db, Deed deed) throws SQLException {
    new MoneyTable(db).apply(deed);
    return null;
  }

  /** The day's next number; none is given twice, not even when the payment then failed. */
  private synchronized String receipt(LocalDate day) {
    receipts.keySet().removeIf(other -> !other.equals(day));
    int last = receipts.computeIfAbsent(day, this::lastReceipt);
    receipts.put(day, last + 1);
    return String.format("%s-%04d", day.toString().replace("-", ""), last + 1);
  }

  private int lastReceipt(LocalDate day) {
    return database.read(db -> new MoneyTable(db).ofDay(day)).stream()
        .map(one -> one.payment().receipt())
        .mapToInt(receipt -> Integer.parseInt(receipt.substring(receipt.indexOf('-') + 1)))
        .max()
        .orElse(0);
  }
}
