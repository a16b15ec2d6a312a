package io.jinlin.e2e.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A staff page, without a browser around it: notes when it was told of how many lunches. */
final class StaffPage implements AutoCloseable {
  private static final String DATA = "data: ";
  private static final int OK = 200;

  private final ObjectMapper mapper = new ObjectMapper();
  private final HttpClient client =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  private final URI hub;
  private final List<Told> told = new ArrayList<>();
  private final Thread thread = new Thread(this::listen, "staff-page");
  private volatile boolean closed;

  /**
   * A snapshot that came.
   *
   * @param lunches how many were counted today
   * @param nanos when it was there, on the clock of {@link System#nanoTime}
   */
  record Told(long lunches, long nanos) {}

  private StaffPage(URI hub) {
    this.hub = hub;
    thread.setDaemon(true);
  }

  /** Signs in and listens. */
  static StaffPage open(URI hub, String[] account) throws IOException, InterruptedException {
    StaffPage page = new StaffPage(hub);
    page.signIn(account[0], account[1]);
    page.thread.start();
    return page;
  }

  private void signIn(String account, String password) throws IOException, InterruptedException {
    String body = mapper.writeValueAsString(Map.of("account", account, "password", password));
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(hub.resolve("api/login"))
                .header("Content-Type", "application/json")
                .header("X-CSRF-Token", "")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            BodyHandlers.ofString());
    if (answer.statusCode() != OK) {
      throw new IOException("the hub did not let staff in: " + answer.statusCode());
    }
  }

  private void listen() {
    HttpRequest request = HttpRequest.newBuilder(hub.resolve("api/live/stream")).build();
    try (Stream<String> lines = client.send(request, BodyHandlers.ofLines()).body()) {
      lines.filter(line -> line.startsWith(DATA)).forEach(this::heard);
    } catch (IOException | RuntimeException gone) {
      if (!closed) {
        Progress.say("the staff page's stream ended: %s", gone);
      }
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  private void heard(String line) {
    long nanos = System.nanoTime();
    try {
      JsonNode snapshot = mapper.readTree(line.substring(DATA.length()));
      for (JsonNode meal : snapshot.path("meals")) {
        if (meal.path("occasion").asText().startsWith("meal:lunch:")) {
          note(new Told(meal.path("total").asLong(), nanos));
        }
      }
    } catch (IOException notJson) {
      throw new IllegalStateException(notJson);
    }
  }

  private synchronized void note(Told one) {
    told.add(one);
  }

  /** All that was told so far, in order. */
  synchronized List<Told> told() {
    return List.copyOf(told);
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
  }
}
