package io.jinlin.kiosk.printer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntUnaryOperator;

/** A printer on a TCP port that behaves well or badly. */
final class FakePrinter implements AutoCloseable {
  /** Answers nothing and keeps the connection. */
  static final int SILENT = -1;

  static final int READY = 0x12;
  static final int PAPER_END = 0x72;
  static final int STOPPED_NO_PAPER = 0x32;
  static final int COVER_OPEN = 0x16;

  private final ServerSocket server;
  private final ByteArrayOutputStream paper = new ByteArrayOutputStream();
  private final CopyOnWriteArrayList<Socket> sockets = new CopyOnWriteArrayList<>();
  private volatile IntUnaryOperator answers;
  private volatile int connections;
  private volatile int pulledAfter = Integer.MAX_VALUE;
  private volatile Trait trait = Trait.NONE;

  /** What else is wrong with it. */
  enum Trait {
    NONE,
    /** Takes the connection and never reads. */
    DEAF,
    /** Sends without being asked, and without an end. */
    CHATTERING
  }

  /**
   * Listens.
   *
   * @param answers what is said to the question DLE EOT n
   */
  FakePrinter(IntUnaryOperator answers) throws IOException {
    this.answers = answers;
    this.server = new ServerSocket(0, 4, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(this::serve, "fake-printer");
    thread.setDaemon(true);
    thread.start();
  }

  PrinterSettings settings() {
    return new PrinterSettings(
        new PrinterSettings.Port.Network("127.0.0.1", server.getLocalPort()), true);
  }

  void becomes(IntUnaryOperator now) {
    answers = now;
  }

  /** The cable is pulled after so many bytes of a slip; the paper up to there is printed. */
  void pulledAfter(int bytes) {
    pulledAfter = bytes;
  }

  void is(Trait now) {
    trait = now;
  }

  int connections() {
    return connections;
  }

  /** What was printed, the questions left out. */
  byte[] paper() {
    synchronized (paper) {
      return paper.toByteArray();
    }
  }

  private void serve() {
    try {
      while (true) {
        Socket socket = server.accept();
        connections++;
        sockets.add(socket);
        Thread one = new Thread(() -> talk(socket), "fake-printer-talk");
        one.setDaemon(true);
        one.start();
      }
    } catch (IOException closed) {
      // The end of the test.
    }
  }

  private void talk(Socket socket) {
    try {
      if (trait == Trait.DEAF) {
        return;
      }
      if (trait == Trait.CHATTERING) {
        chatter(socket);
      }
      int slip = 0;
      InputStream in = socket.getInputStream();
      for (int one = in.read(); one >= 0; one = in.read()) {
        if (one == 0x10) {
          in.read();
          int answer = answers.applyAsInt(in.read());
          if (answer != SILENT) {
            socket.getOutputStream().write(answer);
            socket.getOutputStream().flush();
          }
        } else if (++slip > pulledAfter) {
          // No goodbye: what was on the way is lost, as when a cable is pulled.
          socket.setSoLinger(true, 0);
          socket.close();
          return;
        } else {
          synchronized (paper) {
            paper.write(one);
          }
        }
      }
    } catch (IOException closed) {
      // The other side is gone.
    }
  }

  private static void chatter(Socket socket) throws IOException {
    byte[] noise = "HTTP/1.1 400 Bad Request\r\n".repeat(100).getBytes(StandardCharsets.US_ASCII);
    while (!socket.isClosed()) {
      socket.getOutputStream().write(noise);
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
