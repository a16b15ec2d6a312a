package io.jinlin.hub.homeassistant;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jinlin.hub.live.Snapshot;
import java.util.ArrayList;
import java.util.List;

/** The entities of a snapshot. Names are Chinese, as on the wall. */
final class Entities {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SENSOR = "sensor";
  private static final String BINARY_SENSOR = "binary_sensor";

  /** {@link Snapshot.PlaceNow} of which nothing is known. */
  private static final String NO_BASIS = "none";

  private Entities() {}

  static List<Entity> of(Snapshot snapshot) {
    List<Entity> entities = new ArrayList<>();
    snapshot.places().forEach(place -> entities.add(place(place)));
    Snapshot.Seats seats = snapshot.seats();
    entities.add(
        new Entity(
            SENSOR,
            "canteen_seats",
            count("食堂占座", "座", "mdi:seat", "measurement"),
            value(seats.taken()).put("capacity", seats.capacity())));
    long meals = snapshot.meals().stream().mapToLong(Snapshot.Meal::total).sum();
    entities.add(
        new Entity(
            SENSOR,
            "meals_today",
            count("今天用餐", "份", "mdi:silverware-fork-knife", "total_increasing"),
            value(meals)));
    entities.add(
        new Entity(
            SENSOR,
            "clinic_waiting",
            count("卫生站等候", "人", "mdi:account-clock", "measurement"),
            value(snapshot.clinic().waiting())));
    entities.add(
        new Entity(
            SENSOR,
            "help_calls",
            count("呼叫帮助", "个", "mdi:hand-wave", "measurement"),
            value(snapshot.help().size())));
    snapshot.devices().forEach(device -> entities.addAll(device(device)));
    return entities;
  }

  private static Entity place(Snapshot.PlaceNow place) {
    ObjectNode state = JSON.createObjectNode();
    if (place.basis().equals(NO_BASIS)) {
      state.putNull("value");
    } else {
      state.put("value", place.people());
    }
    state
        .put("capacity", place.capacity())
        .put("level", place.level())
        .put("basis", place.basis())
        .put("doubt", place.doubt());
    return new Entity(
        SENSOR,
        "place_" + place.id(),
        count(place.zh() + "人数", "人", "mdi:account-group", "measurement"),
        state);
  }

  private static List<Entity> device(Snapshot.DeviceNow device) {
    ObjectNode online = JSON.createObjectNode().put("name", device.name());
    online.put("device_class", "connectivity").put("entity_category", "diagnostic");
    ObjectNode unsent = count(device.name() + "未发送", "条", "mdi:tray-full", "measurement");
    unsent.put("entity_category", "diagnostic");
    return List.of(
        new Entity(
            BINARY_SENSOR,
            "device_" + device.id(),
            online,
            JSON.createObjectNode().put("value", device.online() ? "ON" : "OFF")),
        new Entity(SENSOR, "unsent_" + device.id(), unsent, value(device.unsent())));
  }

  private static ObjectNode count(String name, String unit, String icon, String stateClass) {
    return JSON.createObjectNode()
        .put("name", name)
        .put("unit_of_measurement", unit)
        .put("icon", icon)
        .put("state_class", stateClass);
  }

  private static ObjectNode value(long value) {
    return JSON.createObjectNode().put("value", value);
  }
}
