package io.jinlin.hub.api;

import io.jinlin.contract.event.Words;
import io.jinlin.hub.ledger.Trouble;
import io.jinlin.hub.live.Snapshot;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.function.ToDoubleFunction;

/** For machines: the description of the interface, metrics, and whether the hub is well. */
final class SystemRoutes {

  /** The hub is well while its view is no older than this, in milliseconds. */
  private static final long WELL_MS = 15_000;

  private static final String OPENAPI = "/api/openapi.json";

  private final Exchange exchange;
  private final Guard guard;
  private final Api.Parts parts;

  SystemRoutes(Exchange exchange, Guard guard, Api.Parts parts, IntSupplier listeners) {
    this.exchange = exchange;
    this.guard = guard;
    this.parts = parts;
    PrometheusMeterRegistry registry = parts.metrics();
    gauge(registry, "jinlin.attendances.today", now -> now.attendances().today());
    gauge(registry, "jinlin.meals.today", now -> now.attendances().meals());
    gauge(registry, "jinlin.review", Snapshot::review);
    gauge(registry, "jinlin.help.open", now -> now.help().size());
    gauge(
        registry,
        "jinlin.devices.online",
        now -> now.devices().stream().filter(Snapshot.DeviceNow::online).count());
    gauge(
        registry,
        "jinlin.devices.unsent",
        now -> now.devices().stream().mapToLong(Snapshot.DeviceNow::unsent).sum());
    Gauge.builder("jinlin.streams", listeners::getAsInt).register(registry);
  }

  private void gauge(
      PrometheusMeterRegistry registry, String name, ToDoubleFunction<Snapshot> value) {
    Gauge.builder(name, () -> value.applyAsDouble(parts.live().view().snapshot()))
        .register(registry);
  }

  void mount(Router router) {
    String openApi = openApi();
    router.get(OPENAPI).handler(context -> exchange.answerText(context, 200, openApi));
    router.get("/healthz").failureHandler(exchange::failed).handler(this::health);
    router.get("/metrics").failureHandler(exchange::failed).handler(this::metrics);
  }

  private static String openApi() {
    try (InputStream in = SystemRoutes.class.getResourceAsStream(OPENAPI)) {
      if (in == null) {
        throw new IllegalStateException(OPENAPI + " is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void health(RoutingContext context) {
    long age = parts.clock().millis() - parts.live().view().snapshot().at();
    boolean well = Math.abs(age) < WELL_MS;
    Trouble trouble = parts.ledger().trouble();
    boolean stores = trouble == Trouble.NONE;
    String status = stores ? well ? "ok" : "stale" : Words.of(trouble);
    exchange.answerText(
        context,
        well && stores ? 200 : 503,
        exchange.json().text(Map.of("status", status, "ageMs", age)));
  }

  /** Figures without names, but the centre's own: for this machine and for those who sign in. */
  private void metrics(RoutingContext context) {
    String address = context.request().remoteAddress().hostAddress();
    if (!isThisMachine(address)) {
      guard.checkOwn(context);
    }
    context
        .response()
        .putHeader("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
        .putHeader("Cache-Control", "no-store")
        .end(parts.metrics().scrape());
  }

  private static boolean isThisMachine(String address) {
    try {
      return InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException notAnAddress) {
      return false;
    }
  }
}
