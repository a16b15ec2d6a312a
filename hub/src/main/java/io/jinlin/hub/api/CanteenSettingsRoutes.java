package io.jinlin.hub.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jinlin.contract.page.Canteen;
import io.jinlin.contract.page.Device;
import io.jinlin.contract.page.Item;
import io.jinlin.contract.page.MealDay;
import io.jinlin.contract.page.MealPeriod;
import io.jinlin.contract.page.Menu;
import io.jinlin.contract.page.Place;
import io.jinlin.contract.page.Service;
import io.jinlin.hub.devices.DeviceTable;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Meal periods, menus, holidays and rules of a canteen, edited while the hub runs. */
final class CanteenSettingsRoutes {

  /** Longest early grace, in minutes, as {@link Place} bounds it. */
  private static final int MAX_GRACE_MINUTES = 120;

  /** How far ahead a day may be set, in days. */
  private static final int MAX_DAYS_AHEAD = 400;

  /** The number that an item has before its page gives one. */
  private static final long NO_VERSION = 1;

  private final Exchange exchange;
  private final Guard guard;
  private final Api.Parts parts;

  CanteenSettingsRoutes(Exchange exchange, Guard guard, Api.Parts parts) {
    this.exchange = exchange;
    this.guard = guard;
    this.parts = parts;
  }

  void mount(Router router) {
    router
        .get("/api/canteen/settings")
        .handler(guard::signedIn)
        .handler(guard::mayServe)
        .handler(this::settings);
    Map<String, Consumer<RoutingContext>> actions =
        Map.of(
            "/api/canteen/week", this::week,
            "/api/canteen/day", this::day,
            "/api/canteen/rules", this::rules);
    actions.forEach(
        (path, action) ->
            router
                .post(path)
                .handler(guard::sameOrigin)
                .handler(guard::signedIn)
                .handler(guard::changing)
                .handler(guard::mayChange)
                .handler(action::accept));
  }

  private void settings(RoutingContext context) {
    Place place = canteen(new Query(context.queryParams()).text("place"));
    LocalDate today = today();
    List<MealDay> days =
        parts.places().mealDays().stream()
            .filter(day -> day.place().equals(place.id()) && !day.date().isBefore(today))
            .toList();
    exchange.later(
        context,
        () -> parts.database().read(DeviceTable::all),
        devices ->
            CanteenViews.settings(
                place,
                parts.places().canteen(place.id()),
                days,
                devices.stream().filter(device -> isCounter(place, device)).toList()));
  }

  private static boolean isCounter(Place place, Device device) {
    return device.place().equals(place.id()) && device.role() == Device.Role.ENTRANCE;
  }

  private void week(RoutingContext context) {
    ObjectNode body = exchange.body(context);
    Place place = canteen(Optional.of(Json.text(body, "place")));
    int grace = Json.integer(body, "earlyGraceMinutes", 0, MAX_GRACE_MINUTES);
    List<MealPeriod> meals = MealForm.meals(body);
    Place changed =
        new Place(
            place.id(),
            place.name(),
            place.nameEnglish(),
            place.service(),
            place.capacity(),
            place.softPercent(),
            place.dwellMinutes(),
            place.failureRule(),
            grace,
            place.sessionWindowMinutes(),
            meals,
            place.queues());
    put(context, new Item.PlaceSettings(NO_VERSION, changed));
  }

  private void day(RoutingContext context) {
    ObjectNode body = exchange.body(context);
    Place place = canteen(Optional.of(Json.text(body, "place")));
    LocalDate date = MealForm.date(body, "date");
    if (date.isBefore(today()) || date.isAfter(today().plusDays(MAX_DAYS_AHEAD))) {
      throw new Refused(400, "day-past", date.toString());
    }
    Optional<List<MealPeriod>> meals =
        body.hasNonNull("meals") ? Optional.of(MealForm.meals(body)) : Optional.empty();
    List<Menu> menus = MealForm.menus(body);
    MealDay day = new MealDay(place.id(), date, meals, menus);
    Item.MealDaySettings item = new Item.MealDaySettings(NO_VERSION, day);
    parts.settings().forgetPast(today());
    boolean usual = meals.isEmpty() && menus.isEmpty();
    put(context, usual ? new Item.Gone(NO_VERSION, item.key()) : item);
  }

  private void rules(RoutingContext context) {
    ObjectNode body = exchange.body(context);
    Place place = canteen(Optional.of(Json.text(body, "place")));
    int cap = Json.integer(body, "proxyCap", 0, Canteen.MAX_PROXY_CAP);
    boolean dinner = Json.flag(body, "dinnerWithLunch");
    List<String> takeAway = Json.texts(body, "takeAway");
    exchange.work(
        context,
        () -> parts.database().read(DeviceTable::all),
        devices -> {
          for (String id : takeAway) {
            if (devices.stream().noneMatch(one -> one.id().equals(id) && isCounter(place, one))) {
              throw new Refused(404, "unknown-device", Json.clip(id));
            }
          }
          Canteen canteen = new Canteen(place.id(), cap, dinner, takeAway);
          put(context, new Item.CanteenSettings(NO_VERSION, canteen));
        });
  }

  private Place canteen(Optional<String> id) {
    return parts.places().places().stream()
        .filter(place -> place.service() == Service.CANTEEN)
        .filter(place -> id.isEmpty() || place.id().equals(id.get()))
        .findFirst()
        .orElseThrow(() -> new Refused(404, "unknown-place", Json.clip(id.orElse("canteen"))));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(parts.clock().instant(), parts.places().site().zone());
  }

  private void put(RoutingContext context, Item item) {
    try {
      exchange.when(context, parts.settings().put(item), done -> Map.of("key", done.key()));
    } catch (IllegalArgumentException tooLong) {
      throw new Refused(400, "menu-too-long");
    }
  }
}
