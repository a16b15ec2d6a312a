package io.jinlin.hub.timetable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** {@link Deed.Entry} as the body of a journal entry. */
final class DeedCodec {
  private static final ObjectMapper JSON = new ObjectMapper();

  private DeedCodec() {}

  static byte[] encode(Deed.Entry entry) {
    ObjectNode body =
        JSON.createObjectNode().put("at", entry.stamp().atMillis()).put("by", entry.stamp().by());
    ArrayNode deeds = body.putArray("deeds");
    entry.deeds().forEach(deed -> deeds.add(node(deed)));
    try {
      return JSON.writeValueAsBytes(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an entry of ours cannot be written", e);
    }
  }

  /** A deed as an object. */
  static ObjectNode node(Deed deed) {
    ObjectNode body = JSON.createObjectNode();
    if (deed instanceof Deed.SeriesPut put) {
      return body.put("type", "series").set("series", TimetableCodec.encode(put.series()));
    } else if (deed instanceof Deed.SeriesEnded ended) {
      return body.put("type", "series-end").put("series", ended.series());
    } else if (deed instanceof Deed.DateChanged changed) {
      body.put("type", "change")
          .put("series", changed.series())
          .put("date", changed.date().toString());
      return body.set("change", TimetableCodec.encode(changed.change()));
    } else if (deed instanceof Deed.DateRestored restored) {
      return body.put("type", "restore")
          .put("series", restored.series())
          .put("date", restored.date().toString());
    }
    Deed.CalendarSet set = (Deed.CalendarSet) deed;
    return body.put("type", "calendar").set("calendar", TimetableCodec.encode(set.calendar()));
  }

  /**
   * Reads an entry.
   *
   * @throws IllegalArgumentException when it is none
   */
  static Deed.Entry decode(byte[] bytes) {
    JsonNode body;
    try {
      body = JSON.readTree(bytes);
    } catch (IOException e) {
      throw new IllegalArgumentException("a timetable entry is no JSON", e);
    }
    List<Deed> deeds = new ArrayList<>();
    body.path("deeds").forEach(node -> deeds.add(deed(node)));
    return new Deed.Entry(
        new Deed.Stamp(body.path("at").asLong(), body.path("by").asText()), deeds);
  }

  private static Deed deed(JsonNode body) {
    String series = body.path("series").asText();
    return switch (body.path("type").asText()) {
      case "series" -> {
        JsonNode node = body.path("series");
        yield new Deed.SeriesPut(TimetableCodec.series(node, node.path("id").asText()));
      }
      case "series-end" -> new Deed.SeriesEnded(series);
      case "change" ->
          new Deed.DateChanged(series, date(body), TimetableCodec.change(body.path("change")));
      case "restore" -> new Deed.DateRestored(series, date(body));
      case "calendar" -> new Deed.CalendarSet(TimetableCodec.calendar(body.path("calendar")));
      default -> throw new IllegalArgumentException("a timetable entry of an unknown type");
    };
  }

  private static LocalDate date(JsonNode body) {
    return LocalDate.parse(body.path("date").asText());
  }
}
