package io.jinlin.e2e.clinic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jinlin.contract.config.ConfigReader;
import io.jinlin.contract.event.Fact;
import io.jinlin.contract.event.Fact.TicketStep.Step;
import io.jinlin.contract.event.Input;
import io.jinlin.contract.event.Occasion;
import io.jinlin.edge.agent.EdgeAgent;
import io.jinlin.edge.agent.EdgeParts;
import io.jinlin.edge.config.AgentConfig;
import io.jinlin.edge.decide.Verdict;
import io.jinlin.hub.config.HubConfig;
import io.jinlin.hub.sample.SampleCommand;
import io.jinlin.hub.serve.Core;
import io.jinlin.hub.serve.FiguresTimer;
import io.jinlin.hub.web.StaffSite;
import io.jinlin.hub.web.WebServer;
import io.vertx.core.Vertx;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A number's way: kiosk, hub, nurse, and back to the kiosk, over MQTT. */
@Tag("slow")
class ClinicRoundTest {
  private static final int ELEVEN = 11;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir Path folder;

  /** A zone in which it is about eleven, so that the clinic is open whenever the test runs. */
  private static ZoneId eleven() {
    int hour = Instant.now().atZone(ZoneOffset.UTC).getHour();
    int ahead = Math.floorMod(ELEVEN - hour + 11, 24) - 11;
    return ZoneOffset.ofHours(ahead);
  }

  private HubConfig hubConfig(ZoneId zone) {
    ConfigReader reader =
        ConfigReader.load(
            List.of(),
            List.of(
                "data=" + folder.resolve("hub"),
                "mqtt.port=0",
                "http.port=0",
                "zone=" + zone.getId(),
                "clock.trust=always"));
    HubConfig config = HubConfig.read(reader);
    reader.finish();
    return config;
  }

  private EdgeAgent kiosk(int port) throws Exception {
    Path data = Files.createDirectories(folder.resolve("kiosk"));
    Path enrolled = folder.resolve("hub/devices/kiosk-clinic.properties");
    ConfigReader reader =
        ConfigReader.load(
            List.of(enrolled), List.of("data=" + data, "hub.port=" + port, "clock.trust=always"));
    AgentConfig config = AgentConfig.read(reader);
    reader.finish();
    return EdgeAgent.open(config, EdgeParts.system(config));
  }

  private List<String> elders() throws Exception {
    List<String> codes = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("hub/sample-cards.tsv"))) {
      String[] fields = line.split("\t");
      if (fields[1].equals("elder")) {
        codes.add(fields[0]);
      }
    }
    return codes;
  }

  private static Verdict.Ticket number(EdgeAgent kiosk, String card) {
    Verdict verdict = kiosk.present(card, Input.LINE);
    return (Verdict.Ticket)
        (verdict instanceof Verdict.Choose ? kiosk.choose("basic-care") : verdict);
  }

  private static void nurse(Core core, LocalDate day, int ticket, Step step) throws Exception {
    Occasion queue = new Occasion(Occasion.Kind.CLINIC, "basic-care", day);
    Optional<String> room = step == Step.CALL ? Optional.of("room-1") : Optional.empty();
    Fact fact = new Fact.TicketStep("clinic", queue, ticket, step, room, Optional.empty(), "nurse");
    core.ledger().append(fact).get(30, TimeUnit.SECONDS);
  }

  @Test
  void theKioskTellsWhoIsBeforeAndOffersNoQueueThatTheNurseHasClosed() throws Exception {
    ZoneId zone = eleven();
    new CommandLine(new SampleCommand(InstantSource.system()))
        .setOut(new PrintWriter(new StringWriter()))
        .execute("--data", folder.resolve("hub").toString(), "--zone", zone.getId());
    Vertx vertx = Vertx.vertx();
    HubConfig config = hubConfig(zone);
    InstantSource clock = InstantSource.system();
    try (Core core = Core.start(config, vertx, clock, new SecureRandom());
        StaffSite site =
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
        FiguresTimer figures = FiguresTimer.start(vertx, core, site.api().live(), clock);
        EdgeAgent kiosk = kiosk(core.mqttPort().orElseThrow())) {
      figures.tick();
      round(core, kiosk, LocalDate.now(zone));
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
    }
  }

  private void round(Core core, EdgeAgent kiosk, LocalDate day) throws Exception {
    List<String> cards = elders();
    await()
        .atMost(PATIENCE)
        .until(() -> kiosk.present(cards.get(0), Input.LINE) instanceof Verdict.Choose);
    int first = number(kiosk, cards.get(0)).number();
    await().atMost(PATIENCE).until(() -> number(kiosk, cards.get(0)).ahead().isPresent());
    int second = number(kiosk, cards.get(1)).number();
    assertThat(number(kiosk, cards.get(1)).ahead().orElseThrow().people()).isEqualTo(1);
    nurse(core, day, first, Step.CALL);
    await()
        .atMost(PATIENCE)
        .until(() -> number(kiosk, cards.get(1)).ahead().orElseThrow().people() == 0);
    assertThat(second).isEqualTo(first + 1);
    nurse(core, day, 0, Step.CLOSE);
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                kiosk.present(cards.get(2), Input.LINE) instanceof Verdict.Choose choose
                    && choose.choices().stream().noneMatch(c -> c.id().equals("basic-care")));
    assertThat(number(kiosk, cards.get(1)).number()).isEqualTo(second);
  }
}
