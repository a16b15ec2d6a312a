package io.jinlin.e2e.proxy;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Optional;

/** One connection through the proxy: two sockets, and a thread for each direction. */
final class Relay {
  private static final int CHUNK_BYTES = 1_024;

  private final Socket client;
  private final Optional<Socket> upstream;
  private final Gate gate;

  private Relay(Socket client, Optional<Socket> upstream, Gate gate) {
    this.client = client;
    this.upstream = upstream;
    this.gate = gate;
  }

  static Relay between(Socket client, Socket upstream, Gate gate) {
    return new Relay(client, Optional.of(upstream), gate);
  }

  static Relay silent(Socket client, Gate gate) {
    return new Relay(client, Optional.empty(), gate);
  }

  /** Begins to pass bytes; by then whoever may cut the connection knows of it. */
  void start() {
    if (upstream.isEmpty()) {
      thread("fault-proxy-silent", this::swallow);
      return;
    }
    Socket peer = upstream.get();
    thread("fault-proxy-up", () -> pump(client, peer));
    thread("fault-proxy-down", () -> pump(peer, client));
  }

  static Thread thread(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  boolean closed() {
    return client.isClosed() || upstream.filter(Socket::isClosed).isPresent();
  }

  void close() {
    quietly(client);
    upstream.ifPresent(Relay::quietly);
  }

  private void pump(Socket from, Socket to) {
    byte[] chunk = new byte[CHUNK_BYTES];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
        gate.pass(read);
        out.write(chunk, 0, read);
      }
    } catch (IOException | InterruptedException severed) {
      // The other direction learns of it by the close below.
    } finally {
      close();
    }
  }

  private void swallow() {
    try {
      client.getInputStream().transferTo(OutputStream.nullOutputStream());
    } catch (IOException severed) {
      // Nothing was promised to anybody.
    } finally {
      close();
    }
  }

  static void quietly(Closeable closeable) {
    try {
      closeable.close();
    } catch (IOException alreadyGone) {
      // Closing is all that was wanted.
    }
  }
}
