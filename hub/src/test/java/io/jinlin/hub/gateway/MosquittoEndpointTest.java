package io.jinlin.hub.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jinlin.contract.config.Secret;
import io.jinlin.hub.broker.BrokerLink;
import io.jinlin.hub.testing.Mosquitto;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The same promises through a real Mosquitto with the password and access files of deploy. */
class MosquittoEndpointTest extends EndpointContract {
  private static final Path DEPLOY =
      Path.of(System.getProperty("jinlin.root", "..")).resolve("deploy/mosquitto");

  private Mosquitto broker;

  @Override
  int open() throws Exception {
    Files.createDirectories(folder.resolve("devices"));
    for (Map.Entry<String, String> one : PASSWORDS.entrySet()) {
      Files.writeString(
          folder.resolve("devices").resolve(one.getKey() + ".properties"),
          "device=" + one.getKey() + "\nhub.password=" + one.getValue() + "\n");
    }
    Path passwords = folder.resolve("passwords");
    run(DEPLOY.resolve("passwords").toString(), folder.toString(), passwords.toString());
    int port = Mosquitto.freePort();
    String conf =
        Files.readString(DEPLOY.resolve("jinlin.conf"))
            .replace("listener 1883", "listener " + port)
            .replace("/etc/mosquitto/jinlin.passwords", passwords.toString())
            .replace("/etc/mosquitto/jinlin.acl", DEPLOY.resolve("acl").toRealPath().toString());
    broker = Mosquitto.start(folder, port, conf);
    endpoint =
        new BrokerEndpoint(
            vertx,
            SITE,
            new BrokerLink.Where("127.0.0.1", port, "hub", "hub", new Secret(hubPassword())));
    endpoint.start(new Listening()).toCompletableFuture().get(20, TimeUnit.SECONDS);
    return port;
  }

  private String hubPassword() throws IOException {
    return Files.readAllLines(folder.resolve("broker.properties")).stream()
        .filter(line -> line.startsWith("broker.password="))
        .findFirst()
        .orElseThrow()
        .substring("broker.password=".length());
  }

  private static void run(String... command) throws Exception {
    Process process = new ProcessBuilder(List.of(command)).inheritIO().start();
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
  }

  @AfterEach
  void kill() throws InterruptedException {
    if (broker != null) {
      broker.close();
    }
  }

  /** The access list drops what is not allowed and tells nobody. */
  @Override
  boolean seesMisbehaviour() {
    return false;
  }

  @Test
  void aKilledBrokerIsFoundAgain() throws Exception {
    broker.killAndStartAgain();
    await()
        .atMost(30, TimeUnit.SECONDS)
        .ignoreExceptions()
        .untilAsserted(this::messagesOfDevicesComeOnOneThreadUnderTheNameThatWasProven);
  }
}
