package io.jinlin.e2e.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinlin.e2e.bench.BareHub;
import io.jinlin.e2e.process.ChildProcess;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadClientTest {
  private static final int MESSAGES = 2_000;

  @TempDir private Path folder;

  @Test
  void everyMessageThatTheBareEndpointAcknowledgedIsOnItsDiskAfterAKill() throws Exception {
    Path database = folder.resolve("bare.db");
    try (ChildProcess bare =
        ChildProcess.java(
            List.of("-Xmx128m", "-XX:+UseSerialGC"),
            BareHub.class.getName(),
            List.of(database.toString()),
            folder,
            folder.resolve("bare.log"))) {
      String ready = bare.awaitLine(0, line -> line.startsWith("port "), Duration.ofSeconds(60));
      int port = Integer.parseInt(ready.substring("port ".length()));
      try (LoadClient client =
          LoadClient.connect(port, "load", "secret", "jinlin/#", 100, (topic, payload) -> {})) {
        for (int i = 0; i < MESSAGES; i++) {
          client.publish("a/b", ("message " + i).getBytes(StandardCharsets.UTF_8));
        }
        client.drain();
        assertThat(client.acknowledged()).isEqualTo(MESSAGES);
      }
      bare.kill();
    }
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
        ResultSet count =
            connection.createStatement().executeQuery("SELECT count(DISTINCT body) FROM message")) {
      assertThat(count.getInt(1)).isEqualTo(MESSAGES);
    }
  }
}
