package io.jinlin.edge.uplink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server whose certificate is expired, made out to another name and signed by nobody. */
class PinnedKeyTest {
  private static final char[] PASSWORD = "changeit".toCharArray();

  @TempDir Path folder;
  private SSLServerSocket server;
  private String pin;

  @BeforeEach
  void serve() throws Exception {
    Path file = folder.resolve("hub.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "hub",
                "-keyalg",
                "EC",
                "-dname",
                "CN=somebody else",
                "-startdate",
                "-400d",
                "-validity",
                "30",
                "-keystore",
                file.toString(),
                "-storepass",
                new String(PASSWORD))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("keytool.log").toFile())
            .start();
    assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (var in = Files.newInputStream(file)) {
      keys.load(in, PASSWORD);
    }
    Certificate certificate = keys.getCertificate("hub");
    byte[] key = certificate.getPublicKey().getEncoded();
    pin = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key));
    KeyManagerFactory managers = KeyManagerFactory.getInstance("PKIX");
    managers.init(keys, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    server =
        (SSLServerSocket)
            context
                .getServerSocketFactory()
                .createServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  private int askThrough(String trusted) throws Exception {
    CompletableFuture<Void> answered =
        CompletableFuture.runAsync(
            () -> {
              try (Socket socket = server.accept()) {
                socket.getOutputStream().write(42);
              } catch (IOException refused) {
                throw new IllegalStateException(refused);
              }
            });
    try (Socket plain = new Socket(InetAddress.getLoopbackAddress(), server.getLocalPort());
        SSLSocket socket =
            (SSLSocket)
                PinnedKey.sockets(trusted)
                    .createSocket(plain, "hub.example", server.getLocalPort(), true)) {
      socket.setSoTimeout(20_000);
      socket.startHandshake();
      return socket.getInputStream().read();
    } finally {
      answered.handle((done, refused) -> done).get(20, TimeUnit.SECONDS);
    }
  }

  @Test
  void thePinnedKeyIsTrustedWhateverTheDateTheNameAndTheIssuer() throws Exception {
    assertThat(askThrough(pin)).isEqualTo(42);
  }

  @Test
  void anyOtherKeyIsRefusedAndTheAnswerSaysWhichSettingIsMeant() {
    String other = (pin.startsWith("0") ? "1" : "0") + pin.substring(1);
    assertThatThrownBy(() -> askThrough(other))
        .isInstanceOf(SSLException.class)
        .hasMessageContaining("hub.pin");
  }
}
