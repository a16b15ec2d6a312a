package io.jinlin.hub.testing;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** A real Mosquitto on a port of this machine. */
public final class Mosquitto implements AutoCloseable {
  private static final Path PROGRAM = Path.of("/usr/sbin/mosquitto");

  private final Path folder;
  private final int port;
  private Process process;

  private Mosquitto(Path folder, int port, Process process) {
    this.folder = folder;
    this.port = port;
    this.process = process;
  }

  /** A port that is free now, for the settings of a broker that is to be started. */
  public static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /**
   * Starts it, or skips the test where there is none.
   *
   * @param port on which the settings say that it listens
   */
  public static Mosquitto start(Path folder, int port, String settings) throws IOException {
    Assumptions.assumeTrue(Files.isExecutable(PROGRAM), "mosquitto is not installed");
    Files.writeString(folder.resolve("mosquitto.conf"), settings + "\nuser root\n");
    Mosquitto broker = new Mosquitto(folder, port, run(folder));
    await().atMost(20, TimeUnit.SECONDS).until(broker::listens);
    return broker;
  }

  private static Process run(Path folder) throws IOException {
    return new ProcessBuilder(PROGRAM.toString(), "-c", folder.resolve("mosquitto.conf").toString())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("mosquitto.log").toFile())
        .start();
  }

  private boolean listens() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  /** Its port. */
  public int port() {
    return port;
  }

  /** Kills it, and starts it again on the same port. */
  public void killAndStartAgain() throws IOException, InterruptedException {
    close();
    process = run(folder);
    await().atMost(20, TimeUnit.SECONDS).until(this::listens);
  }

  @Override
  public void close() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }
}
