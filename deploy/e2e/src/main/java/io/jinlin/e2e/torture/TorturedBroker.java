package io.jinlin.e2e.torture;

import io.jinlin.e2e.process.ChildProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Debian's Mosquitto with the files that a site installs, killed and started. */
final class TorturedBroker {
  private static final Duration SHORT = Duration.ofSeconds(30);
  private static final Duration POLL = Duration.ofMillis(50);
  private static final Path DEPLOY =
      Path.of(System.getProperty("jinlin.root", "../..")).resolve("deploy/mosquitto");
  private static final String PROGRAM = "/usr/sbin/mosquitto";

  private final Grounds grounds;
  private final int port;
  private final Path config;
  private @Nullable ChildProcess process;

  TorturedBroker(Grounds grounds, int port) {
    this.grounds = grounds;
    this.port = port;
    this.config = grounds.root().resolve("mosquitto.conf");
    try {
      configure();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Whether it is installed. */
  static boolean installed() {
    return Files.isExecutable(Path.of(PROGRAM));
  }

  /** What a site installs, with other paths and another port. */
  private void configure() throws IOException {
    Path passwords = grounds.root().resolve("mosquitto.passwords");
    run(
        List.of(
            DEPLOY.resolve("passwords").toRealPath().toString(),
            grounds.hubData().toString(),
            passwords.toString()));
    String installed =
        Files.readString(DEPLOY.resolve("jinlin.conf"))
            .replace("listener 1883", "listener " + port)
            .replace("/etc/mosquitto/jinlin.passwords", passwords.toString())
            .replace("/etc/mosquitto/jinlin.acl", DEPLOY.resolve("acl").toRealPath().toString());
    // A test's files belong to whoever runs it.
    String user = "user " + System.getProperty("user.name");
    Files.writeString(config, installed + System.lineSeparator() + user + System.lineSeparator());
  }

  private void run(List<String> command) {
    try (ChildProcess child =
        ChildProcess.start(command, grounds.root(), grounds.log("mosquitto-passwd"))) {
      if (!child.awaitEnd(SHORT) || child.exitCode() != 0) {
        throw new IllegalStateException(command + " failed");
      }
    }
  }

  /** Starts it, and waits until it listens. */
  void start() {
    ChildProcess started =
        ChildProcess.start(
            List.of(PROGRAM, "-c", config.toString()), grounds.root(), grounds.log("mosquitto"));
    process = started;
    long deadline = System.nanoTime() + SHORT.toNanos();
    while (!listens()) {
      if (System.nanoTime() > deadline || started.awaitEnd(POLL)) {
        throw new IllegalStateException("mosquitto does not listen; see mosquitto.log");
      }
    }
  }

  private boolean listens() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  /** SIGKILL, then a new start. */
  void killAndStart() {
    stop();
    start();
  }

  /** SIGKILL. */
  void stop() {
    ChildProcess running = process;
    if (running != null) {
      running.kill();
      process = null;
    }
  }
}
