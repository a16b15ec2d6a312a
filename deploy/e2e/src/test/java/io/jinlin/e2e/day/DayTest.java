package io.jinlin.e2e.day;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jinlin.contract.event.Fact.Passage.Direction;
import io.jinlin.contract.page.Session;
import io.jinlin.edge.decide.PlaceNow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hours of people in a moment: the day is played on a clock that the test moves. */
class DayTest {
  @TempDir Path folder;

  private final AtomicLong millis = new AtomicLong();
  private final Agenda agenda = new Agenda(millis::get, 1);
  private final Map<String, FakeStation> stations = new HashMap<>();
  private Deck deck;

  @BeforeEach
  void cards() throws IOException {
    StringBuilder lines = new StringBuilder("# code\tkind\thint\thousehold\n");
    for (int i = 0; i < 300; i++) {
      lines.append("J1ELDER").append(i).append("\telder\t-\t1\n");
      lines.append("J1ADULT").append(i).append("\tadult\t-\t1\n");
    }
    for (int i = 0; i < 40; i++) {
      lines.append("J1PUPIL").append(i).append("\tpupil\t-\t1\n");
      lines.append("J1COLLECTOR").append(i).append("\tcollector\t-\t1\n");
    }
    lines.append("J1NOBODY\tunknown\t-\t0\n");
    Path file = Files.writeString(folder.resolve("sample-cards.tsv"), lines);
    deck = Deck.read(file, new Random(1));
  }

  private LocalDateTime now() {
    return FakeStation.OPENS.plus(Duration.ofMillis(millis.get()));
  }

  private FakeStation station(String device) {
    return stations.computeIfAbsent(device, name -> new FakeStation(this::now));
  }

  private void play(Duration time) {
    long end = millis.get() + time.toMillis();
    for (long next = agenda.run(); millis.get() + next < end; next = agenda.run()) {
      millis.addAndGet(next);
    }
    millis.set(end);
  }

  private void plan(String... devices) {
    for (String device : devices) {
      station(device);
    }
    new Day(agenda, new Random(2), deck, device -> Optional.ofNullable(stations.get(device)))
        .plan();
  }

  @Test
  void aLunchServesItsRegularsOnceEachAndMostInTheRush() {
    plan("kiosk-canteen-1", "kiosk-canteen-2", "exit-canteen", "door-canteen");
    play(Duration.ofMinutes(45));
    int inTheRush = served().size();
    play(Duration.ofMinutes(74));
    assertThat(inTheRush).isGreaterThan(150);
    assertThat(new HashSet<>(served())).hasSize(Canteen.REGULARS);
    long again = served().size() - Canteen.REGULARS;
    assertThat(again).as("some scan twice").isBetween(1L, 25L);
  }

  private List<String> served() {
    List<String> served = new ArrayList<>(station("kiosk-canteen-1").presented);
    served.addAll(station("kiosk-canteen-2").presented);
    served.removeIf(code -> !code.matches("J1ELDER\\d+") || !deck.of("elder").contains(code));
    // The damaged code of the first elder may look like another elder's.
    return served;
  }

  @Test
  void whoComesInThroughTheCanteenDoorGoesOutAgain() {
    plan("kiosk-canteen-1", "exit-canteen", "door-canteen");
    play(Duration.ofHours(3));
    station("kiosk-canteen-1").kind = PlaceNow.Kind.CLOSED;
    play(Duration.ofHours(1));
    List<Direction> passages = station("door-canteen").passages;
    assertThat(Collections.frequency(passages, Direction.IN)).isGreaterThan(100);
    assertThat(Collections.frequency(passages, Direction.OUT))
        .isEqualTo(Collections.frequency(passages, Direction.IN));
    assertThat(station("exit-canteen").presented).isNotEmpty();
  }

  @Test
  void someoneWhoTurnsBackInTheDoorIsNoPassage() {
    FakeStation hall = station("door-hall");
    Doorway door = new Doorway(hall, new Random(3));
    door.turnBack();
    door.in();
    door.turnBack();
    door.out();
    assertThat(hall.passages).containsExactly(Direction.IN, Direction.OUT);
  }

  @Test
  void childrenComeToSchoolAndAreCollectedAtItsEnd() {
    FakeStation school = station("kiosk-school");
    school.kind = PlaceNow.Kind.SESSION;
    LocalDateTime starts = FakeStation.OPENS.plusMinutes(20);
    school.sessions =
        List.of(
            new Session(
                "school-1",
                Rooms.SCHOOL,
                "school",
                "class",
                "四点半学校",
                "4:30 school",
                starts,
                starts.plusMinutes(90),
                45,
                false));
    plan("kiosk-school");
    play(Duration.ofMinutes(90));
    assertThat(school.presented)
        .hasSizeBetween(28, 40)
        .allMatch(code -> code.startsWith("J1PUPIL"));
    school.presented.clear();
    play(Duration.ofMinutes(20));
    assertThat(school.presented).hasSize(40).allMatch(code -> code.startsWith("J1COLLECTOR"));
  }

  @Test
  void aPatientTapsOneOfTheChoices() {
    station("kiosk-clinic").kind = PlaceNow.Kind.QUEUE;
    plan("kiosk-clinic");
    play(Duration.ofHours(2));
    assertThat(station("kiosk-clinic").chosen).hasSizeBetween(20, 80);
  }

  @Test
  void whoRingsForHelpIsHelpedInTheEnd() {
    station("kiosk-hall").kind = PlaceNow.Kind.VISIT;
    plan("kiosk-hall");
    play(Duration.ofHours(3));
    List<String> calls = station("kiosk-hall").calls;
    assertThat(calls).contains("call", "end of call");
  }

  @Test
  void twiceTheSpeedIsTwiceAsMuch() {
    Agenda fast = new Agenda(millis::get, 2);
    List<Long> times = new ArrayList<>();
    fast.always(
        "tick",
        () -> {
          times.add(millis.get());
          return 1_000;
        });
    for (int i = 0; i < 4; i++) {
      millis.addAndGet(fast.run());
    }
    assertThat(times).containsExactly(0L, 500L, 1_000L, 1_500L);
  }

  @Test
  void anActivityThatFailsIsTriedAgain() {
    List<Long> tries = new ArrayList<>();
    agenda.always(
        "failing",
        () -> {
          tries.add(millis.get());
          throw new IllegalStateException("the hub is away");
        });
    play(Duration.ofSeconds(11));
    assertThat(tries).containsExactly(0L, 5_000L, 10_000L);
  }

  @Test
  void aListOfAnotherShapeIsRefusedByName() throws IOException {
    Path file = Files.writeString(folder.resolve("other.tsv"), "J1ABC elder\n");
    assertThatThrownBy(() -> Deck.read(file, new Random(1)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("other.tsv");
  }
}
