package io.jinlin.e2e.proxy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Listens on a loopback port and passes each connection on to another, in the {@link FaultMode} of
 * the moment, which can be switched from any thread while connections are open. Each connection has
 * two threads; there are few connections in a test.
 */
public final class FaultProxy implements AutoCloseable {
  /** Speed of {@link FaultMode#SLOW} in each direction. */
  public static final int SLOW_BYTES_PER_SECOND = 4_096;

  /** Most connections at once; more are closed as they come. */
  public static final int MAX_CONNECTIONS = 64;

  private static final int LOWEST_PORT = 20_000;
  private static final int HIGHEST_PORT = 32_000;
  private static final int ATTEMPTS = 100;
  private static final int CONNECT_TIMEOUT_MS = 2_000;

  private final Gate gate = new Gate();
  private final Set<Relay> relays = ConcurrentHashMap.newKeySet();
  private final int port;
  private volatile int upstreamPort;
  private @Nullable ServerSocket listener;
  private @Nullable Thread acceptor;

  private FaultProxy(int port, int upstreamPort) throws IOException {
    this.upstreamPort = upstreamPort;
    this.port = listen(port);
  }

  /**
   * Opens a proxy before a port of this machine. Its own port is below those from which the kernel
   * takes ports for connections, so that nobody has it when it listens again after refusing.
   */
  public static FaultProxy open(int upstreamPort) {
    for (int i = 0; i < ATTEMPTS; i++) {
      try {
        int port = ThreadLocalRandom.current().nextInt(LOWEST_PORT, HIGHEST_PORT);
        return new FaultProxy(port, upstreamPort);
      } catch (IOException taken) {
        // The next one may be free.
      }
    }
    throw new IllegalStateException("no free port in " + ATTEMPTS + " attempts");
  }

  /** The port that clients connect to; it never changes. */
  public int port() {
    return port;
  }

  /** Where new connections lead from now on. */
  public void upstream(int newPort) {
    upstreamPort = newPort;
  }

  /** The mode of the moment. */
  public FaultMode mode() {
    return gate.mode();
  }

  /** Switches the mode for open and new connections. */
  public synchronized void mode(FaultMode mode) {
    gate.set(mode);
    if (mode == FaultMode.REFUSE) {
      stopListening();
      cut();
    } else if (listener == null && !gate.closed()) {
      try {
        listen(port);
      } catch (IOException taken) {
        throw new UncheckedIOException(taken);
      }
    }
  }

  /** Severs all open connections; new ones go by the mode. */
  public void cut() {
    relays.forEach(Relay::close);
    relays.clear();
  }

  /** How many connections are open. */
  public int connections() {
    relays.removeIf(Relay::closed);
    return relays.size();
  }

  @Override
  public synchronized void close() {
    gate.close();
    stopListening();
    cut();
  }

  private int listen(int wanted) throws IOException {
    ServerSocket socket = new ServerSocket();
    socket.setReuseAddress(true);
    socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted));
    listener = socket;
    acceptor = Relay.thread("fault-proxy-accept", () -> accept(socket));
    return socket.getLocalPort();
  }

  /** The kernel goes on listening until the thread that waits for a connection has returned. */
  private void stopListening() {
    if (listener != null) {
      Relay.quietly(listener);
      listener = null;
    }
    if (acceptor != null) {
      try {
        acceptor.join(2L * CONNECT_TIMEOUT_MS);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
      acceptor = null;
    }
  }

  private void accept(ServerSocket socket) {
    while (!socket.isClosed()) {
      try {
        admit(socket.accept());
      } catch (IOException closedOrRefused) {
        // A closed listener ends the loop; a client that went away is not our trouble.
      }
    }
  }

  private void admit(Socket client) throws IOException {
    FaultMode mode = gate.mode();
    if (mode == FaultMode.ACCEPT_DROP || mode == FaultMode.REFUSE || gate.closed()) {
      client.close();
    } else if (connections() >= MAX_CONNECTIONS) {
      client.close();
    } else if (mode == FaultMode.ACCEPT_SILENT) {
      begin(Relay.silent(client, gate));
    } else {
      begin(connect(client));
    }
  }

  /** Known before a byte passes: a cut that comes right after the first byte finds it. */
  private void begin(Relay relay) {
    relays.add(relay);
    relay.start();
  }

  private Relay connect(Socket client) throws IOException {
    Socket upstream = new Socket();
    try {
      upstream.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), upstreamPort),
          CONNECT_TIMEOUT_MS);
      return Relay.between(client, upstream, gate);
    } catch (IOException nobodyThere) {
      client.close();
      upstream.close();
      throw nobodyThere;
    }
  }
}
