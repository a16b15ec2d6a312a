package io.jinlin.hub.ledger;

import io.jinlin.hub.tally.Candidate;
import io.jinlin.hub.tally.Movement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** The tables {@code tally} and {@code flow}: changes summed in memory, written once a commit. */
final class Figures implements AutoCloseable {
  /** Width of a slot of {@code flow}, in milliseconds. */
  static final long SLOT_MS = 300_000;

  private static final String ADD_TALLY =
      "INSERT INTO tally (occasion, way, place, count) VALUES (?, ?, ?, ?)"
          + " ON CONFLICT DO UPDATE SET count = count + excluded.count";
  private static final String ADD_FLOW =
      "INSERT INTO flow (place, slot, door_in, door_out, scan_in, scan_out)"
          + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET"
          + " door_in = door_in + excluded.door_in, door_out = door_out + excluded.door_out,"
          + " scan_in = scan_in + excluded.scan_in, scan_out = scan_out + excluded.scan_out";
  private static final String DROP_EMPTY =
      "DELETE FROM flow WHERE place = ? AND slot = ?"
          + " AND door_in = 0 AND door_out = 0 AND scan_in = 0 AND scan_out = 0";

  private record Cell(int occasion, int way, int place) {}

  private record Slot(int place, long slot) {}

  private final PreparedStatement addTally;
  private final PreparedStatement addFlow;
  private final PreparedStatement dropTally;
  private final PreparedStatement dropFlow;
  private final Map<Cell, Integer> tally = new HashMap<>();
  private final Map<Slot, Movement> flow = new HashMap<>();

  Figures(Connection db) throws SQLException {
    addTally = db.prepareStatement(ADD_TALLY);
    addFlow = db.prepareStatement(ADD_FLOW);
    dropTally =
        db.prepareStatement(
            "DELETE FROM tally WHERE occasion = ? AND way = ? AND place = ? AND count = 0");
    dropFlow = db.prepareStatement(DROP_EMPTY);
  }

  void count(int occasion, Candidate candidate, int change) {
    Cell cell = new Cell(occasion, candidate.way(), candidate.place());
    tally.merge(cell, change, Integer::sum);
  }

  void move(int place, long atMillis, Movement movement) {
    if (!movement.equals(Movement.NONE)) {
      flow.merge(new Slot(place, Math.floorDiv(atMillis, SLOT_MS)), movement, Movement::plus);
    }
  }

  void flush() throws SQLException {
    for (Map.Entry<Cell, Integer> entry : tally.entrySet()) {
      Cell cell = entry.getKey();
      if (entry.getValue() == 0) {
        continue;
      }
      set(addTally, cell.occasion(), cell.way(), cell.place(), entry.getValue());
      if (entry.getValue() < 0) {
        set(dropTally, cell.occasion(), cell.way(), cell.place());
      }
    }
    for (Map.Entry<Slot, Movement> entry : flow.entrySet()) {
      Slot slot = entry.getKey();
      Movement moved = entry.getValue();
      if (moved.equals(Movement.NONE)) {
        continue;
      }
      set(
          addFlow,
          slot.place(),
          slot.slot(),
          moved.doorIn(),
          moved.doorOut(),
          moved.scanIn(),
          moved.scanOut());
      if (moved.doorIn() < 0 || moved.doorOut() < 0 || moved.scanIn() < 0 || moved.scanOut() < 0) {
        set(dropFlow, slot.place(), slot.slot());
      }
    }
    tally.clear();
    flow.clear();
  }

  private static void set(PreparedStatement statement, long... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setLong(i + 1, values[i]);
    }
    statement.executeUpdate();
  }

  @Override
  public void close() throws SQLException {
    addTally.close();
    addFlow.close();
    dropTally.close();
    dropFlow.close();
  }
}
