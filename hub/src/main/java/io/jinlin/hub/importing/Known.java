package io.jinlin.hub.importing;

import io.jinlin.hub.register.Entry;
import io.jinlin.hub.register.Register;
import io.jinlin.hub.residents.Household;
import io.jinlin.hub.residents.Residents;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who and what the hub knows, by everything that a line may be recognised by. */
final class Known {
  private final Map<Long, Entry> people = new HashMap<>();
  private final Map<String, Entry> numbers = new HashMap<>();
  private final Map<String, Entry> identities = new HashMap<>();
  private final Map<String, List<Entry>> names = new HashMap<>();
  private final Map<String, Household> doors = new HashMap<>();
  private final Map<String, String> grids = new HashMap<>();
  private final long nextPerson;
  private final long nextHousehold;

  private Known(Connection db, LocalDate day) throws SQLException {
    Register register = new Register(db);
    for (Entry entry : register.entries(day)) {
      people.put(entry.person().id(), entry);
      entry.number().ifPresent(number -> numbers.put(number, entry));
      entry.identity().ifPresent(identity -> identities.put(identity.hash(), entry));
      String key = key(entry.person().name(), entry.person().born());
      names.computeIfAbsent(key, none -> new ArrayList<>()).add(entry);
    }
    for (Household home : new Residents(db).households()) {
      doors.put(home.address(), home);
      grids.put(block(home.phase(), home.block()), home.grid());
    }
    nextPerson = register.nextPerson();
    nextHousehold = register.nextHousehold();
  }

  static Known load(Connection db, LocalDate day) throws SQLException {
    return new Known(db, day);
  }

  Optional<Entry> person(long id) {
    return Optional.ofNullable(people.get(id));
  }

  Optional<Entry> byNumber(String number) {
    return Optional.ofNullable(numbers.get(number));
  }

  Optional<Entry> byIdentity(String hash) {
    return Optional.ofNullable(identities.get(hash));
  }

  List<Entry> byName(String name, LocalDate born) {
    return names.getOrDefault(key(name, born), List.of());
  }

  Optional<Household> home(Values.Door door) {
    return Optional.ofNullable(doors.get(door.toString()));
  }

  /** The grid that the doors of a block belong to. */
  Optional<String> gridOf(int phase, int block) {
    return Optional.ofNullable(grids.get(block(phase, block)));
  }

  long nextPerson() {
    return nextPerson;
  }

  long nextHousehold() {
    return nextHousehold;
  }

  static String key(String name, LocalDate born) {
    return name + " " + born;
  }

  private static String block(int phase, int block) {
    return phase + "-" + block;
  }
}
