package io.jinlin.hub.ledger;

import com.fasterxml.jackson.core.JsonGenerator;
import io.jinlin.contract.card.CardRef;
import io.jinlin.contract.event.Event;
import io.jinlin.contract.event.FactType;
import io.jinlin.contract.event.Words;
import io.jinlin.contract.wire.Decoded;
import io.jinlin.contract.wire.EventCodec;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/**
 * Writes the whole ledger as <a
 * href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/formats/json-format.md">
 * CloudEvents 1.0 in JSON</a>, one a line. {@code source} and {@code id} together name an event for
 * ever; {@code subject} is the reference of the card; {@code time} is the corrected time; {@code
 * data} is what the device said, as it said it. What the hub knows besides stands in extensions.
 */
public final class CloudEvents {
  private static final String ALL = "SELECT * FROM event ORDER BY id";

  private CloudEvents() {}

  /**
   * Writes every event.
   *
   * @param site stands in each source: {@code /jinlin/SITE/DEVICE}
   * @return how many
   */
  public static long write(Connection db, String site, OutputStream out)
      throws SQLException, IOException {
    return JsonLines.write(db, ALL, out, (row, json) -> write(row, site, json));
  }

  private static void write(ResultSet row, String site, JsonGenerator json)
      throws SQLException, IOException {
    byte[] body = row.getBytes("body");
    json.writeStartObject();
    json.writeStringField("specversion", "1.0");
    json.writeStringField("id", row.getString("epoch") + "/" + row.getLong("seq"));
    json.writeStringField("source", "/jinlin/" + site + "/" + row.getString("device"));
    String type = Words.of(FactType.values()[row.getInt("type") - 1]);
    json.writeStringField("type", "io.jinlin." + type + ".v1");
    json.writeStringField("time", time(row.getLong("at")));
    Optional<CardRef> ref = ref(body);
    if (ref.isPresent()) {
      json.writeStringField("subject", ref.get().text());
    }
    json.writeStringField("received", time(row.getLong("received")));
    json.writeStringField("place", row.getString("place"));
    String occasion = row.getString("occasion");
    if (occasion != null) {
      json.writeStringField("occasion", occasion);
    }
    json.writeBooleanField("counted", row.getBoolean("counted"));
    json.writeBooleanField("voided", row.getBoolean("voided"));
    json.writeBooleanField("doubtful", (row.getInt("flags") & What.DOUBTFUL) != 0);
    json.writeStringField("datacontenttype", "application/json");
    json.writeFieldName("data");
    // A stored line was read as a JSON object when it came.
    json.writeRawValue(new String(body, StandardCharsets.UTF_8));
    json.writeEndObject();
  }

  private static Optional<CardRef> ref(byte[] body) {
    return EventCodec.decode(body) instanceof Decoded.Value<Event> value
        ? Books.ref(value.value().fact())
        : Optional.empty();
  }

  private static String time(long millis) {
    return Instant.ofEpochMilli(millis).toString();
  }
}
