package io.jinlin.hub.orders;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinlin.contract.event.Occasion;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DoorTaskTest {
  private static final long MINUTE = 60_000;
  private static final Visit VISIT =
      new Visit(
          "v1",
          new Occasion(Occasion.Kind.MEAL, "lunch", LocalDate.of(2026, 11, 24)),
          7,
          Visit.Outcome.NO_ANSWER,
          "",
          0,
          "volunteer");

  private static DoorTask.Step step(DoorTask.Kind kind, boolean reached) {
    return new DoorTask.Step("s1", kind, reached, "", MINUTE, "desk");
  }

  @Test
  void thePhoneComesFirstThenTheContactThenAVisitThenTheDirector() {
    DoorTask task = new DoorTask(VISIT, List.of());
    assertThat(task.next()).contains(DoorTask.Kind.PHONE);
    assertThat(task.isOverdue(5 * MINUTE)).isFalse();
    assertThat(task.isOverdue(5 * MINUTE + 1)).isTrue();
    task = new DoorTask(VISIT, List.of(step(DoorTask.Kind.PHONE, false)));
    assertThat(task.next()).contains(DoorTask.Kind.CONTACT);
    assertThat(task.isOverdue(15 * MINUTE)).isFalse();
    assertThat(task.isOverdue(15 * MINUTE + 1)).isTrue();
    task = new DoorTask(VISIT, List.of(step(DoorTask.Kind.DIRECTOR, false)));
    assertThat(task.next()).isEmpty();
    assertThat(task.isDone()).as("told the director, and still nobody saw her").isFalse();
  }

  @Test
  void onlySomebodyWhoWasReachedEndsIt() {
    DoorTask task = new DoorTask(VISIT, List.of(step(DoorTask.Kind.CONTACT, true)));
    assertThat(task.isDone()).isTrue();
    assertThat(task.next()).isEmpty();
    assertThat(task.isOverdue(Long.MAX_VALUE / 2)).isFalse();
  }
}
