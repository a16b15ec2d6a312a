package io.jinlin.e2e.cards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jinlin.contract.card.CardCode;
import io.jinlin.contract.card.CardReading;
import io.jinlin.contract.card.CardRef;
import io.jinlin.contract.config.ConfigReader;
import io.jinlin.contract.event.Input;
import io.jinlin.edge.agent.EdgeAgent;
import io.jinlin.edge.agent.EdgeParts;
import io.jinlin.edge.config.AgentConfig;
import io.jinlin.edge.decide.Verdict;
import io.jinlin.hub.backup.Backups;
import io.jinlin.hub.cards.CardAnswer;
import io.jinlin.hub.cards.CardBook;
import io.jinlin.hub.cards.CardDesk;
import io.jinlin.hub.cards.Issued;
import io.jinlin.hub.config.HubConfig;
import io.jinlin.hub.sample.SampleCommand;
import io.jinlin.hub.serve.Core;
import io.jinlin.hub.serve.HubFiles;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What the card desk does reaches a real kiosk within seconds, and outlives a restored backup. */
@Tag("slow")
class CardsWhileRunningTest {
  /** On a machine that does much else. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private Path folder;
  private Vertx vertx;
  private HubConfig config;
  private Core hub;
  private EdgeAgent kiosk;

  @BeforeEach
  void start() throws Exception {
    vertx = Vertx.vertx();
    StringWriter said = new StringWriter();
    int code =
        new CommandLine(new SampleCommand(InstantSource.system()))
            .setOut(new PrintWriter(said))
            .execute("--data", folder.toString());
    assertThat(code).as(said.toString()).isZero();
    config = config();
    hub = startHub();
    kiosk = startKiosk("first");
  }

  @AfterEach
  void stop() throws Exception {
    kiosk.close();
    hub.close();
    vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  private HubConfig config() {
    ConfigReader reader =
        ConfigReader.load(List.of(), List.of("data=" + folder, "mqtt.port=0", "http.port=0"));
    HubConfig read = HubConfig.read(reader);
    reader.finish();
    return read;
  }

  private Core startHub() throws Exception {
    return Core.start(config, vertx, InstantSource.system(), new SecureRandom());
  }

  /** The hall's kiosk, with files of its own: any card of ours is a visit there, at any time. */
  private EdgeAgent startKiosk(String files) throws IOException {
    Path data = Files.createDirectories(folder.resolve("kiosk-" + files));
    List<String> sets =
        List.of("data=" + data, "hub.port=" + hub.mqttPort().getAsInt(), "clock.trust=always");
    Path enrolment = folder.resolve("devices").resolve("kiosk-hall.properties");
    ConfigReader reader = ConfigReader.load(List.of(enrolment), sets);
    AgentConfig read = AgentConfig.read(reader);
    reader.finish();
    return EdgeAgent.open(read, EdgeParts.system(read));
  }

  private CardDesk desk() {
    InstantSource clock = InstantSource.system();
    SecureRandom random = new SecureRandom();
    return new CardDesk(
        new CardDesk.Parts(
            config.site(),
            hub.database(),
            hub.ledger(),
            new CardBook(hub.cards(), clock, config.zone(), random),
            clock,
            random));
  }

  private static Issued done(CardAnswer answer) throws Exception {
    return ((CardAnswer.Begun) answer).done().get(20, TimeUnit.SECONDS);
  }

  private CardCode sample(String kind, int index) throws IOException {
    String text =
        Files.readAllLines(folder.resolve("sample-cards.tsv")).stream()
            .map(line -> line.split("\t"))
            .filter(fields -> fields[1].equals(kind))
            .skip(index)
            .findFirst()
            .orElseThrow()[0];
    return ((CardReading.Card) CardCode.read(text)).code();
  }

  private CardRef ref(CardCode code) {
    return code.keys(config.site()).ref();
  }

  private boolean known(CardCode code) {
    Verdict verdict = kiosk.present(code.text(), Input.CAMERA);
    return (verdict instanceof Verdict.Accepted accepted && accepted.person().known())
        || (verdict instanceof Verdict.Already already && already.person().known());
  }

  private boolean dead(CardCode code) {
    return kiosk.present(code.text(), Input.CAMERA) instanceof Verdict.SeeStaff;
  }

  @Test
  void aReprintWorksAtTheKioskAndTheOldCardDoesNotAlsoAfterAnOlderBackupWasRestored()
      throws Exception {
    CardCode old = sample("elder", 0);
    CardCode lost = sample("elder", 1);
    await().atMost(PATIENCE).until(() -> known(old) && known(lost));
    Path backup =
        new Backups(config.backup().folder(), config.backup().keep())
            .make(hub.database(), System.currentTimeMillis());

    CardCode fresh = done(desk().reprint(ref(old), "director")).code().orElseThrow();
    done(desk().revoke(ref(lost), "lost", "director"));
    await().atMost(PATIENCE).until(() -> known(fresh) && dead(old) && dead(lost));

    kiosk.close();
    hub.close();
    Backups.restore(backup, HubFiles.database(config), System.currentTimeMillis());
    hub = startHub();
    kiosk = startKiosk("first");
    await().atMost(PATIENCE).until(() -> kiosk.status().connected());
    assertThat(dead(old)).isTrue();
    assertThat(dead(lost)).isTrue();
    await().atMost(PATIENCE).until(() -> known(fresh));
    kiosk.close();
    kiosk = startKiosk("second");
    await().atMost(PATIENCE).until(() -> known(fresh) && dead(old) && dead(lost));
  }
}
