package io.jinlin.edge.clock;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OffsetClockTest {
  private final SettableMachine machine = new SettableMachine();

  @Test
  void aMachineThatWokeIn1970IsNotTrusted() {
    machine.setWall(0);
    OffsetClock clock = new OffsetClock(machine, ClockTrust.AUTO);
    assertThat(clock.read()).isEqualTo(new ClockReading(0, 60_000, "boot-1", false));
    assertThat(clock.offsetMillis()).isEmpty();
  }

  @Test
  void onceAHubWasMetNoStepOfTheWallClockMovesTheTime() {
    OffsetClock clock = new OffsetClock(machine, ClockTrust.AUTO);
    clock.learn(SettableMachine.LUNCH - 60_000);
    machine.setWall(4_070_908_800_000L);
    machine.advance(1_000);
    assertThat(clock.read())
        .isEqualTo(new ClockReading(SettableMachine.LUNCH + 1_000, 61_000, "boot-1", true));
    assertThat(clock.offsetMillis()).hasValue(SettableMachine.LUNCH - 60_000);
  }

  @Test
  void aSynchronisedSystemIsTrustedAndGivesTheOffset() {
    machine.setSynchronised(true);
    OffsetClock clock = new OffsetClock(machine, ClockTrust.AUTO);
    assertThat(clock.read().trusted()).isTrue();
    assertThat(clock.offsetMillis()).hasValue(SettableMachine.LUNCH - 60_000);
    assertThat(new OffsetClock(machine, ClockTrust.HUB).read().trusted()).isFalse();
    assertThat(new OffsetClock(machine, ClockTrust.HUB).offsetMillis()).isEmpty();
  }

  @Test
  void aClockThatIsAlwaysTrustedGivesNoOffsetOfItsOwn() {
    OffsetClock clock = new OffsetClock(machine, ClockTrust.ALWAYS);
    assertThat(clock.read().trusted()).isTrue();
    assertThat(clock.offsetMillis()).isEmpty();
  }

  @Test
  void thisMachineKnowsItsBootAndItsTimeOnlyGrows() {
    SystemClock system = new SystemClock();
    OffsetClock clock = new OffsetClock(system, ClockTrust.AUTO);
    ClockReading first = clock.read();
    ClockReading second = clock.read();
    assertThat(second.monotonicMillis()).isGreaterThanOrEqualTo(first.monotonicMillis());
    assertThat(second.boot()).isEqualTo(first.boot()).matches("[a-z0-9-]{1,40}");
  }
}
