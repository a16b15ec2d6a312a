package io.jinlin.hub.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jinlin.contract.event.Occasion;
import io.jinlin.contract.event.Way;
import io.jinlin.contract.event.Words;
import io.jinlin.contract.page.MealPeriod;
import io.jinlin.contract.page.Place;
import io.jinlin.contract.page.Session;
import io.jinlin.hub.accounts.Role;
import io.jinlin.hub.canteen.Forecast;
import io.jinlin.hub.canteen.Habits;
import io.jinlin.hub.canteen.MealHistory;
import io.jinlin.hub.canteen.WaySplit;
import io.jinlin.hub.orders.OrderBook;
import io.jinlin.hub.orders.Orders;
import io.jinlin.hub.places.Timetable;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How many portions the kitchen should cook, and how well the last forecast did. */
final class ForecastRoutes {
  /** Classes that end so long before a meal closes bring people to it. */
  private static final Duration BEFORE = Duration.ofHours(4);

  /** How far ahead somebody can look, in days. */
  private static final int MAX_AHEAD_DAYS = 14;

  private final Exchange exchange;
  private final Guard guard;
  private final Api.Parts parts;
  private final Orders orders;

  ForecastRoutes(Exchange exchange, Guard guard, Api.Parts parts, Orders orders) {
    this.exchange = exchange;
    this.guard = guard;
    this.parts = parts;
    this.orders = orders;
  }

  void mount(Router router) {
    router
        .get("/api/canteen/forecast")
        .handler(guard::signedIn)
        .handler(Guard.only(Role.DIRECTOR, Role.STAFF, Role.CANTEEN, Role.AUDITOR))
        .handler(this::forecast);
  }

  private void forecast(RoutingContext context) {
    LocalDate today = orders.today();
    LocalDate day = new Query(context.queryParams()).day("day").orElseGet(() -> today.plusDays(1));
    if (day.isBefore(today) || day.isAfter(today.plusDays(MAX_AHEAD_DAYS))) {
      throw new Refused(400, "field-invalid", "day");
    }
    exchange.later(
        context,
        () -> {
          OrderBook book = orders.book();
          return parts.database().read(db -> view(new Past(db, day, book), day));
        },
        view -> view);
  }

  private ObjectNode view(Past past, LocalDate day) {
    ObjectNode view = JsonNodeFactory.instance.objectNode().put("day", day.toString());
    ArrayNode meals = view.putArray("meals");
    for (Place place : parts.places().places()) {
      for (MealPeriod period : parts.places().meals(place, day)) {
        LocalDateTime opens = day.atTime(period.opens());
        boolean closed = parts.places().closure(place.id(), opens).isPresent();
        meal(meals.addObject(), past, period, day).put("closed", closed);
      }
    }
    return view;
  }

  private ObjectNode meal(ObjectNode node, Past past, MealPeriod period, LocalDate day) {
    Habits habits = new Habits(past.days(period));
    Forecast forecast = habits.forecast(day, past.ordered(period, day), past.classes(period, day));
    node.put("meal", period.id())
        .put("ordered", forecast.ordered())
        .put("usual", forecast.usual())
        .put("classes", forecast.classes())
        .put("trend", forecast.trend())
        .put("weeks", forecast.weeks());
    if (habits.knows(day)) {
      node.put("portions", forecast.portions());
    } else {
      node.putNull("portions");
    }
    int walkIns = forecast.portions() - forecast.ordered();
    ObjectNode ways = node.putObject("ways");
    WaySplit.of(walkIns, past.orderedWays(period, day), past.walkInWays(period, habits.like(day)))
        .forEach((way, portions) -> ways.put(Words.of(way), portions));
    node.putObject("name").put("zh", period.name()).put("en", period.nameEnglish());
    LocalDate end = orders.today().plusDays(1);
    List<Habits.Day> known = habits.before(end);
    if (known.isEmpty()) {
      node.putNull("last");
    } else {
      Habits.Day last = known.get(known.size() - 1);
      Forecast then = habits.forecast(last.date(), last.ordered(), last.classes());
      node.putObject("last")
          .put("day", last.date().toString())
          .put("forecast", then.portions())
          .put("portions", last.portions());
    }
    habits
        .usualError(end)
        .ifPresentOrElse(error -> node.put("usualError", error), () -> node.putNull("usualError"));
    return node;
  }

  /** What was served, ordered and taught. */
  private final class Past {
    private final OrderBook book;
    private final Map<Occasion, Map<Way, Integer>> portions;
    private final Map<LocalDate, List<Session>> sessions = new HashMap<>();
    private final Map<String, Integer> enrolled = new HashMap<>();

    Past(Connection db, LocalDate day, OrderBook book) throws SQLException {
      this.book = book;
      LocalDate today = orders.today();
      // As far back as the oldest of the errors that are shown can look.
      LocalDate first = today.minusWeeks(2L * Habits.WEEKS);
      this.portions = new MealHistory(db).portions(first, today);
      Timetable timetable = new Timetable(db);
      for (Session session : timetable.between(first, day.plusDays(1))) {
        sessions
            .computeIfAbsent(session.starts().toLocalDate(), none -> new ArrayList<>())
            .add(session);
        if (!enrolled.containsKey(session.series())) {
          enrolled.put(session.series(), timetable.enrolled(session.series()));
        }
      }
    }

    /** The days of a meal; today only once it is over, since it has no final figure before. */
    List<Habits.Day> days(MealPeriod period) {
      LocalDateTime now =
          LocalDateTime.ofInstant(parts.clock().instant(), parts.places().site().zone());
      List<Habits.Day> days = new ArrayList<>();
      portions.forEach(
          (meal, ways) -> {
            int count = ways.values().stream().mapToInt(Integer::intValue).sum();
            boolean over = meal.date().atTime(period.closes()).isBefore(now);
            if (meal.id().equals(period.id()) && over) {
              int ordered = Math.min(count, ordered(period, meal.date()));
              int classes = classes(period, meal.date());
              days.add(new Habits.Day(meal.date(), count - ordered, ordered, classes));
            }
          });
      return days;
    }

    Map<Way, Integer> orderedWays(MealPeriod period, LocalDate day) {
      Map<Way, Integer> ways = new EnumMap<>(Way.class);
      book.on(day, period.id()).forEach(order -> ways.merge(order.way(), 1, Integer::sum));
      return ways;
    }

    /** How those without an order took the meal on some days. */
    Map<Way, Integer> walkInWays(MealPeriod period, List<Habits.Day> days) {
      Map<Way, Integer> all = new EnumMap<>(Way.class);
      for (Habits.Day day : days) {
        Map<Way, Integer> ordered = orderedWays(period, day.date());
        Occasion meal = new Occasion(Occasion.Kind.MEAL, period.id(), day.date());
        portions
            .getOrDefault(meal, Map.of())
            .forEach(
                (way, count) ->
                    all.merge(
                        way, Math.max(0, count - ordered.getOrDefault(way, 0)), Integer::sum));
      }
      return all;
    }

    int ordered(MealPeriod period, LocalDate day) {
      return book.on(day, period.id()).size();
    }

    int classes(MealPeriod period, LocalDate day) {
      LocalDateTime closes = day.atTime(period.closes());
      return sessions.getOrDefault(day, List.of()).stream()
          .filter(session -> !session.ends().isAfter(closes))
          .filter(session -> session.ends().isAfter(closes.minus(BEFORE)))
          .mapToInt(session -> enrolled.getOrDefault(session.series(), 0))
          .sum();
    }
  }
}
