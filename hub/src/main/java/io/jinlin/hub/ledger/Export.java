package io.jinlin.hub.ledger;

import com.fasterxml.jackson.core.JsonGenerator;
import io.jinlin.contract.card.CardRef;
import io.jinlin.contract.event.Event;
import io.jinlin.contract.event.Fact;
import io.jinlin.contract.event.FactType;
import io.jinlin.contract.event.Outcome;
import io.jinlin.contract.event.Words;
import io.jinlin.contract.wire.Decoded;
import io.jinlin.contract.wire.EventCodec;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Writes the whole ledger as one JSON object a line, so that anyone can check it from outside. */
public final class Export {
  private static final String ALL =
      "SELECT * FROM event ORDER BY id"; // grouped by device and epoch, in order of seq

  private Export() {}

  /**
   * Writes every event.
   *
   * @return how many
   */
  public static long write(Connection db, OutputStream out) throws SQLException, IOException {
    return JsonLines.write(db, ALL, out, Export::write);
  }

  private static void write(ResultSet row, JsonGenerator json) throws SQLException, IOException {
    byte[] body = row.getBytes("body");
    Optional<Event> event =
        EventCodec.decode(body) instanceof Decoded.Value<Event> value
            ? Optional.of(value.value())
            : Optional.empty();
    Optional<CardRef> ref = event.flatMap(one -> Books.ref(one.fact()));
    json.writeStartObject();
    json.writeStringField("device", row.getString("device"));
    json.writeStringField("epoch", row.getString("epoch"));
    json.writeNumberField("seq", row.getLong("seq"));
    text(json, "ref", ref.map(CardRef::text));
    json.writeStringField("type", Words.of(FactType.values()[row.getInt("type") - 1]));
    text(json, "occasion", Optional.ofNullable(row.getString("occasion")));
    json.writeStringField("place", row.getString("place"));
    json.writeNumberField("at", row.getLong("at"));
    if (event.isPresent()) {
      json.writeNumberField("raw_at", event.get().wallMillis());
    }
    json.writeNumberField("received", row.getLong("received"));
    int outcome = row.getInt("outcome");
    text(
        json,
        "outcome",
        outcome == 0 ? Optional.empty() : Optional.of(Words.of(Outcome.values()[outcome - 1])));
    text(json, "way", event.flatMap(Export::way));
    json.writeBooleanField("counted", row.getBoolean("counted"));
    json.writeBooleanField("voided", row.getBoolean("voided"));
    json.writeBooleanField("doubtful", (row.getInt("flags") & What.DOUBTFUL) != 0);
    json.writeStringField("body", new String(body, StandardCharsets.UTF_8));
    json.writeEndObject();
  }

  private static Optional<String> way(Event event) {
    return event.fact() instanceof Fact.Scan scan ? scan.way().map(Words::of) : Optional.empty();
  }

  private static void text(JsonGenerator json, String field, Optional<String> value)
      throws IOException {
    if (value.isPresent()) {
      json.writeStringField(field, value.get());
    } else {
      json.writeNullField(field);
    }
  }
}
