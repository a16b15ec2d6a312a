package io.jinlin.e2e.bench.occupancy;

import io.jinlin.e2e.bench.occupancy.RoomDay.Kind;
import io.jinlin.e2e.bench.occupancy.Sensors.Faults;
import io.jinlin.e2e.bench.occupancy.Sensors.Outage;
import io.jinlin.hub.rooms.RoomModel;
import io.jinlin.hub.rooms.UsualStay;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench occupancy}: the error of the room model against in minus out. */
@Command(
    name = "occupancy",
    mixinStandardHelpOptions = true,
    description = {
      "Simulates days in rooms whose doors miscount, and compares the hub's room model with a",
      "counter of in minus out (never below zero, empty each morning). Errors in people, every",
      "five minutes from 8:30 to 20:00: mean, and what 95 of 100 keep below."
    })
public final class OccupancyBench implements Callable<Integer> {
  private static final long STEP_MS = 5 * RoomDay.MINUTE_MS;
  private static final long FIRST_MS = RoomDay.OPENS_MS + 30 * RoomDay.MINUTE_MS;
  private static final int DAYS_BEFORE = 28;
  private static final long NOON_MS = 12 * 60 * RoomDay.MINUTE_MS;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--days",
      paramLabel = "N",
      description = "Days of each row (default: ${DEFAULT-VALUE}).")
  private int days = 200;

  @Option(
      names = "--dwell",
      paramLabel = "FACTOR",
      description =
          "The stay that staff set, as a multiple of the true mean; it holds for the first days,"
              + " then the model has learned it (default: ${DEFAULT-VALUE}).")
  private double dwell = 1.5;

  @Option(names = "--seed", description = "Of the simulation (default: ${DEFAULT-VALUE}).")
  private long seed = 20_261_124;

  /** One row of the table. */
  private record Row(String what, Faults faults) {}

  private static final List<Row> ROWS =
      List.of(
          new Row("miscounts 3 %", new Faults(0.03, 0, 0, Outage.NONE)),
          new Row("miscounts 10 %", new Faults(0.1, 0, 0, Outage.NONE)),
          new Row("miscounts 20 %", new Faults(0.2, 0, 0, Outage.NONE)),
          new Row("3 %, pairs side by side", new Faults(0.03, 0.5, 0, Outage.NONE)),
          new Row("3 %, loiterers 6 an hour", new Faults(0.03, 0, 6, Outage.NONE)),
          new Row("10 %, pairs, loiterers", new Faults(0.1, 0.5, 6, Outage.NONE)),
          new Row("3 %, all blocked 11–13 h", new Faults(0.03, 0, 0, Outage.BLOCKED)),
          new Row("3 %, one of two doors dead from 11 h", new Faults(0.03, 0, 0, Outage.DEAD)),
          new Row(
              "3 %, one door blind to leaving 11–14 h", new Faults(0.03, 0, 0, Outage.ONE_WAY)));

  @Override
  public Integer call() {
    say(
        "| room, people on average | doors | in minus out: mean / 95 % | model: mean / 95 % | model, one hand count at noon |");
    say("| --- | --- | --- | --- | --- |");
    for (Kind kind : List.of(RoomDay.GYM, RoomDay.HALL, RoomDay.CLASSES)) {
      for (Row row : ROWS) {
        say(line(kind, row));
      }
    }
    return 0;
  }

  private void say(String line) {
    spec.commandLine().getOut().println(line);
  }

  private String line(Kind kind, Row row) {
    Random random = new Random(seed);
    int doors = row.faults.outage() == Outage.DEAD || row.faults.outage() == Outage.ONE_WAY ? 2 : 1;
    Errors plain = new Errors();
    Errors model = new Errors();
    Errors counted = new Errors();
    double people = 0;
    Deque<Double> stays = new ArrayDeque<>();
    for (int i = -DAYS_BEFORE; i < days; i++) {
      RoomDay day = RoomDay.of(kind, doors, random);
      List<Walk> seen = new Sensors(row.faults, random).see(day, doors);
      int set = (int) Math.round(kind.stayMinutes() * dwell);
      int stay = UsualStay.minutes(List.copyOf(stays), set);
      RoomModel without = model(stay, day, seen);
      without.averageStay().ifPresent(stays::add);
      if (stays.size() > DAYS_BEFORE) {
        stays.removeFirst();
      }
      if (i < 0) {
        continue;
      }
      RoomModel with = model(stay, day, seen);
      with.counted(NOON_MS, day.people(NOON_MS));
      for (long at = FIRST_MS; at < RoomDay.CLOSES_MS; at += STEP_MS) {
        int truth = day.people(at);
        people += truth;
        plain.add(truth, plain(seen, at));
        model.add(truth, without.people(at));
        counted.add(truth, with.people(at));
      }
    }
    return String.format(
        Locale.ROOT,
        "| %s, %.0f | %s | %s | %s | %s |",
        kind.name(),
        people / plain.size(),
        row.what,
        plain,
        model,
        counted);
  }

  private static RoomModel model(int stayMinutes, RoomDay day, List<Walk> seen) {
    RoomModel model = new RoomModel(0, stayMinutes);
    day.sessions().forEach(session -> model.session(session[0], session[1]));
    for (Walk walk : seen) {
      if (walk.change() > 0) {
        model.cameIn(walk.atMillis(), 1);
      } else {
        model.wentOut(walk.atMillis(), 1);
      }
    }
    return model;
  }

  private static int plain(List<Walk> seen, long atMillis) {
    int people = 0;
    for (Walk walk : seen) {
      if (walk.atMillis() > atMillis) {
        break;
      }
      people = Math.max(0, people + walk.change());
    }
    return people;
  }

  /** Errors in people. */
  private static final class Errors {
    private final List<Integer> all = new ArrayList<>();

    void add(int truth, int said) {
      all.add(Math.abs(truth - said));
    }

    int size() {
      return all.size();
    }

    @Override
    public String toString() {
      Collections.sort(all);
      double mean = all.stream().mapToInt(Integer::intValue).average().orElse(0);
      return String.format(Locale.ROOT, "%.1f / %d", mean, all.get(all.size() * 95 / 100));
    }
  }
}
