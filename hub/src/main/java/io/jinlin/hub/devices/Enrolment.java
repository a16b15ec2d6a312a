package io.jinlin.hub.devices;

import io.jinlin.contract.page.Device;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The file that a device is started with: who it is, where the hub is, and its password, which
 * stands nowhere else.
 */
public record Enrolment(String site, Device device, String host, int port, String password) {
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
            "");
    return Files.writeString(file, text, StandardCharsets.UTF_8);
  }

  /** Without the password, so that a careless log line does not carry it. */
  @Override
  public String toString() {
    return "Enrolment[" + device.id() + "]";
  }
}
