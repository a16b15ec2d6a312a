package io.jinlin.kiosk.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScreenServerTest {
  private static final SeenCode CLOSER =
      new SeenCode(Optional.of("closer"), 1_280, 720, List.of(), false);

  private final Recorder recorder = new Recorder();
  private final HttpClient http = HttpClient.newHttpClient();
  private final List<String> received = new CopyOnWriteArrayList<>();
  private ScreenServer server;

  @BeforeEach
  void start() throws IOException {
    server =
        new ScreenServer(
            Answers.config(2),
            recorder,
            () -> Answers.status(ScreenStatus.Help.NONE, true, List.of()),
            System::nanoTime);
    server.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void itListensOnLoopbackOnly() {
    assertThat(server.address()).startsWith("http://127.0.0.1:");
  }

  @Test
  void thePageAndItsLibrariesAreServedUnderAStrictPolicy() throws Exception {
    HttpResponse<String> page = get("/");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Security-Policy"))
        .get()
        .asString()
        .contains("default-src 'none'");
    for (String path : List.of("/main.js", "/shared/tokens.css", "/webjars/lit/3.3.2/index.js")) {
      assertThat(get(path).statusCode()).as(path).isEqualTo(200);
    }
  }

  @Test
  void nothingOutsideThePageIsServed() throws Exception {
    for (String path :
        List.of(
            "/../pom.xml",
            "/shared/../../logback.xml",
            "/io/jinlin/kiosk/cli/Main.class",
            "/voice/zh/..%2F..%2Fetc%2Fpasswd",
            "/voice/../x")) {
      assertThat(raw(path, "127.0.0.1:" + port())).as(path).startsWith("HTTP/1.1 404");
    }
  }

  @Test
  void aRequestForAnotherHostIsRefused() throws Exception {
    assertThat(raw("/", "evil.example:" + port())).startsWith("HTTP/1.1 403");
    assertThat(raw("/", "localhost:" + port())).startsWith("HTTP/1.1 200");
  }

  @Test
  void aPageOfAnotherSiteCannotListenOrSend() {
    for (String origin : List.of("http://evil.example", "https://127.0.0.1:" + port(), "null")) {
      assertThatThrownBy(() -> connect("/screen", origin).join()).as(origin).isNotNull();
      assertThatThrownBy(() -> connect("/frames", origin).join()).as(origin).isNotNull();
    }
  }

  @Test
  void sampleCardsNeedTheKiosksOwnOriginAndAKnownName() throws Exception {
    assertThat(sample("{\"id\":\"s1\"}", "http://evil.example")).isEqualTo(403);
    assertThat(sample("{\"id\":\"other\"}", server.address())).isEqualTo(400);
    assertThat(sample("no json", server.address())).isEqualTo(400);
    assertThat(sample("{\"id\":\"s1\"}", server.address())).isEqualTo(202);
    assertThat(recorder.calls).containsExactly("sample s1");
  }

  @Test
  void aPageGetsTheStatusAndThenEveryAnswer() {
    connect("/screen", server.address()).join();
    await().until(() -> !received.isEmpty());
    assertThat(new JsonObject(received.get(0)).getString("type")).isEqualTo("status");
    server.show(Answers.all().get("ok-meal"));
    await().until(() -> states().contains("ok"));
  }

  @Test
  void aPageThatComesBackGetsWhatIsStillOnTheScreen() {
    server.show(Answers.all().get("ticket"));
    connect("/screen", server.address()).join();
    await().until(() -> states().contains("ticket"));
  }

  @Test
  void aPreviewGoesToThePagesThatAskedForOne() throws Exception {
    assertThat(server.wantsPreview()).isFalse();
    connect("/preview", server.address()).join();
    await().until(server::wantsPreview);
    server.preview(2, 1, new byte[] {7, 9});
  }

  @Test
  void aHintDoesNotTakeAnAnswerOffTheScreen() {
    connect("/screen", server.address()).join();
    server.seen(CLOSER);
    await().until(() -> states().contains("seen"));
    received.clear();
    server.show(Answers.all().get("ok-meal"));
    server.seen(CLOSER);
    server.show(Answers.all().get("see-staff"));
    await().until(() -> states().contains("see-staff"));
    assertThat(states()).containsExactly("ok", "see-staff");
  }

  @Test
  void aMegabyteOfTextIsHandedOnAsACode() {
    WebSocket page = connect("/screen", server.address()).join();
    String text = "x".repeat(1_000_000);
    page.sendText(new JsonObject().put("type", "text").put("text", text).encode(), true).join();
    await().until(() -> recorder.calls.contains("text of 1000000"));
  }

  @Test
  void malformedMessagesAreLeftAlone() {
    WebSocket page = connect("/screen", server.address()).join();
    for (String bad : List.of("", "{", "[]", "{\"type\":7}", "{\"type\":\"choose\",\"id\":{}}")) {
      page.sendText(bad, true).join();
    }
    page.sendText("{\"type\":\"help\"}", true).join();
    await().until(() -> !recorder.calls.isEmpty());
    assertThat(recorder.calls).containsExactly("help");
  }

  @Test
  void oneFrameIsUnderWayAtATimeAndAWrongSizeIsNoFrame() {
    WebSocket page = connect("/frames", server.address()).join();
    page.sendBinary(ByteBuffer.wrap(new byte[] {0, 2, 0, 2, 1, 2, 3}), true).join();
    page.sendBinary(ByteBuffer.wrap(new byte[] {0, 2, 0, 2, 1, 2, 3, 4}), true).join();
    await().until(() -> received.contains("next"));
    assertThat(recorder.calls).containsExactly("frame 2x2");
  }

  @Test
  void aPortInUseSaysSoAndWhatToDo() {
    ScreenConfig config = Answers.config(0);
    ScreenConfig taken =
        new ScreenConfig(port(), config.reader(), config.sounds(), config.helpWhere(), List.of());
    ScreenServer second =
        new ScreenServer(taken, recorder, () -> ScreenStatus.NONE, System::nanoTime);
    assertThatThrownBy(second::start)
        .isInstanceOf(IOException.class)
        .hasMessageContaining(String.valueOf(port()))
        .hasMessageContaining("http.port");
  }

  private int port() {
    return URI.create(server.address()).getPort();
  }

  private List<String> states() {
    return received.stream()
        .map(JsonObject::new)
        .filter(message -> message.getString("type").equals("screen"))
        .map(message -> message.getString("state"))
        .toList();
  }

  private HttpResponse<String> get(String path) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create(server.address() + path)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private int sample(String body, String origin) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.address() + "/demo/card"))
            .header("Origin", origin)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
  }

  /** A request as a hostile program would write it; the first line of the answer. */
  private String raw(String path, String host) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", port())) {
      String request =
          "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      InputStream in = socket.getInputStream();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().findFirst().orElse("");
    }
  }

  private CompletableFuture<WebSocket> connect(String path, String origin) {
    return http.newWebSocketBuilder()
        .header("Origin", origin)
        .buildAsync(
            URI.create(server.address().replace("http:", "ws:") + path), new Listener(received));
  }

  /** Collects whole text messages. */
  private static final class Listener implements WebSocket.Listener {
    private final List<String> received;
    private final StringBuilder part = new StringBuilder();

    Listener(List<String> received) {
      this.received = received;
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      part.append(data);
      if (last) {
        received.add(part.toString());
        part.setLength(0);
      }
      socket.request(1);
      return CompletableFuture.completedStage(null);
    }
  }

  /** Notes what the page asked for. */
  private static final class Recorder implements ScreenActions {
    private final List<String> calls = new CopyOnWriteArrayList<>();

    @Override
    public void text(String text, String keys) {
      calls.add("text of " + text.length());
    }

    @Override
    public void choose(String id) {
      calls.add("choose " + id);
    }

    @Override
    public void proxy() {
      calls.add("proxy");
    }

    @Override
    public void endProxy() {
      calls.add("proxy-end");
    }

    @Override
    public void help() {
      calls.add("help");
    }

    @Override
    public void endHelp() {
      calls.add("help-end");
    }

    @Override
    public void frame(int width, int height, byte[] luma, Runnable done) {
      calls.add("frame " + width + "x" + height);
      done.run();
    }

    @Override
    public void sample(String id) {
      calls.add("sample " + id);
    }
  }
}
