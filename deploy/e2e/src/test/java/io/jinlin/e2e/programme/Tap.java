package io.jinlin.e2e.programme;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Somebody on the wire between a kiosk and its hub, who hears every byte of both. */
final class Tap implements AutoCloseable {
  private static final int CHUNK_BYTES = 16_384;

  private final ServerSocket server = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
  private final int hub;

  Tap(int hub) throws IOException {
    this.hub = hub;
    thread(this::serve);
  }

  int port() {
    return server.getLocalPort();
  }

  /** What went either way so far. */
  byte[] heard() {
    synchronized (heard) {
      return heard.toByteArray();
    }
  }

  private static void thread(Runnable work) {
    Thread thread = new Thread(work, "tap");
    thread.setDaemon(true);
    thread.start();
  }

  private void serve() {
    try {
      while (true) {
        Socket kiosk = server.accept();
        Socket up = new Socket(InetAddress.getLoopbackAddress(), hub);
        sockets.add(kiosk);
        sockets.add(up);
        thread(() -> copy(kiosk, up));
        thread(() -> copy(up, kiosk));
      }
    } catch (IOException closed) {
      // The end of the test.
    }
  }

  private void copy(Socket from, Socket to) {
    byte[] chunk = new byte[CHUNK_BYTES];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
        synchronized (heard) {
          heard.write(chunk, 0, n);
        }
        out.write(chunk, 0, n);
        out.flush();
      }
    } catch (IOException over) {
      // One side is gone, and so is the other.
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }
}
