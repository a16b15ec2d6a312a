package io.jinlin.hub.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever doors and hands say, in whatever order it arrives. */
class RoomModelPropertyTest {
  private static final long MINUTE = 60_000;

  private record Seen(long at, int in, int out, int counted) {
    void tell(RoomModel room) {
      if (counted >= 0) {
        room.counted(at, counted);
      } else if (in > 0) {
        room.cameIn(at, in);
      } else {
        room.wentOut(at, out);
      }
    }
  }

  private static List<Seen> anyDay(Random random) {
    List<Seen> day = new ArrayList<>();
    for (int i = 0; i < random.nextInt(200); i++) {
      long at = (long) random.nextInt(16 * 60) * MINUTE + i;
      int kind = random.nextInt(20);
      day.add(
          kind == 0
              ? new Seen(at, 0, 0, random.nextInt(60))
              : kind < 11 ? new Seen(at, 1 + random.nextInt(4), 0, -1) : new Seen(at, 0, 1, -1));
    }
    return day;
  }

  @Property(tries = 300)
  void isNeverBelowNobodyNorAboveAllWhoCame(@ForAll long seed) {
    Random random = new Random(seed);
    RoomModel room = new RoomModel(0, 1 + random.nextInt(240));
    List<Seen> day = anyDay(random);
    day.forEach(seen -> seen.tell(room));
    int most = day.stream().mapToInt(seen -> seen.in + Math.max(0, seen.counted)).sum();
    for (long at = 0; at < 24 * 60 * MINUTE; at += 7 * MINUTE) {
      assertThat(room.people(at)).isBetween(0, most);
      assertThat(room.doubt(at)).isBetween(0, most + 1);
    }
  }

  @Property(tries = 200)
  void theOrderOfArrivalAndEarlierQuestionsChangeNothing(@ForAll long seed) {
    Random random = new Random(seed);
    List<Seen> day = anyDay(random);
    RoomModel before = new RoomModel(0, 60);
    day.forEach(seen -> seen.tell(before));
    RoomModel after = new RoomModel(0, 60);
    Collections.shuffle(day, random);
    for (Seen seen : day) {
      seen.tell(after);
      after.people(random.nextInt(24 * 60) * MINUTE);
    }
    for (long at = 0; at < 24 * 60 * MINUTE; at += 11 * MINUTE) {
      assertThat(after.people(at)).isEqualTo(before.people(at));
    }
  }

  @Property(tries = 100)
  void aHandCountHoldsAtThatMoment(@ForAll long seed) {
    Random random = new Random(seed);
    RoomModel room = new RoomModel(0, 60);
    anyDay(random).forEach(seen -> seen.tell(room));
    int counted = random.nextInt(90);
    long at = 20 * 60 * MINUTE;
    room.counted(at, counted);
    assertThat(room.people(at)).isEqualTo(counted);
    assertThat(room.people(at + MINUTE)).isBetween(counted - 1, counted);
  }

  @Property(tries = 50)
  void whoIsLeftBehindByABlindDoorIsGoneInTheEnd(@ForAll long seed) {
    Random random = new Random(seed);
    RoomModel room = new RoomModel(0, 30);
    for (int i = 0; i < 20 + random.nextInt(40); i++) {
      room.cameIn(i * MINUTE, 1);
    }
    int then = room.people(70 * MINUTE);
    assertThat(room.people(10 * 60 * MINUTE)).isLessThan(then / 3);
    assertThat(room.people(23 * 60 * MINUTE)).isZero();
  }

  @Property(tries = 50)
  void nobodyLeavesUnseenWhileASessionIsOn(@ForAll long seed) {
    Random random = new Random(seed);
    int guests = 5 + random.nextInt(40);
    RoomModel room = new RoomModel(0, 20);
    room.session(60 * MINUTE, 180 * MINUTE);
    for (int i = 0; i < guests; i++) {
      room.cameIn(58 * MINUTE + i * 5_000L, 1);
    }
    int begun = room.people(62 * MINUTE);
    assertThat(room.people(179 * MINUTE)).isEqualTo(begun);
    assertThat(begun).isBetween(guests - 2, guests);
  }
}
