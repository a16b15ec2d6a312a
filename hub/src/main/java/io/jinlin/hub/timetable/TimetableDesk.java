package io.jinlin.hub.timetable;

import io.jinlin.hub.ledger.JournalHandler;
import io.jinlin.hub.ledger.Ledger;
import io.jinlin.hub.store.Database;
import io.jinlin.hub.store.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/**
 * Where staff look at the timetable and change it. A change is done once it stands in the journal;
 * kiosks then find a newer page. Any thread may call; reading may wait for the disk.
 */
public final class TimetableDesk {
  /** Kind of its journal entries. */
  public static final String KIND = "timetable";

  /** Most series at one time. */
  public static final int MAX_SERIES = 50_000;

  private static final String ENROLLED = "SELECT series, count(*) FROM enrolment GROUP BY series";
  private static final String CLASHING =
      "SELECT a.starts, b.title, b.title_english FROM session a JOIN session b"
          + " ON b.starts < a.ends AND b.ends > a.starts AND b.starts >= substr(a.starts, 1, 10)"
          + " WHERE a.series = ?1 AND a.starts >= ?2 AND (?3 = '' OR a.id = ?3) AND b.place = a.place AND b.id <> a.id"
          + " AND NOT a.cancelled AND NOT b.cancelled ORDER BY a.starts LIMIT ?4";
  private static final int CLASHES = 5;
  private static final String LETTERS = "abcdefghjkmnpqrstvwxyz0123456789";
  private static final int ID_LETTERS = 10;

  private final Database database;
  private final Ledger ledger;
  private final InstantSource clock;
  private final ZoneId zone;
  private final RandomGenerator random;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  /**
   * A desk over a hub's files.
   *
   * @param zone of the site
   */
  public TimetableDesk(
      Database database, Ledger ledger, InstantSource clock, ZoneId zone, RandomGenerator random) {
    this.database = database;
    this.ledger = ledger;
    this.clock = clock;
    this.zone = zone;
    this.random = random;
  }

  /** Does again what a journal entry says, when the hub's file lacks it. */
  public static JournalHandler replay(ZoneId zone) {
    return (db, body) -> new TimetableBook(db, zone).apply(DeedCodec.decode(body));
  }

  /** Enters series, changes and calendar without the journal, for the sample, while no hub runs. */
  public static void enter(
      Connection db,
      ZoneId zone,
      LocalDate today,
      OpeningCalendar calendar,
      List<Series> series,
      Map<String, Map<LocalDate, Change>> changes)
      throws SQLException {
    long midnight = today.atStartOfDay(zone).toInstant().toEpochMilli();
    List<Deed> deeds = new ArrayList<>();
    deeds.add(new Deed.CalendarSet(calendar));
    series.forEach(one -> deeds.add(new Deed.SeriesPut(one)));
    changes.forEach(
        (id, dates) ->
            dates.forEach((date, change) -> deeds.add(new Deed.DateChanged(id, date, change))));
    TimetableBook book = new TimetableBook(db, zone);
    book.apply(new Deed.Entry(new Deed.Stamp(midnight, "sample"), deeds));
    book.extend(today);
    KioskWeeks.publish(db, today);
  }

  /** What a series comes to on a day, for the sample's past. */
  public static List<SessionLine> on(
      LocalDate day,
      ZoneId zone,
      OpeningCalendar calendar,
      List<Series> series,
      Map<String, Map<LocalDate, Change>> changes) {
    Plan plan = new Plan(calendar, zone);
    List<SessionLine> lines = new ArrayList<>();
    for (Series one : series) {
      Map<LocalDate, Change> own = changes.getOrDefault(one.id(), Map.of());
      plan.on(one, Optional.ofNullable(own.get(day)), day).ifPresent(lines::add);
    }
    return lines;
  }

  /** Whether anybody ever entered a series. */
  public static boolean isEmpty(Connection db) throws SQLException {
    return new SeriesTable(db).isEmpty();
  }

  /** Told after each change, once it can be read. */
  public void onChanged(Runnable listener) {
    listeners.add(listener);
  }

  /** The site's day now. */
  public LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), zone);
  }

  /**
   * Sessions of a span of days.
   *
   * @param enrolled how many by series
   */
  public record Days(
      LocalDate first,
      LocalDate last,
      List<SessionLine> sessions,
      Map<String, Integer> enrolled,
      OpeningCalendar calendar) {}

  /** The sessions of days from the first up to, but not on, the last; cancelled ones too. */
  public Days days(LocalDate first, LocalDate last) {
    return database.read(
        db -> {
          Map<String, Integer> enrolled = new HashMap<>();
          Rows.all(db, ENROLLED, row -> enrolled.put(row.getString(1), row.getInt(2)));
          return new Days(
              first,
              last,
              new SessionTable(db).between(first, last),
              enrolled,
              new SeriesTable(db).calendar());
        });
  }

  /** Series whose title holds a text, by title; all for an empty text. */
  public List<Series> series(String text, int most) {
    return database.read(db -> new SeriesTable(db).find(text, most));
  }

  /** A series. */
  public Optional<Series> find(String id) {
    return database.read(db -> new SeriesTable(db).find(id));
  }

  /** A session by its name. */
  public Optional<SessionLine> session(String id) {
    return database.read(db -> new SessionTable(db).find(id));
  }

  /** What staff said of a date of a series. */
  public Optional<Change> change(String series, LocalDate date) {
    return database.read(db -> new SeriesTable(db).change(series, date));
  }

  /**
   * Another session in the same place at the same time.
   *
   * @param starts of the session of the series asked for
   */
  public record Clash(LocalDateTime starts, String title, String titleEnglish) {}

  /**
   * The next sessions of a series that meet another in their place, five at most.
   *
   * @param session the only one that is asked for; empty for all of the series
   */
  public List<Clash> clashes(String series, String session) {
    String now = LocalDateTime.ofInstant(clock.instant(), zone).toString();
    return database.read(
        db ->
            Rows.all(
                db,
                CLASHING,
                row ->
                    new Clash(
                        LocalDateTime.parse(row.getString(1)), row.getString(2), row.getString(3)),
                series,
                now,
                session,
                CLASHES));
  }

  /** Holidays and terms. */
  public OpeningCalendar calendar() {
    return database.read(db -> new SeriesTable(db).calendar());
  }

  /** A name for a new series that no other has. */
  public synchronized String newId() {
    StringBuilder id = new StringBuilder("c-");
    for (int i = 0; i < ID_LETTERS; i++) {
      id.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return id.toString();
  }

  /** Puts a series, new or again; what of it has begun stays as it was. */
  public CompletableFuture<Void> put(Series series, String by) {
    return write(by, List.of(new Deed.SeriesPut(series)));
  }

  /** Ends a series: nothing more of it takes place. */
  public CompletableFuture<Void> end(String series, String by) {
    return write(by, List.of(new Deed.SeriesEnded(series)));
  }

  /** Says what a date does otherwise. */
  public CompletableFuture<Void> change(String series, LocalDate date, Change change, String by) {
    return write(by, List.of(new Deed.DateChanged(series, date, change)));
  }

  /** A date is as the rule says again. */
  public CompletableFuture<Void> restore(String series, LocalDate date, String by) {
    return write(by, List.of(new Deed.DateRestored(series, date)));
  }

  /** Sets holidays and terms. */
  public CompletableFuture<Void> set(OpeningCalendar calendar, String by) {
    return write(by, List.of(new Deed.CalendarSet(calendar)));
  }

  /** What a file says, against what is known; changes nothing. */
  public Upload read(byte[] file, Upload.Defaults defaults) {
    Uploads uploads = new Uploads(zone, today(), defaults);
    Draft draft = uploads.read(file);
    return database.read(db -> uploads.compare(db, draft));
  }

  /**
   * Does what a file says. It goes to the journal in several entries when it is long; a hub that
   * dies between them has the first ones, and the same file brings the rest without doubling any.
   */
  public CompletableFuture<Void> take(Upload upload, String by) {
    return write(by, upload.deeds());
  }

  /**
   * The sessions of days as iCalendar.
   *
   * @param place the name of a place
   */
  public String calendarFile(LocalDate first, LocalDate last, UnaryOperator<String> place) {
    return CalendarWriter.write(days(first, last).sessions(), zone, clock.instant(), place);
  }

  /** All series, and the sessions of days, as a spreadsheet. */
  public byte[] sheetFile(LocalDate first, LocalDate last, UnaryOperator<String> place) {
    List<Series> all = database.read(db -> new SeriesTable(db).all());
    return new SheetWriter(place).write(all, days(first, last).sessions());
  }

  private CompletableFuture<Void> write(String by, List<Deed> deeds) {
    Deed.Stamp stamp = new Deed.Stamp(clock.millis(), by);
    List<CompletableFuture<?>> parts = new ArrayList<>();
    for (List<Deed> some : Entries.of(deeds)) {
      Deed.Entry entry = new Deed.Entry(stamp, some);
      parts.add(ledger.write(KIND, DeedCodec.encode(entry), db -> apply(db, entry)));
    }
    return CompletableFuture.allOf(parts.toArray(CompletableFuture[]::new))
        .thenCompose(done -> publish());
  }

  private boolean apply(Connection db, Deed.Entry entry) throws SQLException {
    new TimetableBook(db, zone).apply(entry);
    return true;
  }

  private CompletableFuture<Void> publish() {
    LocalDate today = today();
    return ledger
        .write(db -> KioskWeeks.publish(db, today))
        .thenAccept(changed -> listeners.forEach(Runnable::run));
  }

  /** Lets days come nearer: to be called at a start and every hour. */
  public CompletableFuture<Integer> roll() {
    LocalDate today = today();
    return ledger.write(
        db -> {
          new TimetableBook(db, zone).extend(today);
          return KioskWeeks.publish(db, today);
        });
  }
}
