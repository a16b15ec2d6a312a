package io.jinlin.hub.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinlin.contract.event.EventId;
import io.jinlin.contract.event.Fact;
import io.jinlin.contract.event.Input;
import io.jinlin.contract.event.Occasion;
import io.jinlin.contract.event.Outcome;
import io.jinlin.contract.event.Way;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Meals that staff enter: portions and attendances, once a person and period, and taken back. */
class ServingTest {
  private static final Occasion LUNCH = LedgerFixture.LUNCH;

  @TempDir Path folder;
  private LedgerFixture hub;

  @BeforeEach
  void open() {
    // Card n belongs to person n, up to 9.
    Subjects subjects = ref -> ref.low() < 10 ? OptionalLong.of(ref.low()) : OptionalLong.empty();
    hub = new LedgerFixture(folder, subjects, "start-1");
  }

  @AfterEach
  void close() {
    hub.close();
  }

  private static Fact.Serving serving(Fact.Serving.Kind kind, long person, Way way, int portions) {
    return new Fact.Serving(
        "canteen", LUNCH, kind, person, Optional.empty(), way, portions, "没带卡", "cook");
  }

  private EventId append(Fact fact) {
    CompletableFuture<EventId> done = hub.ledger.append(fact);
    hub.ledger.commitNow();
    return done.join();
  }

  private long portions() {
    return hub.count("SELECT coalesce(sum(count), 0) FROM tally");
  }

  @Test
  void aForgottenCardCountsOnceTogetherWithTheCardItself() {
    append(serving(Fact.Serving.Kind.FORGOTTEN_CARD, 3, Way.DINE_IN, 1));
    hub.deliver(
        "kiosk-1",
        LedgerFixture.batch(
            "e1", 1, LedgerFixture.line(LedgerFixture.NOON, LedgerFixture.meal(3, Way.DINE_IN))));
    append(serving(Fact.Serving.Kind.FORGOTTEN_CARD, 3, Way.DINE_IN, 1));

    assertThat(portions()).isEqualTo(1);
  }

  @Test
  void guestsAndSecondPortionsCountEachPortionAndOnlyGuestsAreAttendances() {
    append(serving(Fact.Serving.Kind.FORGOTTEN_CARD, 3, Way.DINE_IN, 1));
    append(serving(Fact.Serving.Kind.GUEST, 0, Way.DINE_IN, 4));
    append(serving(Fact.Serving.Kind.SECOND_PORTION, 3, Way.COLLECT, 2));
    append(serving(Fact.Serving.Kind.STAFF_MEAL, 0, Way.DINE_IN, 3));

    assertThat(portions()).isEqualTo(10);
    List<Long> ways = new ArrayList<>();
    for (int way = 0; way < 64; way++) {
      if (What.isAttendance(way)) {
        ways.add(hub.count("SELECT coalesce(sum(count), 0) FROM tally WHERE way = " + way));
      }
    }
    assertThat(ways.stream().mapToLong(Long::longValue).sum()).isEqualTo(8);
  }

  @Test
  void aMealCollectedByProxyIsAPortionOfTheAbsentAndNoMovement() {
    Fact.Scan proxy =
        new Fact.Scan(
            "canteen",
            LedgerFixture.card(5),
            Outcome.ACCEPTED,
            Optional.of(LUNCH),
            Optional.of(Way.BY_PROXY),
            0,
            Input.CAMERA,
            Optional.of(LedgerFixture.card(6)));
    hub.deliver(
        "kiosk-1", LedgerFixture.batch("e1", 1, LedgerFixture.line(LedgerFixture.NOON, proxy)));

    assertThat(portions()).isEqualTo(1);
    assertThat(hub.count("SELECT subject FROM counted")).isEqualTo(5);
    assertThat(hub.count("SELECT count(*) FROM flow")).isZero();
    assertThat(What.isAttendance(1 + Way.BY_PROXY.ordinal())).isFalse();
  }

  @Test
  void whatIsTakenBackCountsNoMoreAndARebuildSaysTheSame() {
    Random random = new Random(7);
    List<EventId> events = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      Fact.Serving.Kind[] kinds = Fact.Serving.Kind.values();
      Fact.Serving.Kind kind = kinds[random.nextInt(kinds.length)];
      boolean own = kind == Fact.Serving.Kind.FORGOTTEN_CARD || kind == Fact.Serving.Kind.DELIVERED;
      long person = own || random.nextBoolean() ? 1 + random.nextInt(9) : 0;
      int portions = own ? 1 : 1 + random.nextInt(4);
      events.add(append(serving(kind, person, Way.values()[random.nextInt(2)], portions)));
      if (random.nextInt(3) == 0) {
        EventId wrong = events.get(random.nextInt(events.size()));
        append(new Fact.Voiding("canteen", wrong, "点错了", "cook"));
      }
    }
    List<String> figures = hub.figures();
    Rebuild.run(
        hub.database, ref -> ref.low() < 10 ? OptionalLong.of(ref.low()) : OptionalLong.empty());
    assertThat(hub.figures()).isEqualTo(figures);
    assertThat(portions()).isPositive();

    for (EventId event : events) {
      append(new Fact.Voiding("canteen", event, "点错了", "cook"));
    }
    assertThat(portions()).isZero();
  }
}
