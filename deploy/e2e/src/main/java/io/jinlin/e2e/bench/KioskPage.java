package io.jinlin.e2e.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A kiosk's page, without a browser around it. */
final class KioskPage implements AutoCloseable {
  private static final int ANSWER_S = 10;

  private final ObjectMapper mapper = new ObjectMapper();
  private final BlockingQueue<Shown> answers = new LinkedBlockingQueue<>();
  private final WebSocket socket;

  /**
   * An answer on the screen.
   *
   * @param nanos when it came, on the clock of {@link System#nanoTime}
   */
  record Shown(String state, long nanos) {}

  private KioskPage(URI kiosk) {
    socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .header("Origin", "http://" + kiosk.getAuthority())
            .buildAsync(URI.create("ws://" + kiosk.getAuthority() + "/screen"), new Ears())
            .join();
  }

  /**
   * Opens it.
   *
   * @param kiosk for example {@code http://127.0.0.1:8081/}
   */
  static KioskPage open(URI kiosk) {
    return new KioskPage(kiosk);
  }

  private final class Ears implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
      text.append(part);
      if (last) {
        heard(text.toString(), System.nanoTime());
        text.setLength(0);
      }
      from.request(1);
      return null;
    }
  }

  private void heard(String json, long nanos) {
    try {
      JsonNode message = mapper.readTree(json);
      String state = message.path("state").asText();
      if (message.path("type").asText().equals("screen") && !state.equals("seen")) {
        answers.add(new Shown(state, nanos));
      }
    } catch (IOException notJson) {
      throw new UncheckedIOException(notJson);
    }
  }

  /** Hands in what a scanner typed, and waits for the answer. */
  Shown present(String text) throws IOException, InterruptedException {
    answers.clear();
    socket.sendText(
        mapper.writeValueAsString(Map.of("type", "text", "text", text, "input", "keyboard")), true);
    Shown answer = answers.poll(ANSWER_S, TimeUnit.SECONDS);
    if (answer == null) {
      throw new IOException("no answer of the kiosk within " + ANSWER_S + " s");
    }
    return answer;
  }

  @Override
  public void close() {
    socket.abort();
  }
}
