package io.jinlin.e2e.mqtt;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;

/**
 * Publishes with QoS 1 and a window of messages that are not acknowledged yet. One thread
 * publishes, another reads. Not a client for devices: it neither pings nor connects again.
 */
public final class LoadClient implements AutoCloseable {
  private static final int BUFFER_BYTES = 32 * 1024;
  private static final int TIMEOUT_S = 20;
  private static final int MAX_ID = 0xffff;

  private final Socket socket;
  private final OutputStream out;
  private final Semaphore window;
  private final int windowSize;
  private final AtomicLong acknowledged = new AtomicLong();
  private final CountDownLatch subscribed = new CountDownLatch(1);
  private final BiConsumer<String, byte[]> listener;
  private volatile boolean lost;
  private int nextId;

  private LoadClient(Socket socket, int windowSize, BiConsumer<String, byte[]> listener)
      throws IOException {
    this.socket = socket;
    this.out = new BufferedOutputStream(socket.getOutputStream(), BUFFER_BYTES);
    this.windowSize = windowSize;
    this.window = new Semaphore(windowSize);
    this.listener = listener;
  }

  /**
   * Connects to this machine and subscribes.
   *
   * @param clientId also the user's name
   * @param windowSize messages that may be on their way
   * @param listener told topic and payload of what comes, on the reading thread
   * @throws IOException when nobody answers or the password is wrong
   */
  public static LoadClient connect(
      int port,
      String clientId,
      String password,
      String filter,
      int windowSize,
      BiConsumer<String, byte[]> listener)
      throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    DataInputStream in =
        new DataInputStream(new BufferedInputStream(socket.getInputStream(), BUFFER_BYTES));
    LoadClient client = new LoadClient(socket, windowSize, listener);
    client.send(Packets.connect(clientId, clientId, password), true);
    Packets.Incoming answer = Packets.read(in);
    if (answer.type() != Packets.CONNACK || answer.body()[1] != 0) {
      socket.close();
      throw new IOException("not let in as " + clientId);
    }
    Thread reader = new Thread(() -> client.read(in), "load-" + clientId);
    reader.setDaemon(true);
    reader.start();
    client.send(Packets.subscribe(MAX_ID, filter), true);
    client.await(client.subscribed);
    return client;
  }

  /** Publishes; waits while the window is full. */
  public void publish(String topic, byte[] payload) throws IOException {
    if (!window.tryAcquire()) {
      flush();
      acquire();
    }
    nextId = nextId % (MAX_ID - 1) + 1;
    send(Packets.publish(nextId, topic, payload), false);
  }

  /** Hands over what is buffered. */
  public void flush() throws IOException {
    synchronized (out) {
      out.flush();
    }
  }

  /** Messages of this client that were acknowledged. */
  public long acknowledged() {
    return acknowledged.get();
  }

  /** Waits until everything published is acknowledged. */
  public void drain() throws IOException {
    flush();
    for (int i = 0; i < windowSize; i++) {
      acquire();
    }
    window.release(windowSize);
  }

  private void acquire() throws IOException {
    try {
      if (!window.tryAcquire(TIMEOUT_S, TimeUnit.SECONDS) || lost) {
        throw new IOException("no acknowledgement, lost=" + lost);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException(interrupted);
    }
  }

  private void await(CountDownLatch latch) throws IOException {
    try {
      if (!latch.await(TIMEOUT_S, TimeUnit.SECONDS)) {
        throw new IOException("no answer to the subscription");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException(interrupted);
    }
  }

  private void send(byte[] packet, boolean now) throws IOException {
    synchronized (out) {
      out.write(packet);
      if (now) {
        out.flush();
      }
    }
  }

  private void read(DataInputStream in) {
    try {
      while (true) {
        take(Packets.read(in));
      }
    } catch (IOException closed) {
      lost = true;
      window.release(windowSize);
    }
  }

  private void take(Packets.Incoming packet) throws IOException {
    switch (packet.type()) {
      case Packets.PUBACK -> {
        acknowledged.incrementAndGet();
        window.release();
      }
      case Packets.SUBACK -> subscribed.countDown();
      case Packets.PUBLISH -> deliver(packet);
      default -> {
        // Nothing else is expected, and nothing else matters to a load.
      }
    }
  }

  private void deliver(Packets.Incoming packet) throws IOException {
    byte[] body = packet.body();
    int topicEnd = 2 + packet.topicLength();
    int start = topicEnd;
    if (packet.wantsAcknowledgement()) {
      send(Packets.acknowledge(packet.id(topicEnd)), true);
      start += 2;
    }
    String topic = new String(body, 2, packet.topicLength(), StandardCharsets.UTF_8);
    listener.accept(topic, Arrays.copyOfRange(body, start, body.length));
  }

  @Override
  public void close() {
    try {
      send(Packets.disconnect(), true);
      socket.close();
    } catch (IOException alreadyGone) {
      // Nothing is left to say goodbye to.
    }
  }
}
