package io.jinlin.hub.cli;

import io.jinlin.hub.accounts.Accounts;
import io.jinlin.hub.broker.BrokerLink;
import io.jinlin.hub.config.HubConfig;
import io.jinlin.hub.homeassistant.HomeAssistant;
import io.jinlin.hub.serve.Core;
import io.jinlin.hub.serve.FiguresTimer;
import io.jinlin.hub.web.StaffSite;
import io.jinlin.hub.web.WebServer;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.PrintWriter;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import sun.misc.Signal;

/** {@code hub serve}. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = "Runs the hub until it is stopped (Ctrl-C or SIGTERM).")
final class ServeCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);
  private static final int EVENT_LOOPS = 2;
  private static final int WORKERS = 4;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private Settings settings = new Settings();

  @Override
  public Integer call() throws Exception {
    HubConfig config = settings.read();
    Vertx vertx =
        Vertx.vertx(
            new VertxOptions().setEventLoopPoolSize(EVENT_LOOPS).setWorkerPoolSize(WORKERS));
    CountDownLatch stop = new CountDownLatch(1);
    CountDownLatch stopped = new CountDownLatch(1);
    InstantSource clock = InstantSource.system();
    try (Core core = Core.start(config, vertx, clock, new SecureRandom());
        StaffSite staff = StaffSite.start(vertx, web(config), parts(config, core, clock));
        FiguresTimer figures = FiguresTimer.start(vertx, core, staff.api().live(), clock);
        AutoCloseable telling = homeAssistant(vertx, config, staff)) {
      onSignal(stop);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> await(stop, stopped), "stop"));
      figures.tick();
      announce(config, core, staff);
      stop.await();
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().join();
      stopped.countDown();
    }
    return 0;
  }

  private static AutoCloseable homeAssistant(Vertx vertx, HubConfig config, StaffSite staff) {
    if (config.homeAssistant().isEmpty()) {
      return () -> {};
    }
    HubConfig.HomeAssistant settings = config.homeAssistant().get();
    HubConfig.Broker broker = settings.broker();
    return HomeAssistant.start(
        vertx,
        config.site(),
        settings.prefix(),
        new BrokerLink.Where(
            broker.address().host(),
            broker.address().port(),
            "jinlin-" + config.site(),
            broker.user(),
            broker.password()),
        staff.api().live());
  }

  private static WebServer.Settings web(HubConfig config) {
    return new WebServer.Settings(
        config.http().host(), config.http().port(), config.pages(), config.data().resolve("voice"));
  }

  private static StaffSite.Parts parts(HubConfig config, Core core, InstantSource clock) {
    return new StaffSite.Parts(
        config.data(),
        config.site(),
        config.zone(),
        core.database(),
        core.ledger(),
        core.cards(),
        core.devices(),
        core.lostDevices(),
        core.heldProblems(),
        clock);
  }

  /**
   * A hub that was asked to stop and closed everything ends with 0; where the JVM keeps its signals
   * to itself ({@code -Xrs}), the shutdown waits instead.
   */
  private static void onSignal(CountDownLatch stop) {
    for (String name : List.of("TERM", "INT")) {
      try {
        Signal.handle(new Signal(name), received -> stop.countDown());
      } catch (IllegalArgumentException kept) {
        LOG.debug("signal {}: {}", name, kept.getMessage());
      }
    }
  }

  private static void await(CountDownLatch stop, CountDownLatch stopped) {
    stop.countDown();
    try {
      stopped.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whoever started it waits for this line. */
  private void announce(HubConfig config, Core core, StaffSite staff) {
    PrintWriter out = spec.commandLine().getOut();
    staff
        .firstPassword()
        .ifPresent(
            password ->
                out.println(
                    "first account "
                        + Accounts.FIRST_ACCOUNT
                        + ", password "
                        + password
                        + " (shown once, to be changed at the first sign-in)"));
    String mqtt =
        core.mqttPort().isPresent()
            ? config.mqtt().host() + ":" + core.mqttPort().getAsInt()
            : "through the broker at " + config.broker().address();
    String scheme = config.pages().tls().isPresent() ? "https://" : "http://";
    String http = scheme + config.http().host() + ":" + staff.port();
    out.println("clinic board " + http + "/clinic-board");
    out.println("hub ready: staff " + http + "/ board " + http + "/board devices " + mqtt);
    out.flush();
  }
}
