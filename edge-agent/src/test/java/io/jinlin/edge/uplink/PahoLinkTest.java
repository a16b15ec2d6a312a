package io.jinlin.edge.uplink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jinlin.contract.config.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PahoLinkTest {
  private static final int ATTEMPTS = 15;

  /** A peer that accepts and does nothing, or drops at once. */
  private static final class Peer implements AutoCloseable {
    final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    final List<Socket> held = new ArrayList<>();
    final Thread thread;

    Peer(boolean drop) throws IOException {
      thread =
          new Thread(
              () -> {
                try {
                  while (true) {
                    Socket socket = server.accept();
                    if (drop) {
                      socket.close();
                    } else {
                      held.add(socket);
                    }
                  }
                } catch (IOException closed) {
                  assertThat(server.isClosed()).isTrue();
                }
              });
      thread.setDaemon(true);
      thread.start();
    }

    PahoLink link() {
      return new PahoLink(
          new Identity("site", "kiosk-1", "test"),
          new HubAddress(
              "127.0.0.1", server.getLocalPort(), new Secret("secret"), Optional.empty()));
    }

    @Override
    public void close() throws IOException {
      server.close();
      for (Socket socket : held) {
        socket.close();
      }
    }
  }

  private static final class Told implements LinkEvents {
    final LinkedBlockingQueue<String> events = new LinkedBlockingQueue<>();

    @Override
    public void connected() {
      events.add("connected");
    }

    @Override
    public void received(String topic, byte[] payload) {
      events.add(topic);
    }

    @Override
    public void lost(String reason) {
      events.add("lost");
    }
  }

  @Test
  void aPeerThatAcceptsAndDropsIsALossAndThreadsDoNotGrow() throws Exception {
    try (Peer peer = new Peer(true)) {
      long before = threads();
      for (int i = 0; i < ATTEMPTS; i++) {
        PahoLink link = peer.link();
        Told told = new Told();
        link.connect(told);
        assertThat(told.events.poll(10, TimeUnit.SECONDS)).isEqualTo("lost");
        link.close();
      }
      awaitThreads(before);
    }
  }

  @Test
  void aPeerThatAcceptsAndSaysNothingCanBeLeftAndThreadsDoNotGrow() throws Exception {
    try (Peer peer = new Peer(false)) {
      long before = threads();
      for (int i = 0; i < ATTEMPTS; i++) {
        PahoLink link = peer.link();
        link.connect(new Told());
        int expected = i + 1;
        await().until(() -> peer.held.size() >= expected);
        link.close();
      }
      awaitThreads(before);
    }
  }

  @Test
  void nobodyAtThePortIsALossAndThreadsDoNotGrow() throws Exception {
    Peer peer = new Peer(true);
    peer.close();
    long before = threads();
    for (int i = 0; i < ATTEMPTS; i++) {
      PahoLink link = peer.link();
      Told told = new Told();
      link.connect(told);
      assertThat(told.events.poll(10, TimeUnit.SECONDS)).isEqualTo("lost");
      link.close();
    }
    awaitThreads(before);
  }

  private static void awaitThreads(long before) {
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> assertThat(threads()).isLessThanOrEqualTo(before + 2));
  }

  private static long threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("MQTT"))
        .count();
  }
}
