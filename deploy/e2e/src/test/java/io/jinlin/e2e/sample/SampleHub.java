package io.jinlin.e2e.sample;

import io.jinlin.contract.config.ConfigReader;
import io.jinlin.edge.agent.EdgeAgent;
import io.jinlin.edge.agent.EdgeParts;
import io.jinlin.edge.config.AgentConfig;
import io.jinlin.hub.config.HubConfig;
import io.jinlin.hub.sample.SampleCommand;
import io.jinlin.hub.serve.Core;
import io.jinlin.hub.serve.FiguresTimer;
import io.jinlin.hub.web.StaffSite;
import io.jinlin.hub.web.WebServer;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;

/**
 * The sample community's hub with its pages in this process, by the machine's own clock, and kiosks
 * that reach it over MQTT. Its files are in {@code hub} below the folder, those of a kiosk in a
 * folder of the device's name.
 */
public final class SampleHub implements AutoCloseable {
  private static final int ELEVEN = 11;

  private final Path folder;
  private final HubConfig config;
  private final InstantSource clock = InstantSource.system();
  private final Vertx vertx = Vertx.vertx();
  private final Core core;
  private final StaffSite site;

  private SampleHub(Path folder, ZoneId zone) throws Exception {
    this.folder = folder;
    StringWriter said = new StringWriter();
    int code =
        new CommandLine(new SampleCommand(clock))
            .setOut(new PrintWriter(said))
            .execute("--data", data().toString(), "--zone", zone.getId());
    if (code != 0) {
      throw new IllegalStateException(said.toString());
    }
    config = config(zone);
    core = Core.start(config, vertx, clock, new SecureRandom());
    site =
        StaffSite.start(
            vertx,
            new WebServer.Settings("127.0.0.1", 0, config.pages()),
            new StaffSite.Parts(
                config.data(),
                config.site(),
                zone,
                core.database(),
                core.ledger(),
                core.cards(),
                core.devices(),
                core.lostDevices(),
                core.heldProblems(),
                clock));
  }

  /** Makes the community and starts its hub. */
  public static SampleHub start(Path folder, ZoneId zone) throws Exception {
    return new SampleHub(folder, zone);
  }

  /** A zone in which it is about eleven, so that the clinic is open whenever a test runs. */
  public static ZoneId eleven() {
    int hour = Instant.now().atZone(ZoneOffset.UTC).getHour();
    int ahead = Math.floorMod(ELEVEN - hour + 11, 24) - 11;
    return ZoneOffset.ofHours(ahead);
  }

  private HubConfig config(ZoneId zone) {
    ConfigReader reader =
        ConfigReader.load(
            List.of(),
            List.of(
                "data=" + data(),
                "mqtt.port=0",
                "http.port=0",
                "zone=" + zone.getId(),
                "clock.trust=always"));
    HubConfig read = HubConfig.read(reader);
    reader.finish();
    return read;
  }

  /** The hub's folder. */
  public Path data() {
    return folder.resolve("hub");
  }

  public HubConfig config() {
    return config;
  }

  public Core core() {
    return core;
  }

  public StaffSite site() {
    return site;
  }

  /** Where kiosks reach it. */
  public int mqttPort() {
    return core.mqttPort().orElseThrow();
  }

  /** What tells the kiosks the hub's figures. */
  public FiguresTimer figures() {
    return FiguresTimer.start(vertx, core, site.api().live(), clock);
  }

  /** An enrolled kiosk with a disk of its own. */
  public EdgeAgent kiosk(String device) throws IOException {
    return kiosk(device, mqttPort());
  }

  /** The same by way of another port. */
  public EdgeAgent kiosk(String device, int port) throws IOException {
    Path disk = Files.createDirectories(folder.resolve(device));
    Path enrolled = data().resolve("devices").resolve(device + ".properties");
    ConfigReader reader =
        ConfigReader.load(
            List.of(enrolled), List.of("data=" + disk, "hub.port=" + port, "clock.trust=always"));
    AgentConfig read = AgentConfig.read(reader);
    reader.finish();
    return EdgeAgent.open(read, EdgeParts.system(read));
  }

  /** The texts of the sample's cards of old people. */
  public List<String> elders() throws IOException {
    List<String> codes = new ArrayList<>();
    for (String line : Files.readAllLines(data().resolve("sample-cards.tsv"))) {
      String[] fields = line.split("\t");
      if (fields[1].equals("elder")) {
        codes.add(fields[0]);
      }
    }
    return codes;
  }

  @Override
  public void close() throws Exception {
    try (core;
        site) {
      // Closed in this order's reverse, and Vert.x after both.
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
    }
  }
}
