package io.jinlin.e2e.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jinlin.contract.event.EventId;
import io.jinlin.e2e.check.LedgerFile;
import io.jinlin.e2e.check.ReplicaRows;
import io.jinlin.e2e.process.ChildProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Beyond loopback: a real hub and a real edge agent with TLS between them. The certificate has
 * expired, names somebody else and is signed by nobody; the key given at enrolment is all that
 * counts.
 */
@Tag("slow")
class ExpiredCertificateTest {
  private static final Duration START = Duration.ofSeconds(90);
  private static final Duration END = Duration.ofSeconds(60);
  private static final String HUB = "io.jinlin.hub.cli.Main";
  private static final String AGENT = "io.jinlin.edge.cli.Main";
  private static final String KIOSK = "kiosk-hall";
  private static final String PASSWORD = "changeit";
  private static final List<String> FLAGS = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

  @TempDir Path folder;
  private Path data;
  private Path card;
  private String pin;

  @BeforeEach
  void prepare() throws Exception {
    data = folder.resolve("hub");
    pin = key();
    run(HUB, "sample", "--data", data.toString());
    String line = Files.readAllLines(data.resolve("sample-cards.tsv")).get(1);
    card = Files.writeString(folder.resolve("cards"), line.substring(0, line.indexOf('\t')) + "\n");
  }

  private String key() throws Exception {
    Path store = folder.resolve("hub.p12");
    List<String> words =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-genkeypair",
            "-alias",
            "hub",
            "-keyalg",
            "EC",
            "-startdate",
            "-400d",
            "-validity",
            "30",
            "-dname",
            "CN=somebody else",
            "-storepass",
            PASSWORD,
            "-keystore",
            store.toString());
    try (ChildProcess made = ChildProcess.start(words, folder, folder.resolve("keytool.log"))) {
      assertThat(made.awaitEnd(END)).isTrue();
    }
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (var in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    pem("key.pem", "PRIVATE KEY", keys.getKey("hub", PASSWORD.toCharArray()).getEncoded());
    pem("cert.pem", "CERTIFICATE", keys.getCertificate("hub").getEncoded());
    byte[] key = keys.getCertificate("hub").getPublicKey().getEncoded();
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key));
  }

  private void pem(String name, String what, byte[] bytes) throws IOException {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
    String text = "-----BEGIN " + what + "-----\n" + body + "\n-----END " + what + "-----\n";
    Files.writeString(folder.resolve(name), text);
  }

  private void run(String main, String... arguments) {
    Path log = folder.resolve("command.log");
    try (ChildProcess command = ChildProcess.java(FLAGS, main, List.of(arguments), folder, log)) {
      assertThat(command.awaitEnd(START)).isTrue();
      assertThat(command.exitCode()).isZero();
    }
  }

  private ChildProcess hub() {
    return ChildProcess.java(
        FLAGS,
        HUB,
        List.of(
            "serve",
            "--data",
            data.toString(),
            "--set",
            "http.port=0",
            "--set",
            "mqtt.port=0",
            "--set",
            "clock.trust=always",
            "--set",
            "mqtt.certificate=" + folder.resolve("cert.pem"),
            "--set",
            "mqtt.key=" + folder.resolve("key.pem")),
        folder,
        folder.resolve("hub.log"));
  }

  private ChildProcess agent(String log, String port, String trusted, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "run",
                "--config",
                data.resolve("devices").resolve(KIOSK + ".properties").toString(),
                "--set",
                "data=" + folder.resolve("kiosk"),
                "--set",
                "hub.port=" + port,
                "--set",
                "hub.pin=" + trusted));
    arguments.addAll(List.of(more));
    Path output = folder.resolve(log);
    return ChildProcess.java(FLAGS, AGENT, arguments, folder, output);
  }

  @Test
  void anAgentMeetsTheHubWithItsKeyAndNoOther() {
    ChildProcess hub = hub();
    try (hub) {
      String ready = hub.awaitLine(0, line -> line.startsWith("hub ready"), START);
      String port = ready.substring(ready.lastIndexOf(':') + 1).strip();
      String other = (pin.startsWith("0") ? "1" : "0") + pin.substring(1);
      try (ChildProcess wrong = agent("wrong.log", port, other)) {
        wrong.awaitLine(0, line -> line.contains("hub.pin"), START);
      }
      try (ChildProcess first = agent("first.log", port, pin)) {
        first.awaitLine(0, line -> line.contains("hub connected"), START);
        await().atMost(END).until(this::knowsItsPlace);
      }
      try (ChildProcess right =
          agent("right.log", port, pin, "--lines", card.toString(), "--until-sent")) {
        right.awaitLine(0, line -> line.startsWith("{\"event\":\"" + KIOSK), START);
        assertThat(right.awaitEnd(END)).isTrue();
        assertThat(right.exitCode()).isZero();
      }
    }
    assertThat(hub.exitCode()).as("of a hub that was asked to stop").isZero();
    assertThat(LedgerFile.read(data.resolve("hub.db")).events().keySet())
        .extracting(EventId::device)
        .contains(KIOSK);
  }

  private boolean knowsItsPlace() {
    try (ReplicaRows replica = ReplicaRows.open(folder.resolve("kiosk").resolve("replica.db"))) {
      return replica.items().stream().anyMatch(item -> item.contains("device/" + KIOSK));
    }
  }
}
