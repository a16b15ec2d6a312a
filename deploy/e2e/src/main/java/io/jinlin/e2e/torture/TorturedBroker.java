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
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Debian's Mosquitto with passwords and an access list, killed and started. */
final class TorturedBroker {
  private static final Duration SHORT = Duration.ofSeconds(30);
  private static final Duration POLL = Duration.ofMillis(50);
  private static final String PROGRAM = "/usr/sbin/mosquitto";

  private final Grounds grounds;
  private final int port;
  private final Path config;
  private @Nullable ChildProcess process;

  TorturedBroker(Grounds grounds, int port, Map<String, String> passwords) {
    this.grounds = grounds;
    this.port = port;
    this.config = grounds.root().resolve("mosquitto.conf");
    try {
      configure(passwords);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Whether it is installed. */
  static boolean installed() {
    return Files.isExecutable(Path.of(PROGRAM));
  }

  private void configure(Map<String, String> passwords) throws IOException {
    Path passwordFile = grounds.root().resolve("mosquitto.passwords");
    Path accessFile = grounds.root().resolve("mosquitto.acl");
    StringBuilder lines = new StringBuilder();
    passwords.forEach(
        (user, password) -> lines.append(user).append(':').append(password).append('\n'));
    Files.writeString(passwordFile, lines);
    run(List.of("mosquitto_passwd", "-U", passwordFile.toString()));
    String root = "jinlin/v1/" + Grounds.SITE;
    Files.writeString(
        accessFile,
        """
        pattern write %1$s/up/%%u/+
        pattern read %1$s/dn/%%u/+
        user hub
        topic read %1$s/up/+/+
        topic write %1$s/dn/+/+
        """
            .formatted(root));
    Files.writeString(
        config,
        """
        listener %d 127.0.0.1
        user root
        allow_anonymous false
        password_file %s
        acl_file %s
        persistence false
        """
            .formatted(port, passwordFile, accessFile));
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
