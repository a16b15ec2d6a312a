package io.jinlin.e2e.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaultProxyTest {
  private static final int SHORT_MS = 200;
  private static final int LONG_MS = 10_000;

  private ServerSocket echo;
  private FaultProxy proxy;

  @BeforeEach
  void startEcho() throws IOException {
    echo = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Relay.thread("echo", this::serve);
    proxy = FaultProxy.open(echo.getLocalPort());
  }

  @AfterEach
  void stop() throws IOException {
    proxy.close();
    echo.close();
  }

  @Test
  void bytesPassBothWays() throws IOException {
    try (Socket client = connect()) {
      assertThat(ask(client, 'a', LONG_MS)).isEqualTo('a');
    }
  }

  @Test
  void aRefusedConnectionIsRefusedAndAcceptedAgainLater() throws IOException {
    proxy.mode(FaultMode.REFUSE);
    assertThatThrownBy(this::connect).isInstanceOf(ConnectException.class);
    proxy.mode(FaultMode.PASS);
    try (Socket client = connect()) {
      assertThat(ask(client, 'b', LONG_MS)).isEqualTo('b');
    }
  }

  @Test
  void aCutEndsOpenConnectionsOnly() throws IOException {
    try (Socket client = connect()) {
      ask(client, 'c', LONG_MS);
      proxy.cut();
      assertThat(ended(client)).isTrue();
    }
    try (Socket client = connect()) {
      assertThat(ask(client, 'd', LONG_MS)).isEqualTo('d');
    }
  }

  @Test
  void whatWasStalledArrivesAfterwards() throws IOException {
    try (Socket client = connect()) {
      ask(client, 'e', LONG_MS);
      proxy.mode(FaultMode.STALL);
      assertThatThrownBy(() -> ask(client, 'f', SHORT_MS))
          .isInstanceOf(SocketTimeoutException.class);
      proxy.mode(FaultMode.PASS);
      client.setSoTimeout(LONG_MS);
      assertThat(client.getInputStream().read()).isEqualTo('f');
    }
  }

  @Test
  void aSilentPeerAcceptsAndNeverAnswers() throws IOException {
    proxy.mode(FaultMode.ACCEPT_SILENT);
    try (Socket client = connect()) {
      assertThatThrownBy(() -> ask(client, 'g', SHORT_MS))
          .isInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  void aDroppingPeerAcceptsAndHangsUp() throws IOException {
    proxy.mode(FaultMode.ACCEPT_DROP);
    try (Socket client = connect()) {
      assertThat(ended(client)).isTrue();
    }
  }

  @Test
  void aSlowNetworkTakesItsTime() throws IOException {
    proxy.mode(FaultMode.SLOW);
    try (Socket client = connect()) {
      long started = System.nanoTime();
      client.getOutputStream().write(new byte[FaultProxy.SLOW_BYTES_PER_SECOND / 4]);
      client.setSoTimeout(LONG_MS);
      client.getInputStream().readNBytes(FaultProxy.SLOW_BYTES_PER_SECOND / 4);
      assertThat(Duration.ofNanos(System.nanoTime() - started))
          .isGreaterThan(Duration.ofMillis(400));
    }
  }

  @Test
  void closedConnectionsAreForgotten() throws IOException {
    try (Socket client = connect()) {
      ask(client, 'h', LONG_MS);
      assertThat(proxy.connections()).isEqualTo(1);
    }
    await().untilAsserted(() -> assertThat(proxy.connections()).isZero());
  }

  private Socket connect() throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), proxy.port());
  }

  private static int ask(Socket client, char letter, int timeoutMs) throws IOException {
    client.setSoTimeout(timeoutMs);
    client.getOutputStream().write(letter);
    return client.getInputStream().read();
  }

  private static boolean ended(Socket client) throws IOException {
    client.setSoTimeout(LONG_MS);
    try {
      return client.getInputStream().read() < 0;
    } catch (SocketTimeoutException stillOpen) {
      return false;
    } catch (IOException reset) {
      return true;
    }
  }

  private void serve() {
    while (!echo.isClosed()) {
      try {
        Socket peer = echo.accept();
        Relay.thread("echo-peer", () -> echo(peer));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private static void echo(Socket peer) {
    try (peer;
        InputStream in = peer.getInputStream()) {
      in.transferTo(peer.getOutputStream());
    } catch (IOException gone) {
      // The proxy cuts connections; that is the point.
    }
  }
}
