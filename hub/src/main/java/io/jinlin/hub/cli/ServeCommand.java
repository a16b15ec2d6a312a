package io.jinlin.hub.cli;

import io.jinlin.hub.accounts.Accounts;
import io.jinlin.hub.config.HubConfig;
import io.jinlin.hub.serve.Core;
import io.jinlin.hub.web.StaffSite;
import io.jinlin.hub.web.WebServer;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.PrintWriter;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code hub serve}. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = "Runs the hub until it is stopped (Ctrl-C or SIGTERM).")
final class ServeCommand implements Callable<Integer> {
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
        StaffSite staff = StaffSite.start(vertx, web(config), parts(config, core, clock))) {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> await(stop, stopped), "stop"));
      announce(config, core, staff);
      stop.await();
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().join();
      stopped.countDown();
    }
    return 0;
  }

  private static WebServer.Settings web(HubConfig config) {
    return new WebServer.Settings(config.http().host(), config.http().port());
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
        clock);
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
    String http = "http://" + config.http().host() + ":" + staff.port();
    out.println("hub ready: staff " + http + "/ board " + http + "/board devices " + mqtt);
    out.flush();
  }
}
