package io.jinlin.edge.decide;

import static io.jinlin.edge.decide.Fixture.CARD;
import static io.jinlin.edge.decide.Fixture.clinic;
import static io.jinlin.edge.decide.Fixture.meal;
import static org.assertj.core.api.Assertions.assertThat;

import io.jinlin.contract.card.CardRef;
import io.jinlin.contract.event.Fact;
import io.jinlin.contract.event.Input;
import io.jinlin.contract.event.Occasion;
import io.jinlin.contract.event.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MemoryTest {
  private final Memory memory = new Memory();

  private static Fact.Scan scan(CardRef ref, Outcome outcome, Occasion occasion, int ticket) {
    return new Fact.Scan(
        "hall", ref, outcome, Optional.of(occasion), Optional.empty(), ticket, Input.LINE);
  }

  private static Moment at(long millis) {
    return new Moment(1_000_000 + millis, millis, "boot-a");
  }

  @Test
  void theFirstAcceptanceAndTheNewestFactAreRemembered() {
    Fact first = scan(CARD, Outcome.ACCEPTED, meal("lunch"), 0);
    Fact again = scan(CARD, Outcome.ALREADY, meal("lunch"), 0);
    memory.remember(first, at(100));
    memory.remember(again, at(90_000));

    Seen seen = memory.seen(CARD, at(95_000), Map.of());

    assertThat(seen.here()).containsEntry(meal("lunch"), new Seen.Answered(1_000_100, 0));
    assertThat(seen.last()).contains(new Seen.Last(again, 5_000));
  }

  @Test
  void aRecalledMemoryEqualsTheOneThatWasLost() {
    List<Fact> facts =
        List.of(
            scan(CARD, Outcome.ACCEPTED, clinic("basic"), 101),
            scan(new CardRef(9, 9), Outcome.ACCEPTED, clinic("basic"), 102),
            scan(CARD, Outcome.ALREADY, clinic("basic"), 101),
            scan(CARD, Outcome.ACCEPTED, meal("lunch"), 0),
            scan(CARD, Outcome.ACCEPTED, clinic("basic"), 103));
    for (int i = 0; i < facts.size(); i++) {
      memory.remember(facts.get(i), at(i * 1_000));
    }
    Memory recalled = new Memory();
    for (int i = facts.size() - 1; i >= 0; i--) {
      assertThat(recalled.recall(facts.get(i), at(i * 1_000))).isTrue();
    }

    for (CardRef ref : List.of(CARD, new CardRef(9, 9), new CardRef(0, 0))) {
      assertThat(recalled.seen(ref, at(9_000), Map.of()))
          .isEqualTo(memory.seen(ref, at(9_000), Map.of()));
    }
    assertThat(recalled.seen(CARD, at(9_000), Map.of()).lastTicket())
        .containsEntry(Fixture.TUESDAY, 103);
  }

  @Test
  void theAgeIsMonotonicWithinABootAndByTheWallAcrossOne() {
    memory.remember(scan(CARD, Outcome.ACCEPTED, meal("lunch"), 0), at(50_000));

    assertThat(age(new Moment(0, 51_000, "boot-a"))).isEqualTo(1_000);
    assertThat(age(new Moment(1_052_000, 10, "boot-b"))).isEqualTo(2_000);
    assertThat(age(new Moment(0, 10, "boot-b"))).isNegative();
  }

  private long age(Moment now) {
    return memory.seen(CARD, now, Map.of()).last().orElseThrow().ageMillis();
  }

  @Test
  void claimsOfOtherKiosksStandBesideWhatWasSeenHere() {
    Seen seen = memory.seen(CARD, at(0), Map.of(meal("lunch"), 5L));

    assertThat(seen.elsewhere()).containsEntry(meal("lunch"), 5L);
    assertThat(seen.firstMillis(meal("lunch"))).contains(5L);
  }

  @Test
  void theCardsSeenLongestAgoAreForgottenFirst() {
    for (int i = 0; i <= Memory.MAX_CARDS; i++) {
      memory.remember(scan(new CardRef(1, i), Outcome.ACCEPTED, meal("lunch"), 0), at(i));
    }

    assertThat(memory.seen(new CardRef(1, 0), at(0), Map.of())).isEqualTo(Seen.NOTHING);
    assertThat(memory.seen(new CardRef(1, 1), at(0), Map.of()).here()).hasSize(1);
  }

  @Test
  void recallingStopsAtItsBound() {
    List<Boolean> more = new ArrayList<>();
    Fact fact = scan(CARD, Outcome.ALREADY, meal("lunch"), 0);
    for (int i = 0; i < Memory.MAX_RECALLED; i++) {
      more.add(memory.recall(fact, at(0)));
    }

    assertThat(more.indexOf(false)).isEqualTo(Memory.MAX_RECALLED - 1);
  }
}
