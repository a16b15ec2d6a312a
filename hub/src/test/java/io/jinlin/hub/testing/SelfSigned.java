package io.jinlin.hub.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jinlin.hub.config.HubConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A key and a certificate that the site signed itself, as an installer makes them. */
public final class SelfSigned {
  private static final Path OPENSSL = Path.of("/usr/bin/openssl");

  private SelfSigned() {}

  /** Makes them for 127.0.0.1; the test is skipped where there is no OpenSSL. */
  public static HubConfig.Tls make(Path folder) throws Exception {
    assumeTrue(Files.isExecutable(OPENSSL), "needs openssl");
    Path certificate = folder.resolve("hub.crt");
    Path key = folder.resolve("hub.pem");
    Process process =
        new ProcessBuilder(
                List.of(
                    OPENSSL.toString(),
                    "req",
                    "-x509",
                    "-newkey",
                    "ec",
                    "-pkeyopt",
                    "ec_paramgen_curve:prime256v1",
                    "-nodes",
                    "-days",
                    "3650",
                    "-subj",
                    "/CN=jinlin-hub",
                    "-addext",
                    "subjectAltName=IP:127.0.0.1",
                    "-keyout",
                    key.toString(),
                    "-out",
                    certificate.toString()))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("openssl.log").toFile())
            .start();
    if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
      throw new IllegalStateException(Files.readString(folder.resolve("openssl.log")));
    }
    return new HubConfig.Tls(certificate, key);
  }
}
