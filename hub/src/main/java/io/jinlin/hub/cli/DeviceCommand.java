package io.jinlin.hub.cli;

import io.jinlin.contract.page.Device;
import io.jinlin.hub.config.HubConfig;
import io.jinlin.hub.devices.DeviceTable;
import io.jinlin.hub.devices.Enrolment;
import io.jinlin.hub.devices.TicketRanges;
import io.jinlin.hub.serve.HubFiles;
import io.jinlin.hub.store.DataFolder;
import io.jinlin.hub.store.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hub device add|english|list|revoke}. */
@Command(
    name = "device",
    mixinStandardHelpOptions = true,
    description = "Devices and what proves them.")
final class DeviceCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  @Command(
      name = "add",
      mixinStandardHelpOptions = true,
      description =
          "Adds a device, or gives a known one a new password; writes its enrolment file.")
  int add(
      @Mixin Settings settings,
      @Parameters(paramLabel = "ID", description = "Its identifier.") String id,
      @Option(names = "--name", required = true, description = "Its name for staff.") String name,
      @Option(
              names = "--name-english",
              defaultValue = "",
              description = "Its name for staff who read English; else the other.")
          String nameEnglish,
      @Option(names = "--place", required = true, description = "Where it stands.") String place,
      @Option(
              names = "--role",
              defaultValue = "entrance",
              description = "entrance, exit or door (default: ${DEFAULT-VALUE}).")
          String role,
      @Option(
              names = "--ticket-base",
              defaultValue = "0",
              description = "Its clinic numbers begin after this; 0 for none.")
          int ticketBase,
      @Option(
              names = "--same-disk",
              description =
                  "It keeps its disk, and so remembers which clinic numbers it gave today.")
          boolean sameDisk)
      throws IOException {
    HubConfig config = settings.read();
    Device device = device(id, name, place, role, ticketBase);
    DataFolder.make(config.data());
    try (Database database = Database.open(HubFiles.database(config))) {
      long now = InstantSource.system().millis();
      SecureRandom random = new SecureRandom();
      if (!sameDisk) {
        checkNumbers(device, database.read(db -> TicketRanges.lastGiven(db, device, now)));
      }
      String password = put(database, device, nameEnglish, now, random);
      Enrolment enrolment =
          new Enrolment(
              config.site(),
              device,
              config.mqtt().host(),
              config.mqtt().port(),
              password,
              pin(config));
      Path file = enrolment.write(config.data().resolve("devices"));
      spec.commandLine().getOut().println(file);
    }
    return 0;
  }

  private void checkNumbers(Device device, OptionalInt last) {
    if (last.isPresent()) {
      throw new ParameterException(
          spec.commandLine(),
          "%s gave clinic numbers up to %d in the last day; with an empty disk it would give them"
                  .formatted(device.id(), last.getAsInt())
              + " again. Choose another --ticket-base, or say --same-disk if it keeps its disk.");
    }
  }

  private String put(
      Database database, Device device, String nameEnglish, long now, SecureRandom random) {
    try {
      return database.write(
          db -> {
            String password = DeviceTable.put(db, device, now, random);
            DeviceTable.nameEnglish(db, device.id(), nameEnglish);
            return password;
          });
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
    }
  }

  private static Optional<String> pin(HubConfig config) throws IOException {
    return config.tls().isPresent()
        ? Optional.of(Enrolment.pin(config.tls().get().certificate()))
        : Optional.empty();
  }

  private Device device(String id, String name, String place, String role, int ticketBase) {
    try {
      Device.Role known = Device.Role.valueOf(role.toUpperCase(Locale.ROOT));
      return new Device(id, name, place, known, ticketBase);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
    }
  }

  @Command(
      name = "english",
      mixinStandardHelpOptions = true,
      description = "Gives a device its English name, also while the hub runs; \"\" takes it away.")
  int english(
      @Mixin Settings settings,
      @Parameters(paramLabel = "ID", description = "Its identifier.") String id,
      @Parameters(paramLabel = "NAME", description = "1 to 80 characters.") String name) {
    HubConfig config = settings.read();
    try (Database database = Database.open(HubFiles.database(config))) {
      if (!database.write(db -> DeviceTable.nameEnglish(db, id, name))) {
        spec.commandLine().getErr().println("there is no device " + id);
        return Main.FAILED;
      }
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
    }
    return 0;
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Lists the devices that are let in.")
  int list(@Mixin Settings settings) {
    HubConfig config = settings.read();
    CommandLine command = spec.commandLine();
    try (Database database = Database.open(HubFiles.database(config))) {
      for (Device device : database.read(DeviceTable::all)) {
        command
            .getOut()
            .printf(
                "%-24s %-12s %-24s %s%n",
                device.id(), device.role(), device.place(), device.name());
      }
    }
    return 0;
  }

  @Command(
      name = "revoke",
      mixinStandardHelpOptions = true,
      description = "Lets a device in no more; a running hub ends its connection within a second.")
  int revoke(
      @Mixin Settings settings,
      @Parameters(paramLabel = "ID", description = "Its identifier.") String id) {
    HubConfig config = settings.read();
    try (Database database = Database.open(HubFiles.database(config))) {
      long now = InstantSource.system().millis();
      boolean revoked = database.write(db -> DeviceTable.revoke(db, id, now));
      if (!revoked) {
        spec.commandLine().getErr().println("there is no device " + id + " that is let in");
        return Main.FAILED;
      }
    }
    return 0;
  }
}
