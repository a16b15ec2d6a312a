package io.jinlin.hub.sample;

import io.jinlin.contract.card.CardCode;
import io.jinlin.contract.page.Device;
import io.jinlin.contract.page.RosterEntry;
import io.jinlin.hub.devices.Enrolment;
import io.jinlin.hub.residents.Guardian;
import io.jinlin.hub.residents.Names;
import io.jinlin.hub.residents.Person;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** The files beside the sample's database: cards to present, devices to start, who may sign in. */
final class SampleFiles {

  /** The cards, a line each: code, kind, hint, household. */
  static final String CARDS = "sample-cards.tsv";

  /** The accounts, a line each: name, password. */
  static final String ACCOUNTS = "sample-accounts.tsv";

  private final Path folder;

  SampleFiles(Path folder) {
    this.folder = folder;
  }

  /** Writes the enrolment file of each device; each holds the device's password. */
  void devices(String site, Map<Device, String> passwords, String host, int port)
      throws IOException {
    for (Map.Entry<Device, String> one : passwords.entrySet()) {
      new Enrolment(site, one.getKey(), host, port, one.getValue(), Optional.empty())
          .write(folder.resolve("devices"));
    }
  }

  /** Writes an account that can be used at once. */
  void account(String name, String password) throws IOException {
    secret(folder.resolve(ACCOUNTS), name + "\t" + password + "\n");
  }

  /** Readable by nobody else. */
  private static void secret(Path file, String text) throws IOException {
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, text, StandardCharsets.UTF_8);
  }

  /** Writes every card with what to expect of it, and one that the hub does not know. */
  void cards(Community community, LocalDate today) throws IOException {
    Map<Long, String> kinds = kinds(community, today);
    try (Writer out = Files.newBufferedWriter(folder.resolve(CARDS), StandardCharsets.UTF_8)) {
      out.write("# code\tkind\thint\thousehold\n");
      for (SampleCard card : community.cards()) {
        Person person = community.person(card.person());
        String kind = card.lost() ? "revoked" : kinds.getOrDefault(person.id(), "adult");
        String hint = Names.voice(person, today) + " " + card.number();
        out.write(line(card.code(), kind, hint, person.household().orElse(0)));
      }
      Random random = new Random(community.cards().size());
      out.write(line(CardCode.random(random), "unknown", "-", 0));
    }
  }

  private static String line(CardCode code, String kind, String hint, long household) {
    return String.format(Locale.ROOT, "%s\t%s\t%s\t%d%n", code.text(), kind, hint, household);
  }

  /** From the most special to the most ordinary: pupil, collector, a class, staff, age. */
  private static Map<Long, String> kinds(Community community, LocalDate today) {
    Map<Long, String> kinds = new HashMap<>();
    for (Person person : community.persons()) {
      int age = person.age(today);
      String byAge =
          age < Person.ADULT_YEARS ? "child" : age < Person.ELDER_YEARS ? "adult" : "elder";
      boolean staff = person.role() == Person.Role.STAFF;
      kinds.put(
          person.id(), staff ? RosterEntry.Kind.STAFF.name().toLowerCase(Locale.ROOT) : byAge);
    }
    Set<Long> pupils = new HashSet<>();
    for (io.jinlin.hub.residents.Enrolment enrolment : community.enrolments()) {
      kinds.put(enrolment.person(), enrolment.series());
      if (enrolment.series().equals(SampleTimetable.SCHOOL)) {
        pupils.add(enrolment.person());
      }
    }
    for (Guardian guardian : community.guardians()) {
      if (guardian.collects() && pupils.contains(guardian.child())) {
        kinds.put(guardian.adult(), "collector");
      }
    }
    pupils.forEach(pupil -> kinds.put(pupil, "pupil"));
    return kinds;
  }
}
