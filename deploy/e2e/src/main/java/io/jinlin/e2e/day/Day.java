package io.jinlin.e2e.day;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;

/** Who does what where: puts the sample site's people before its devices. */
final class Day {
  private static final List<String> ROOMS =
      List.of("kiosk-school", "kiosk-activity", "kiosk-reading", "kiosk-fitness", "kiosk-hall");
  private static final List<String> CANTEEN = List.of("kiosk-canteen-1", "kiosk-canteen-2");

  private final Agenda agenda;
  private final Random random;
  private final Deck deck;
  private final Function<String, Optional<Station>> stations;

  /**
   * @param stations a device by name; those that are missing are left out
   */
  Day(Agenda agenda, Random random, Deck deck, Function<String, Optional<Station>> stations) {
    this.agenda = agenda;
    this.random = random;
    this.deck = deck;
    this.stations = stations;
  }

  /** Fills the agenda. */
  void plan() {
    List<Station> kiosks = all(CANTEEN);
    Optional<Station> exit = stations.apply("exit-canteen");
    Optional<Station> door = stations.apply("door-canteen");
    if (!kiosks.isEmpty() && exit.isPresent() && door.isPresent()) {
      Doorway doorway = new Doorway(door.get(), random);
      agenda.always("canteen", new Canteen(agenda, random, kiosks, exit.get(), doorway, deck));
    }
    for (String room : ROOMS) {
      stations.apply(room).ifPresent(kiosk -> agenda.always(room, new Rooms(random, kiosk, deck)));
    }
    stations
        .apply("kiosk-clinic")
        .ifPresent(kiosk -> agenda.always("clinic", new Waiting(agenda, random, kiosk, deck)));
    stations
        .apply("door-hall")
        .ifPresent(
            hall ->
                agenda.always(
                    "hall", new Strollers(agenda, random, hall, new Doorway(hall, random))));
    List<Station> all = new ArrayList<>(kiosks);
    all.addAll(all(ROOMS));
    if (!all.isEmpty()) {
      agenda.always("help", new Helpless(agenda, random, all));
    }
  }

  private List<Station> all(List<String> devices) {
    return devices.stream().flatMap(device -> stations.apply(device).stream()).toList();
  }
}
