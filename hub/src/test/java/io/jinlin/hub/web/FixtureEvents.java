package io.jinlin.hub.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Three thousand scans at lunch, newest first, answered in pages like the hub's. */
final class FixtureEvents {
  static final int COUNT = 3_000;
  static final int NEWEST_ALREADY = COUNT / 10;

  private static final long NEWEST = Instant.parse("2026-11-24T04:12:00Z").toEpochMilli();
  private static final String[] NAMES = {"王*", "林*", "陈*", "欧阳*", "黄*"};

  private final ObjectMapper json = new ObjectMapper();
  private final List<ObjectNode> rows = new ArrayList<>();

  FixtureEvents() {
    for (int i = 0; i < COUNT; i++) {
      rows.add(row(i));
    }
  }

  private ObjectNode row(int i) {
    boolean again = i % 10 == 4;
    ObjectNode row = json.createObjectNode();
    row.put("event", "kiosk-canteen-1/7f3a9c/" + (COUNT - i));
    row.put("at", NEWEST - i * 3_000L).put("received", NEWEST - i * 3_000L + 300);
    row.put("type", "scan").put("name", NAMES[i % NAMES.length]);
    row.put("outcome", again ? "already" : "accepted").put("occasion", "m-2026-11-24-lunch");
    row.put("way", "dine-in").put("ticket", 0).put("counted", !again).put("voided", false);
    row.putObject("place").put("zh", "食堂").put("en", "Canteen");
    row.putObject("occasionLabel").put("zh", "午餐").put("en", "Lunch");
    return row;
  }

  /** The page that a query asks for. */
  ObjectNode page(String query) {
    Map<String, String> asked = parameters(query);
    List<ObjectNode> found =
        rows.stream()
            .filter(
                row ->
                    asked
                        .getOrDefault("outcome", row.get("outcome").asText())
                        .equals(row.get("outcome").asText()))
            .toList();
    int from = Integer.parseInt(asked.getOrDefault("before", "0"));
    int until = Math.min(found.size(), from + Integer.parseInt(asked.getOrDefault("limit", "50")));
    ObjectNode page = json.createObjectNode();
    ArrayNode list = page.putArray("rows");
    found.subList(from, until).forEach(list::add);
    page.put("next", until < found.size() ? String.valueOf(until) : null);
    return page;
  }

  private static Map<String, String> parameters(String query) {
    Map<String, String> parameters = new HashMap<>();
    for (String pair : query == null ? new String[0] : query.split("&")) {
      String[] parts = pair.split("=", 2);
      parameters.put(parts[0], parts.length > 1 ? parts[1] : "");
    }
    return parameters;
  }
}
