package io.jinlin.hub.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jinlin.contract.page.ClinicQueue;
import io.jinlin.contract.page.Device;
import io.jinlin.contract.page.Item;
import io.jinlin.contract.page.Place;
import io.jinlin.contract.page.Service;
import io.jinlin.contract.wire.Decoded;
import io.jinlin.hub.accounts.Role;
import io.jinlin.hub.clinic.ClinicRules;
import io.jinlin.hub.clinic.ClinicSettings;
import io.jinlin.hub.clinic.QueueState;
import io.jinlin.hub.devices.DeviceTable;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the clinic sets itself: who goes first, rooms, and the choices that a kiosk offers. */
final class ClinicSettingsRoutes {
  /** Most queues that may take people at one time: so many choices fit the kiosk's screen. */
  static final int MAX_AT_ONCE = 4;

  /** The number that an item has before its page gives one. */
  private static final long NO_VERSION = 1;

  private final Exchange exchange;
  private final Guard guard;
  private final Api.Parts parts;

  ClinicSettingsRoutes(Exchange exchange, Guard guard, Api.Parts parts) {
    this.exchange = exchange;
    this.guard = guard;
    this.parts = parts;
  }

  void mount(Router router) {
    for (String what : List.of("rules", "queues")) {
      router
          .post("/api/clinic/" + what)
          .handler(guard::sameOrigin)
          .handler(guard::signedIn)
          .handler(guard::changing)
          .handler(Guard.only(Role.NURSE, Role.DIRECTOR));
    }
    router.post("/api/clinic/rules").handler(this::rules);
    router.post("/api/clinic/queues").handler(this::queues);
  }

  private void rules(RoutingContext context) {
    exchange.body(context);
    byte[] bytes = context.body().buffer().getBytes();
    Decoded<ClinicRules> read = ClinicSettings.decode(bytes);
    if (!(read instanceof Decoded.Value<ClinicRules> rules)) {
      String why = read instanceof Decoded.Refused<ClinicRules> refused ? refused.detail() : "";
      throw new Refused(400, "field-invalid", why);
    }
    exchange.work(
        context,
        () -> parts.database().read(DeviceTable::all),
        devices -> {
          checkNumbers(rules.value().walkInBase(), devices);
          exchange.when(
              context, ClinicSettings.save(parts.ledger(), rules.value()), saved -> saved);
        });
  }

  /** No number is given twice: a kiosk's hundred is not the hub's. */
  private static void checkNumbers(int base, List<Device> devices) {
    devices.stream()
        .filter(device -> device.sharesTicketsWith(base))
        .findFirst()
        .ifPresent(
            device -> {
              throw new Refused(409, "numbers-of-device", base + " / " + device.id());
            });
  }

  private void queues(RoutingContext context) {
    ObjectNode body = exchange.body(context);
    Place place = clinic();
    List<ClinicQueue> queues = new ArrayList<>();
    JsonNode rows = body.path("queues");
    if (!rows.isArray() || rows.isEmpty() || rows.size() > Place.MAX_RULES) {
      throw new Refused(400, "field-invalid", "queues");
    }
    Set<String> used = new HashSet<>();
    place.queues().forEach(queue -> used.add(queue.id()));
    for (JsonNode row : rows) {
      if (!(row instanceof ObjectNode one)) {
        throw new Refused(400, "field-invalid", "queues");
      }
      queues.add(queue(one, place, used));
    }
    checkTogether(queues);
    checkNobodyIsLeft(place, queues);
    exchange.when(
        context,
        parts.settings().put(new Item.PlaceSettings(NO_VERSION, place.with(queues))),
        done -> Map.of("queues", queues.stream().map(ClinicQueue::id).toList()));
  }

  private Place clinic() {
    return parts.places().places().stream()
        .filter(place -> place.service() == Service.CLINIC)
        .findFirst()
        .orElseThrow(() -> new Refused(404, "unknown-place", "clinic"));
  }

  private ClinicQueue queue(ObjectNode row, Place place, Set<String> used) {
    String zh = name(row, "zh");
    String en = name(row, "en");
    LocalTime opens = time(row, "opens");
    LocalTime closes = time(row, "closes");
    if (!opens.isBefore(closes)) {
      throw new Refused(400, "queue-hours", zh);
    }
    String id = Json.optionalText(row, "id").orElse("");
    boolean known = place.queues().stream().anyMatch(queue -> queue.id().equals(id));
    if (!id.isEmpty() && !known) {
      throw new Refused(404, "unknown-queue", id.length() > 40 ? id.substring(0, 40) : id);
    }
    return new ClinicQueue(known ? id : fresh(used), zh, en, opens, closes);
  }

  /** An id that no queue has had before: a number of old days keeps the name of its queue. */
  private String fresh(Set<String> used) {
    LocalDate today = LocalDate.ofInstant(parts.clock().instant(), parts.places().site().zone());
    String start = "queue-" + DateTimeFormatter.BASIC_ISO_DATE.format(today) + "-";
    long second = parts.clock().instant().getEpochSecond();
    String id = start + Long.toString(second, Character.MAX_RADIX);
    for (int i = 2; !used.add(id); i++) {
      id = start + Long.toString(second, Character.MAX_RADIX) + "-" + i;
    }
    return id;
  }

  private static String name(ObjectNode row, String field) {
    String name = Json.text(row, field).strip();
    if (name.isEmpty() || name.length() > 20 || name.chars().anyMatch(Character::isISOControl)) {
      throw new Refused(400, "field-invalid", field);
    }
    return name;
  }

  private static LocalTime time(ObjectNode row, String field) {
    try {
      return LocalTime.parse(Json.text(row, field));
    } catch (DateTimeException notATime) {
      throw new Refused(400, "field-invalid", field);
    }
  }

  private static void checkTogether(List<ClinicQueue> queues) {
    Set<String> ids = new HashSet<>();
    Set<String> names = new HashSet<>();
    for (ClinicQueue queue : queues) {
      if (!ids.add(queue.id()) || !names.add(queue.name())) {
        throw new Refused(400, "queue-twice", queue.name());
      }
      long open =
          queues.stream()
              .filter(other -> !other.opens().isAfter(queue.opens()))
              .filter(other -> other.closes().isAfter(queue.opens()))
              .count();
      if (open > MAX_AT_ONCE) {
        throw new Refused(400, "queues-at-once", queue.opens().toString());
      }
    }
  }

  /** A queue goes only when nobody waits in it any more. */
  private void checkNobodyIsLeft(Place place, List<ClinicQueue> queues) {
    for (ClinicQueue before : place.queues()) {
      QueueState state = parts.live().view().clinic().queue(before.id());
      boolean gone = queues.stream().noneMatch(queue -> queue.id().equals(before.id()));
      boolean waitedFor =
          !state.waiting().isEmpty() || !state.called().isEmpty() || !state.skipped().isEmpty();
      if (gone && waitedFor) {
        throw new Refused(409, "queue-in-use", before.name());
      }
    }
  }
}
