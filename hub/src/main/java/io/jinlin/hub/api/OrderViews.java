package io.jinlin.hub.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jinlin.contract.event.Occasion;
import io.jinlin.contract.event.Words;
import io.jinlin.contract.page.MealPeriod;
import io.jinlin.hub.orders.Diet;
import io.jinlin.hub.orders.Door;
import io.jinlin.hub.orders.DoorTask;
import io.jinlin.hub.orders.Doors;
import io.jinlin.hub.orders.Order;
import io.jinlin.hub.orders.OrderBook;
import io.jinlin.hub.orders.OrderJson;
import io.jinlin.hub.orders.Pause;
import io.jinlin.hub.orders.Visit;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongFunction;
import java.util.function.Predicate;

/** What the pages of orders and deliveries are told. Neither tier nor category is among it. */
final class OrderViews {
  private OrderViews() {}

  static ObjectNode day(
      LocalDate day,
      List<MealPeriod> meals,
      OrderBook book,
      Doors doors,
      Predicate<String> isPastCutOff) {
    ObjectNode view = object().put("day", day.toString());
    ArrayNode list = view.putArray("meals");
    for (MealPeriod period : meals) {
      String meal = period.id();
      List<Order> orders = book.on(day, meal);
      ObjectNode node = list.addObject().put("meal", meal).put("portions", orders.size());
      node.putObject("name").put("zh", period.name()).put("en", period.nameEnglish());
      node.put("pastCutOff", isPastCutOff.test(meal));
      totals(node, orders);
      ArrayNode rows = node.putArray("orders");
      orders.forEach(order -> order(rows.addObject(), doors.of(order.person()), order));
    }
    return view;
  }

  private static void totals(ObjectNode node, List<Order> orders) {
    Map<String, Integer> ways = new TreeMap<>();
    Map<String, Integer> diets = new TreeMap<>();
    for (Order order : orders) {
      ways.merge(Words.of(order.way()), 1, Integer::sum);
      for (Diet diet : order.diets()) {
        diets.merge(Words.of(diet), 1, Integer::sum);
      }
    }
    ObjectNode byWay = node.putObject("ways");
    ways.forEach(byWay::put);
    ObjectNode byDiet = node.putObject("diets");
    diets.forEach(byDiet::put);
  }

  private static void order(ObjectNode node, Door door, Order order) {
    node.setAll(OrderJson.of(order));
    node.put("name", door.name()).put("address", door.address());
  }

  static ObjectNode person(Door door, OrderBook book, LocalDate today) {
    ObjectNode view = who(object(), door);
    ArrayNode orders = view.putArray("orders");
    for (Order order : book.of(door.person())) {
      boolean over = order.until().map(end -> !end.isAfter(today)).orElse(false);
      if (!over) {
        orders.add(OrderJson.of(order));
      }
    }
    ArrayNode pauses = view.putArray("pauses");
    for (Pause pause : book.pauses()) {
      boolean over = pause.until().map(end -> !end.isAfter(today)).orElse(false);
      if (pause.person() == door.person() && !over) {
        ObjectNode node = pauses.addObject().put("id", pause.id()).put("reason", pause.reason());
        node.put("from", pause.from().toString());
        pause.until().ifPresent(until -> node.put("until", until.toString()));
      }
    }
    return view.put("away", book.isAway(door.person(), today));
  }

  private static ObjectNode who(ObjectNode node, Door door) {
    return node.put("person", door.person())
        .put("name", door.name())
        .put("address", door.address())
        .put("phoneEnd", door.phoneEnd());
  }

  /** A volunteer's list: the doors in order, what to bring and how it went. */
  static ObjectNode deliveries(
      Occasion occasion, List<Order> orders, Map<Long, Visit> visits, LongFunction<Door> doors) {
    ObjectNode view = object().put("occasion", occasion.text());
    view.put("day", occasion.date().toString()).put("meal", occasion.id());
    ArrayNode stops = view.putArray("stops");
    orders.stream()
        .sorted(Comparator.comparing(order -> doors.apply(order.person())))
        .forEach(
            order -> {
              Door door = doors.apply(order.person());
              ObjectNode stop = who(stops.addObject(), door);
              stop.put("block", door.blockName()).put("note", order.note());
              ArrayNode diets = stop.putArray("diets");
              order.diets().stream().sorted().forEach(diet -> diets.add(Words.of(diet)));
              Visit visit = visits.get(order.person());
              stop.put("outcome", visit == null ? "" : Words.of(visit.outcome()));
              stop.put("at", visit == null ? 0 : visit.atMillis());
              stop.put("noticed", visit == null ? "" : visit.note());
            });
    return view;
  }

  /** The meals of the list's day, for whoever goes from one to another. */
  static void meals(ObjectNode view, List<MealPeriod> meals) {
    ArrayNode list = view.putArray("meals");
    for (MealPeriod period : meals) {
      ObjectNode node = list.addObject().put("meal", period.id());
      node.put("closes", period.closes().toString());
      node.putObject("name").put("zh", period.name()).put("en", period.nameEnglish());
    }
  }

  /** The doors that nobody opened, and what volunteers noticed. */
  static ObjectNode tasks(List<DoorTask> tasks, List<Visit> notes, Doors doors, long nowMillis) {
    ObjectNode view = object();
    ArrayNode rows = view.putArray("tasks");
    for (DoorTask task : tasks) {
      Visit visit = task.visit();
      ObjectNode row = who(rows.addObject(), doors.of(visit.person()));
      row.put("phone", doors.of(visit.person()).phone());
      row.put("occasion", visit.occasion().text()).put("at", visit.atMillis());
      row.put("by", visit.by()).put("note", visit.note()).put("done", task.isDone());
      row.put("next", task.next().map(Words::of).orElse(""));
      row.put("overdue", task.isOverdue(nowMillis));
      ArrayNode steps = row.putArray("steps");
      for (DoorTask.Step step : task.steps()) {
        steps
            .addObject()
            .put("kind", Words.of(step.kind()))
            .put("reached", step.reached())
            .put("note", step.note())
            .put("at", step.atMillis())
            .put("by", step.by());
      }
    }
    ArrayNode noticed = view.putArray("notes");
    for (Visit visit : notes) {
      ObjectNode row = who(noticed.addObject(), doors.of(visit.person()));
      row.put("occasion", visit.occasion().text()).put("at", visit.atMillis());
      row.put("by", visit.by()).put("note", visit.note());
    }
    return view;
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
