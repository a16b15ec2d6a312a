package io.jinlin.e2e.torture;

import io.jinlin.e2e.process.ChildProcess;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The hub as a process that is killed and started, and whose database somebody replaces. */
final class TorturedHub {
  private final Grounds grounds;
  private final List<String> arguments;
  private @Nullable ChildProcess process;
  private boolean copied;

  /**
   * A hub that is not started yet.
   *
   * @param options of its command line
   */
  TorturedHub(Grounds grounds, List<String> options) {
    this.grounds = grounds;
    arguments = new ArrayList<>(List.of("serve", "--data", grounds.hubData().toString()));
    arguments.addAll(options);
  }

  /** Starts it, and waits until it is ready. */
  void start() {
    ChildProcess started = begin();
    started.awaitLine(mark, line -> line.startsWith("hub ready"), Grounds.START);
  }

  private long mark;

  private ChildProcess begin() {
    ChildProcess started = grounds.hub("hub", arguments);
    mark = started.written();
    process = started;
    return started;
  }

  /** SIGKILL, and started again without waiting. */
  void killAndStart() {
    kill();
    begin();
  }

  void kill() {
    ChildProcess running = process;
    if (running != null) {
      running.kill();
      process = null;
    }
  }

  /** SIGTERM. */
  void stop() {
    ChildProcess running = process;
    if (running != null) {
      running.close();
      process = null;
    }
  }

  /** Kills it, copies its database, starts it again. */
  void copyAside() {
    kill();
    Grounds.copyDatabase(database(), aside());
    copied = true;
    begin();
  }

  /** Kills it, puts the older copy in the place of its database, starts it again. */
  void putBack() {
    if (copied) {
      kill();
      Grounds.copyDatabase(aside(), database());
      begin();
    }
  }

  Path database() {
    return grounds.hubData().resolve("hub.db");
  }

  private Path aside() {
    return grounds.root().resolve("aside").resolve("hub.db");
  }

  long peakResidentKilobytes() {
    ChildProcess running = process;
    return running == null ? 0 : running.peakResidentKilobytes();
  }

  /** Names of all events that are committed, {@code device/epoch/seq}. */
  Set<String> committed() {
    Properties readOnly = new Properties();
    readOnly.setProperty("open_mode", "1");
    String query =
        "SELECT s.device || '/' || s.epoch || '/' || (l.id & 0xFFFFFFFFFF)"
            + " FROM ledger l JOIN source s ON s.id = l.id >> 40";
    Set<String> events = new HashSet<>();
    try (Connection db = DriverManager.getConnection("jdbc:sqlite:" + database(), readOnly);
        Statement statement = db.createStatement()) {
      statement.execute("PRAGMA busy_timeout=10000");
      try (ResultSet row = statement.executeQuery(query)) {
        while (row.next()) {
          events.add(row.getString(1));
        }
      }
      return events;
    } catch (SQLException beingReplaced) {
      return Set.of();
    }
  }
}
