package io.jinlin.hub.timetable;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads a file and compares it with what is known. */
final class Uploads {
  private static final int ID_BYTES = 10;

  private final ZoneId zone;
  private final LocalDate today;
  private final Upload.Defaults defaults;

  Uploads(ZoneId zone, LocalDate today, Upload.Defaults defaults) {
    this.zone = zone;
    this.today = today;
    this.defaults = defaults;
  }

  /** A calendar or a spreadsheet, told by how it begins. */
  Draft read(byte[] file) {
    boolean zip = file.length > 3 && file[0] == 'P' && file[1] == 'K';
    return zip
        ? new SheetReader(defaults).read(file)
        : new CalendarReader(zone, defaults).read(file);
  }

  /** A series' name made from what it is called elsewhere: the same file gives the same names. */
  static String id(String prefix, String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return prefix + HexFormat.of().formatHex(hash, 0, ID_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  Upload compare(Connection db, Draft draft) throws SQLException {
    Comparison comparison = new Comparison(db);
    for (Draft.Item item : draft.items()) {
      if (item instanceof Draft.Own own) {
        comparison.own(own);
      } else if (item instanceof Draft.Whole whole) {
        comparison.whole(whole);
      }
    }
    return comparison.result(draft.troubles());
  }

  private final class Comparison {
    private final SeriesTable series;
    private final SessionTable sessions;
    private final List<Deed> deeds = new ArrayList<>();
    private final long known;
    private int added;
    private int changed;
    private int same;
    private int past;

    Comparison(Connection db) throws SQLException {
      series = new SeriesTable(db);
      sessions = new SessionTable(db);
      known = series.count();
    }

    void whole(Draft.Whole item) throws SQLException {
      Series wanted = item.series();
      if (wanted.rule().until().map(last -> last.isBefore(today)).orElse(false)) {
        past++;
        return;
      }
      Optional<Series> before = series.find(wanted.id());
      List<Deed> own = new ArrayList<>();
      if (before.isEmpty() || !before.get().equals(wanted)) {
        own.add(new Deed.SeriesPut(wanted));
      }
      Map<LocalDate, Change> changesBefore = series.changes(wanted.id());
      item.changes()
          .forEach(
              (date, change) -> {
                if (!date.isBefore(today) && !change.equals(changesBefore.get(date))) {
                  own.add(new Deed.DateChanged(wanted.id(), date, change));
                }
              });
      count(before.isEmpty(), own);
    }

    void own(Draft.Own item) throws SQLException {
      Optional<SessionLine> line = sessions.find(item.session());
      if (line.isEmpty()) {
        whole(item.otherwise());
        return;
      }
      if (line.get().date().isBefore(today)) {
        past++;
        return;
      }
      List<Deed> own = new ArrayList<>();
      if (!isAsSaid(line.get(), item.change())) {
        own.add(
            new Deed.DateChanged(line.get().session().series(), line.get().date(), item.change()));
      }
      count(false, own);
    }

    private void count(boolean isNew, List<Deed> own) {
      if (own.isEmpty()) {
        same++;
      } else if (isNew) {
        added++;
      } else {
        changed++;
      }
      deeds.addAll(own);
    }

    Upload result(List<Upload.Trouble> found) {
      List<Upload.Trouble> troubles = new ArrayList<>(found);
      if (known + added > TimetableDesk.MAX_SERIES) {
        troubles.add(
            new Upload.Trouble(0, "", "too-many", String.valueOf(TimetableDesk.MAX_SERIES)));
      }
      return new Upload(added, changed, same, past, troubles, deeds);
    }
  }

  private static boolean isAsSaid(SessionLine line, Change change) {
    if (change instanceof Change.Held held) {
      return !line.cancelled()
          && line.session().starts().equals(held.day().atTime(held.slot().starts()))
          && line.session().ends().equals(held.day().atTime(held.slot().ends()))
          && held.place().map(line.session().place()::equals).orElse(true)
          && held.title().map(line.session().title()::equals).orElse(true);
    }
    return line.cancelled();
  }

  /** The category that a text names, in either language or as an identifier. */
  static Optional<String> category(Set<String> texts) {
    for (String text : new TreeSet<>(texts)) {
      String wanted = text.strip().toLowerCase(java.util.Locale.ROOT);
      for (String category : Series.CATEGORIES) {
        if (category.equals(wanted) || Words.of(category).equals(text.strip())) {
          return Optional.of(category);
        }
      }
    }
    return Optional.empty();
  }
}
