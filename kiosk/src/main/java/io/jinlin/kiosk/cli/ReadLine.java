package io.jinlin.kiosk.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jinlin.kiosk.decode.Point;
import io.jinlin.kiosk.reader.FoundCode;
import java.util.Optional;

/** What was read, as a line. */
final class ReadLine {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ReadLine() {}

  static String plain(String name, Optional<FoundCode> found) {
    return name + "\t" + found.map(code -> onOneLine(code.text())).orElse("");
  }

  /** A text without the characters that would end its column or line. */
  static String onOneLine(String text) {
    return text.replace("\\", "\\\\")
        .replace("\t", "\\t")
        .replace("\n", "\\n")
        .replace("\r", "\\r");
  }

  static String json(String name, Optional<FoundCode> found, double millis)
      throws JsonProcessingException {
    ObjectNode line = JSON.createObjectNode().put("file", name);
    if (found.isPresent()) {
      add(line, found.get());
    } else {
      line.putNull("text");
    }
    return JSON.writeValueAsString(line.put("ms", tenths(millis)));
  }

  static String json(String name, double seconds, FoundCode found) throws JsonProcessingException {
    ObjectNode line = JSON.createObjectNode().put("file", name).put("seconds", seconds);
    add(line, found);
    return JSON.writeValueAsString(line);
  }

  private static void add(ObjectNode line, FoundCode found) {
    line.put("text", found.text());
    ArrayNode corners = line.putArray("corners");
    for (Point corner : found.corners()) {
      corners.addArray().add(tenths(corner.x())).add(tenths(corner.y()));
    }
    line.put("strategy", found.strategy());
  }

  private static double tenths(double value) {
    return Math.round(value * 10) / 10.0;
  }
}
