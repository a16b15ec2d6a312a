package io.jinlin.hub.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jinlin.hub.testing.StaffClient;
import io.jinlin.hub.testing.TestHub;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenApiTest {

  @TempDir private static Path folder;
  private static TestHub hub;

  private final StaffClient browser = new StaffClient(hub.port());

  @BeforeAll
  static void start() throws Exception {
    hub = TestHub.start(folder.resolve("hub"));
  }

  @AfterAll
  static void stop() throws Exception {
    hub.close();
  }

  @Test
  void everyRouteStandsInTheDocumentAndNothingElse() throws Exception {
    Set<String> documented = new TreeSet<>();
    JsonNode paths = browser.get("/api/openapi.json").json().path("paths");
    paths
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .fieldNames()
                    .forEachRemaining(method -> documented.add(method + " " + path.getKey())));
    assertThat(documented).isEqualTo(routes());
  }

  private static Set<String> routes() throws Exception {
    Set<String> found = new TreeSet<>();
    Vertx vertx = Vertx.vertx();
    Router router = Router.router(vertx);
    Api.mount(vertx, router, hub.apiParts());
    for (Route route : router.getRoutes()) {
      if (route.methods() != null && route.getPath() != null) {
        route
            .methods()
            .forEach(
                method ->
                    found.add(method.name().toLowerCase(Locale.ROOT) + " " + route.getPath()));
      }
    }
    vertx.close().toCompletionStage().toCompletableFuture().get();
    return found;
  }

  @Test
  void whatIsAnsweredHasTheFieldsThatTheDocumentNamesAndNoOthers() throws Exception {
    browser.login("demo", hub.demoPassword());
    JsonNode schemas = browser.get("/api/openapi.json").json().path("components").path("schemas");
    check(schemas, "Session", browser.get("/api/session").json());
    check(schemas, "Board", browser.get("/api/board").json());
    check(schemas, "Review", browser.get("/api/review").json());
    JsonNode clinic = browser.get("/api/clinic").json();
    check(schemas, "ClinicPage", clinic);
    check(schemas, "ClinicRules", clinic.path("rules"));
    check(schemas, "ClinicQueue", clinic.path("queues").path(0));
    check(schemas, "Rows", browser.get("/api/events").json());
    JsonNode timetable = browser.get("/api/timetable").json();
    check(schemas, "TimetableDays", timetable);
    check(schemas, "TimetableSession", timetable.path("sessions").path(0));
    check(schemas, "OpeningCalendar", timetable.path("calendar"));
    check(schemas, "Series", browser.get("/api/timetable/series").json().path("rows").path(0));
    JsonNode snapshot = browser.get("/api/live").json();
    check(schemas, "Snapshot", snapshot);
    check(schemas, "Place", snapshot.path("places").path(0));
    check(schemas, "Meal", snapshot.path("meals").path(0));
    check(schemas, "SessionNow", snapshot.path("sessions").path(0));
    check(schemas, "Device", snapshot.path("devices").path(0));
    check(schemas, "Error", new StaffClient(hub.port()).get("/api/live").json());
  }

  private static void check(JsonNode schemas, String name, JsonNode value) {
    List<String> named = new ArrayList<>();
    schemas.path(name).path("properties").fieldNames().forEachRemaining(named::add);
    List<String> found = new ArrayList<>();
    value.fieldNames().forEachRemaining(found::add);
    assertThat(found).as(name).containsExactlyInAnyOrderElementsOf(named);
  }

  @Test
  void theHubSaysThatItIsWellAndGivesItsFiguresToThisMachine() throws Exception {
    assertThat(browser.get("/healthz").json().path("status").asText()).isEqualTo("ok");
    StaffClient.Answer metrics = browser.get("/metrics");
    assertThat(metrics.status()).isEqualTo(200);
    assertThat(metrics.raw().body()).contains("jinlin_meals_today", "jvm_memory_used_bytes");
  }
}
