package io.jinlin.e2e.clinic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jinlin.contract.event.Fact;
import io.jinlin.contract.event.Fact.TicketStep.Step;
import io.jinlin.contract.event.Input;
import io.jinlin.contract.event.Occasion;
import io.jinlin.e2e.sample.SampleHub;
import io.jinlin.edge.agent.EdgeAgent;
import io.jinlin.edge.decide.Verdict;
import io.jinlin.hub.serve.Core;
import io.jinlin.hub.serve.FiguresTimer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A number's way: kiosk, hub, nurse, and back to the kiosk, over MQTT. */
@Tag("slow")
class ClinicRoundTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir Path folder;

  private static Verdict.Ticket number(EdgeAgent kiosk, String card) {
    Verdict verdict = kiosk.present(card, Input.LINE);
    return (Verdict.Ticket)
        (verdict instanceof Verdict.Choose ? kiosk.choose("basic-care") : verdict);
  }

  private static void nurse(Core core, LocalDate day, int ticket, Step step) throws Exception {
    Occasion queue = new Occasion(Occasion.Kind.CLINIC, "basic-care", day);
    Optional<String> room = step == Step.CALL ? Optional.of("room-1") : Optional.empty();
    Fact fact = new Fact.TicketStep("clinic", queue, ticket, step, room, Optional.empty(), "nurse");
    core.ledger().append(fact).get(30, TimeUnit.SECONDS);
  }

  @Test
  void theKioskTellsWhoIsBeforeAndOffersNoQueueThatTheNurseHasClosed() throws Exception {
    ZoneId zone = SampleHub.eleven();
    try (SampleHub hub = SampleHub.start(folder, zone);
        FiguresTimer figures = hub.figures();
        EdgeAgent kiosk = hub.kiosk("kiosk-clinic")) {
      figures.tick();
      round(hub, kiosk, LocalDate.now(zone));
    }
  }

  private void round(SampleHub hub, EdgeAgent kiosk, LocalDate day) throws Exception {
    Core core = hub.core();
    List<String> cards = hub.elders();
    await()
        .atMost(PATIENCE)
        .until(() -> kiosk.present(cards.get(0), Input.LINE) instanceof Verdict.Choose);
    int first = number(kiosk, cards.get(0)).number();
    await().atMost(PATIENCE).until(() -> number(kiosk, cards.get(0)).ahead().isPresent());
    int second = number(kiosk, cards.get(1)).number();
    assertThat(number(kiosk, cards.get(1)).ahead().orElseThrow().people()).isEqualTo(1);
    nurse(core, day, first, Step.CALL);
    await()
        .atMost(PATIENCE)
        .until(() -> number(kiosk, cards.get(1)).ahead().orElseThrow().people() == 0);
    assertThat(second).isEqualTo(first + 1);
    nurse(core, day, 0, Step.CLOSE);
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                kiosk.present(cards.get(2), Input.LINE) instanceof Verdict.Choose choose
                    && choose.choices().stream().noneMatch(c -> c.id().equals("basic-care")));
    assertThat(number(kiosk, cards.get(1)).number()).isEqualTo(second);
  }
}
