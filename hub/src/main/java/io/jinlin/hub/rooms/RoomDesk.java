package io.jinlin.hub.rooms;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jinlin.contract.event.Check;
import io.jinlin.hub.ledger.JournalHandler;
import io.jinlin.hub.ledger.Ledger;
import io.jinlin.hub.store.Rows;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** How rooms lie, and who answered their alerts: entries of the journal. Any thread may call. */
public final class RoomDesk {
  /** Kind of its journal entries. */
  public static final String KIND = "rooms";

  /** Does again what a journal entry says, when the hub's file lacks it. */
  public static final JournalHandler REPLAY = RoomDesk::apply;

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
  private static final String SET =
      "INSERT INTO room_rules (one, body) VALUES (1, ?)"
          + " ON CONFLICT (one) DO UPDATE SET body = excluded.body";
  private static final String ANSWER =
      "INSERT INTO room_alert_answer (place, level, at, by) VALUES (?, ?, ?, ?)"
          + " ON CONFLICT DO NOTHING";
  private static final String ANSWERED =
      "SELECT place, level, at, by FROM room_alert_answer WHERE at >= ? ORDER BY at";

  private final Ledger ledger;
  private final InstantSource clock;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  public RoomDesk(Ledger ledger, InstantSource clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * Somebody said that they saw to a full room.
   *
   * @param level of the alert
   * @param by the account
   */
  public record Answered(String place, String level, long atMillis, String by) {}

  /** The rules of a hub's file. */
  public static RoomRules rules(Connection db) throws SQLException {
    List<byte[]> body = Rows.all(db, "SELECT body FROM room_rules", row -> row.getBytes(1));
    return body.isEmpty() ? RoomRules.NONE : rules(node(body.get(0)));
  }

  /** Writes rules into a hub's file, within the transaction of the connection. */
  public static void put(Connection db, RoomRules rules) throws SQLException {
    Rows.change(db, SET, encode(rules).toString().getBytes(StandardCharsets.UTF_8));
  }

  /** The answers since a time, oldest first. */
  public static List<Answered> answers(Connection db, long sinceMillis) throws SQLException {
    return Rows.all(
        db,
        ANSWERED,
        row -> new Answered(row.getString(1), row.getString(2), row.getLong(3), row.getString(4)),
        sinceMillis);
  }

  /**
   * Reads rules as the staff page sends them.
   *
   * @throws IllegalArgumentException when they cannot be
   */
  public static RoomRules rules(JsonNode body) {
    return new RoomRules(texts(body.path("within")), texts(body.path("doors")));
  }

  private static Map<String, String> texts(JsonNode node) {
    Map<String, String> texts = node.isMissingNode() ? Map.of() : JSON.convertValue(node, TEXTS);
    texts.forEach(
        (key, value) -> {
          Check.id("name", key);
          Check.id("place", value);
        });
    return texts;
  }

  /** Rules as an object. */
  public static ObjectNode encode(RoomRules rules) {
    ObjectNode body = JSON.createObjectNode();
    body.set("within", JSON.valueToTree(rules.within()));
    return body.set("doors", JSON.valueToTree(rules.doors()));
  }

  /** Told after each change. */
  public void onChanged(Runnable listener) {
    listeners.add(listener);
  }

  /** Sets how rooms lie. */
  public CompletableFuture<Void> set(RoomRules rules, String by) {
    Check.note("by", by);
    ObjectNode body = encode(rules).put("type", "rules").put("by", by);
    return write(body.put("at", clock.millis()));
  }

  /** Somebody saw to a full room. */
  public CompletableFuture<Void> answer(String place, String level, String by) {
    Check.id("place", place);
    Check.id("level", level);
    Check.note("by", by);
    return write(
        JSON.createObjectNode()
            .put("type", "answer")
            .put("place", place)
            .put("level", level)
            .put("at", clock.millis())
            .put("by", by));
  }

  private CompletableFuture<Void> write(ObjectNode entry) {
    byte[] body = entry.toString().getBytes(StandardCharsets.UTF_8);
    return ledger
        .write(
            KIND,
            body,
            db -> {
              apply(db, body);
              return true;
            })
        .thenAccept(done -> listeners.forEach(Runnable::run));
  }

  private static void apply(Connection db, byte[] body) throws SQLException {
    JsonNode entry = node(body);
    if (entry.path("type").asText().equals("rules")) {
      put(db, rules(entry));
      return;
    }
    List<Object> row = new ArrayList<>();
    row.add(entry.path("place").asText());
    row.add(entry.path("level").asText());
    row.add(entry.path("at").asLong());
    row.add(entry.path("by").asText());
    Rows.change(db, ANSWER, row.toArray());
  }

  private static JsonNode node(byte[] body) {
    try {
      return JSON.readTree(body);
    } catch (IOException e) {
      throw new IllegalStateException("an entry of the rooms is no JSON", e);
    }
  }
}
