package io.jinlin.hub.clinic;

import io.jinlin.contract.wire.Decoded;
import io.jinlin.contract.wire.Fields;
import io.jinlin.contract.wire.JsonLine;
import io.jinlin.hub.ledger.JournalHandler;
import io.jinlin.hub.ledger.Ledger;
import io.jinlin.hub.store.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The clinic's rules in the database, as one line of JSON. */
public final class ClinicSettings {
  /** Longest line, in bytes. */
  static final int MAX_BYTES = 16 * 1024;

  /** Kind of its journal entries: no kiosk could send again what staff set. */
  public static final String KIND = "clinic-rules";

  /** Does an entry again. */
  public static final JournalHandler REPLAY = ClinicSettings::replay;

  private static final String LOAD = "SELECT body FROM clinic_setting WHERE key = 'rules'";
  private static final String SAVE =
      "INSERT INTO clinic_setting (key, body) VALUES ('rules', ?)"
          + " ON CONFLICT (key) DO UPDATE SET body = excluded.body";

  private ClinicSettings() {}

  /** What was saved last; {@link ClinicRules#DEFAULT} before that. */
  public static ClinicRules load(Connection db) throws SQLException {
    List<byte[]> found = Rows.all(db, LOAD, row -> row.getBytes(1));
    if (found.isEmpty()) {
      return ClinicRules.DEFAULT;
    }
    Decoded<ClinicRules> rules = decode(found.get(0));
    return rules
        .toOptional()
        .orElseThrow(() -> new SQLException("the clinic's rules in the database cannot be read"));
  }

  /** Saves; done when it is in the journal and in the database. */
  public static CompletableFuture<ClinicRules> save(Ledger ledger, ClinicRules rules) {
    return ledger.write(
        KIND,
        encode(rules),
        db -> {
          save(db, rules);
          return rules;
        });
  }

  private static void replay(Connection db, byte[] body) throws SQLException {
    ClinicRules rules =
        decode(body)
            .toOptional()
            .orElseThrow(() -> new SQLException("journal entry of kind " + KIND));
    save(db, rules);
  }

  private static void save(Connection db, ClinicRules rules) throws SQLException {
    Rows.change(db, SAVE, encode(rules));
  }

  /** The line. */
  static byte[] encode(ClinicRules rules) {
    return JsonLine.object()
        .put("preferAge", rules.preferAge())
        .put("preferDisability", rules.preferDisability())
        .put("ordinaryAfter", rules.ordinaryAfter())
        .put("walkInBase", rules.walkInBase())
        .putObjects(
            "rooms",
            rules.rooms(),
            (line, room) -> line.put("id", room.id()).put("zh", room.zh()).put("en", room.en()))
        .bytes();
  }

  /** Reads any bytes; a refusal names the field. */
  public static Decoded<ClinicRules> decode(byte[] bytes) {
    return Fields.decode(
        bytes,
        0,
        bytes.length,
        MAX_BYTES,
        fields ->
            new ClinicRules(
                fields.integer("preferAge"),
                fields.flag("preferDisability"),
                fields.integer("ordinaryAfter"),
                fields.integer("walkInBase"),
                fields.objects(
                    "rooms", room -> new Room(room.text("id"), room.text("zh"), room.text("en")))));
  }
}
