package io.jinlin.hub.orders;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** {@link OrderDeed} as the body of a journal entry. */
final class OrderDeedCodec {
  private static final ObjectMapper JSON = new ObjectMapper();

  private OrderDeedCodec() {}

  static byte[] encode(OrderDeed deed) {
    return node(deed).toString().getBytes(StandardCharsets.UTF_8);
  }

  private static ObjectNode node(OrderDeed deed) {
    if (deed instanceof OrderDeed.Placed placed) {
      ObjectNode body = head("placed", placed.by(), placed.atMillis());
      return body.set("order", OrderJson.of(placed.order()));
    } else if (deed instanceof OrderDeed.Ended ended) {
      return head("ended", ended.by(), ended.atMillis())
          .put("order", ended.order())
          .put("end", ended.end().toString());
    } else if (deed instanceof OrderDeed.Skipped skipped) {
      return head("skipped", skipped.by(), skipped.atMillis())
          .put("order", skipped.order())
          .put("day", skipped.day().toString())
          .put("again", skipped.again());
    } else if (deed instanceof OrderDeed.Paused paused) {
      ObjectNode body = head("paused", paused.by(), paused.atMillis());
      return body.set("pause", OrderJson.of(paused.pause()));
    } else if (deed instanceof OrderDeed.Resumed resumed) {
      return head("resumed", resumed.by(), resumed.atMillis())
          .put("pause", resumed.pause())
          .put("end", resumed.end().toString());
    } else if (deed instanceof OrderDeed.CutOffsSet set) {
      ObjectNode body = head("cut-offs", set.by(), set.atMillis());
      return body.set("cutOffs", OrderJson.of(set.cutOffs()));
    } else if (deed instanceof OrderDeed.Visited visited) {
      ObjectNode body = head("visited", visited.visit().by(), visited.visit().atMillis());
      return body.set("visit", OrderJson.of(visited.visit()));
    }
    OrderDeed.Tried tried = (OrderDeed.Tried) deed;
    ObjectNode body = head("tried", tried.step().by(), tried.step().atMillis());
    body.put("occasion", tried.occasion().text()).put("person", tried.person());
    return body.set("step", OrderJson.of(tried.step()));
  }

  private static ObjectNode head(String type, String by, long atMillis) {
    return OrderJson.object().put("type", type).put("by", by).put("at", atMillis);
  }

  static OrderDeed decode(byte[] bytes) {
    JsonNode body;
    try {
      body = JSON.readTree(bytes);
    } catch (IOException e) {
      throw new IllegalArgumentException("an entry of orders is no JSON", e);
    }
    String by = body.path("by").asText();
    long at = body.path("at").asLong();
    JsonNode order = body.path("order");
    JsonNode pause = body.path("pause");
    return switch (body.path("type").asText()) {
      case "placed" ->
          new OrderDeed.Placed(OrderJson.order(order, order.path("id").asText()), by, at);
      case "ended" -> new OrderDeed.Ended(order.asText(), OrderJson.day(body, "end"), by, at);
      case "skipped" ->
          new OrderDeed.Skipped(
              order.asText(), OrderJson.day(body, "day"), body.path("again").asBoolean(), by, at);
      case "paused" ->
          new OrderDeed.Paused(OrderJson.pause(pause, pause.path("id").asText()), by, at);
      case "resumed" -> new OrderDeed.Resumed(pause.asText(), OrderJson.day(body, "end"), by, at);
      case "cut-offs" -> new OrderDeed.CutOffsSet(OrderJson.cutOffs(body.path("cutOffs")), by, at);
      case "visited" -> new OrderDeed.Visited(OrderJson.visit(body.path("visit")));
      case "tried" ->
          new OrderDeed.Tried(
              OrderJson.occasion(body),
              body.path("person").asLong(),
              OrderJson.step(body.path("step")));
      default -> throw new IllegalArgumentException("an entry of orders of an unknown type");
    };
  }
}
