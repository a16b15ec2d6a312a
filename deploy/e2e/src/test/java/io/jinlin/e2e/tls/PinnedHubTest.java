package io.jinlin.e2e.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jinlin.contract.config.ConfigReader;
import io.jinlin.edge.agent.EdgeAgent;
import io.jinlin.edge.agent.EdgeParts;
import io.jinlin.edge.config.AgentConfig;
import io.jinlin.hub.cli.Main;
import io.jinlin.hub.config.HubConfig;
import io.jinlin.hub.serve.Core;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The hub's MQTT endpoint with a key that the site signed itself, and a real edge agent. */
class PinnedHubTest {
  private static final Path OPENSSL = Path.of("/usr/bin/openssl");

  @TempDir private Path folder;
  private Vertx vertx;
  private Core hub;

  @BeforeEach
  void start() throws Exception {
    vertx = Vertx.vertx();
    openssl("hub");
    hub = Core.start(config(), vertx, InstantSource.system(), new SecureRandom());
  }

  @AfterEach
  void stop() throws Exception {
    hub.close();
    vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  private void openssl(String name) throws Exception {
    assumeTrue(Files.isExecutable(OPENSSL), "needs openssl");
    String command =
        "req -x509 -newkey rsa:2048 -nodes -days 1 -subj /CN=hub -keyout "
            + key(name)
            + " -out "
            + certificate(name);
    Process process =
        new ProcessBuilder((OPENSSL + " " + command).split(" "))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("openssl.log").toFile())
            .start();
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
  }

  private Path certificate(String name) {
    return folder.resolve(name + ".crt");
  }

  private Path key(String name) {
    return folder.resolve(name + ".pem");
  }

  private List<String> sets(String keys) {
    return List.of(
        "data=" + folder.resolve("hub"),
        "mqtt.port=0",
        "http.port=0",
        "mqtt.certificate=" + certificate(keys),
        "mqtt.key=" + key(keys));
  }

  private HubConfig config() {
    ConfigReader reader = ConfigReader.load(List.of(), sets("hub"));
    HubConfig read = HubConfig.read(reader);
    reader.finish();
    return read;
  }

  /** Enrols a device at the command line of a hub with these keys. */
  private Path enrol(String keys) {
    StringWriter said = new StringWriter();
    List<String> words =
        new ArrayList<>(List.of("device", "add", "kiosk-1", "--name", "K", "--place", "hall"));
    sets(keys).forEach(set -> words.addAll(List.of("--set", set)));
    int code =
        Main.commandLine().setOut(new PrintWriter(said)).execute(words.toArray(String[]::new));
    assertThat(code).as(said.toString()).isZero();
    return Path.of(said.toString().strip());
  }

  private EdgeAgent agent(Path enrolment) throws IOException {
    Path data = Files.createDirectories(folder.resolve("kiosk"));
    ConfigReader reader =
        ConfigReader.load(
            List.of(enrolment), List.of("data=" + data, "hub.port=" + hub.mqttPort().getAsInt()));
    AgentConfig read = AgentConfig.read(reader);
    reader.finish();
    return EdgeAgent.open(read, EdgeParts.system(read));
  }

  @Test
  void anEnrolledDeviceKnowsTheHubByItsKeyAndNobodyElse() throws Exception {
    Path enrolment = enrol("hub");
    assertThat(Files.readString(enrolment)).containsPattern("hub\\.pin=[0-9a-f]{64}");
    try (EdgeAgent agent = agent(enrolment)) {
      await().atMost(Duration.ofSeconds(20)).until(() -> agent.status().connected());
    }
    openssl("stranger");
    try (EdgeAgent agent = agent(enrol("stranger"))) {
      await()
          .during(Duration.ofSeconds(3))
          .atMost(Duration.ofSeconds(5))
          .until(() -> !agent.status().connected());
    }
  }
}
