package io.jinlin.hub.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinlin.contract.event.EventId;
import io.jinlin.contract.event.Fact;
import io.jinlin.contract.event.Fact.TicketStep;
import io.jinlin.contract.event.Fact.TicketStep.Step;
import io.jinlin.contract.event.Input;
import io.jinlin.contract.event.Occasion;
import io.jinlin.contract.event.Outcome;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever comes to the clinic without a card is an attendance (人次) as anybody else. */
class WithoutCardTest {
  private static final Occasion QUEUE =
      new Occasion(Occasion.Kind.CLINIC, "basic-care", LocalDate.of(2026, 11, 24));
  private static final String ATTENDANCES =
      "SELECT coalesce(sum(t.count), 0) FROM tally t JOIN word w ON w.id = t.occasion"
          + " WHERE w.text = '"
          + QUEUE.text()
          + "'";

  @TempDir Path folder;

  private static Fact step(int ticket, Step step) {
    return new TicketStep(
        "clinic", QUEUE, ticket, step, Optional.empty(), Optional.empty(), "nurse");
  }

  private static Fact scan(int card) {
    return new Fact.Scan(
        "clinic",
        LedgerFixture.card(card),
        Outcome.ACCEPTED,
        Optional.of(QUEUE),
        Optional.empty(),
        100 + card,
        Input.CAMERA);
  }

  private static EventId appended(LedgerFixture hub, Fact fact) {
    var done = hub.ledger.append(fact);
    hub.ledger.commitNow();
    return done.join();
  }

  @Test
  void eachNumberGivenByHandCountsOnceAndOneTakenBackDoesNotInAnyRebuildToo() {
    try (LedgerFixture hub = new LedgerFixture(folder)) {
      byte[][] lines = {
        LedgerFixture.line(LedgerFixture.NOON, scan(1)),
        LedgerFixture.line(LedgerFixture.NOON, scan(2)),
        LedgerFixture.line(LedgerFixture.NOON, scan(2))
      };
      hub.deliver("kiosk-clinic", LedgerFixture.batch("e1", 1, lines));
      appended(hub, step(901, Step.ISSUE));
      EventId wrong = appended(hub, step(902, Step.ISSUE));
      appended(hub, step(901, Step.CALL));
      appended(hub, step(901, Step.SERVE));
      // A plate that is lent again is another person.
      appended(hub, step(7, Step.ISSUE));
      appended(hub, step(7, Step.SERVE));
      appended(hub, step(7, Step.ISSUE));
      assertThat(hub.count(ATTENDANCES)).isEqualTo(6);
      appended(hub, new Fact.Voiding("clinic", wrong, "叫号撤销", "nurse"));
      appended(hub, new Fact.Voiding("clinic", wrong, "叫号撤销", "nurse"));
      assertThat(hub.count(ATTENDANCES)).isEqualTo(5);
      List<String> before = hub.figures();
      assertThat(before).anyMatch(line -> line.contains(" " + What.WITHOUT_CARD + " clinic 3"));
      Rebuild.run(hub.database, Subjects.NONE);
      assertThat(hub.figures()).isEqualTo(before);
    }
  }
}
