package io.jinlin.hub.devices;

import io.jinlin.contract.page.Device;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The file that a device is started with: who it is, where the hub is, and its password, which
 * stands nowhere else, and the pin of the hub's key where it speaks TLS.
 */
public record Enrolment(
    String site, Device device, String host, int port, String password, Optional<String> pin) {
  /**
   * The pin of a certificate in PEM: SHA-256 of its public key (SubjectPublicKeyInfo), hexadecimal.
   * The key must stay when the certificate is renewed.
   */
  public static String pin(Path certificate) throws IOException {
    try (InputStream in = Files.newInputStream(certificate)) {
      PublicKey key =
          CertificateFactory.getInstance("X.509").generateCertificate(in).getPublicKey();
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
      return HexFormat.of().formatHex(digest);
    } catch (GeneralSecurityException e) {
      throw new IOException(certificate + " is not a certificate in PEM", e);
    }
  }

  /**
   * Writes {@code <folder>/<device>.properties}, readable by its owner only.
   *
   * @return the file
   */
  public Path write(Path folder) throws IOException {
    Files.createDirectories(folder);
    Path file = folder.resolve(device.id() + ".properties");
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    String text =
        String.join(
            "\n",
            "# " + device.name(),
            "site=" + site,
            "device=" + device.id(),
            "hub.host=" + host,
            "hub.port=" + port,
            "hub.password=" + password,
            pin.map(value -> "hub.pin=" + value + "\n").orElse(""));
    return Files.writeString(file, text, StandardCharsets.UTF_8);
  }

  /** Without the password, so that a careless log line does not carry it. */
  @Override
  public String toString() {
    return "Enrolment[" + device.id() + "]";
  }
}
