package io.jinlin.e2e.proxy;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.List;

/** One connection through the proxy: two sockets, and a thread for each direction. */
final class Relay {
  private static final int CHUNK_BYTES = 1_024;

  private final List<Socket> sockets;

  private Relay(List<Socket> sockets) {
    this.sockets = sockets;
  }

  static Relay between(Socket client, Socket upstream, Gate gate) {
    Relay relay = new Relay(List.of(client, upstream));
    thread("fault-proxy-up", () -> relay.pump(client, upstream, gate));
    thread("fault-proxy-down", () -> relay.pump(upstream, client, gate));
    return relay;
  }

  static Relay silent(Socket client) {
    Relay relay = new Relay(List.of(client));
    thread("fault-proxy-silent", () -> relay.swallow(client));
    return relay;
  }

  static Thread thread(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  boolean closed() {
    return sockets.stream().anyMatch(Socket::isClosed);
  }

  void close() {
    sockets.forEach(Relay::quietly);
  }

  private void pump(Socket from, Socket to, Gate gate) {
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

  private void swallow(Socket client) {
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
