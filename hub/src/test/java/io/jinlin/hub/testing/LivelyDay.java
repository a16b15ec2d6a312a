package io.jinlin.hub.testing;

import io.jinlin.contract.card.CardCode;
import io.jinlin.contract.card.CardRef;
import io.jinlin.contract.event.Fact;
import io.jinlin.contract.event.Fact.TicketStep;
import io.jinlin.contract.event.Fact.TicketStep.Step;
import io.jinlin.contract.event.Input;
import io.jinlin.contract.event.Occasion;
import io.jinlin.contract.event.Outcome;
import io.jinlin.contract.event.Way;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A morning that leaves something to see on every page. */
public final class LivelyDay {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  private static final long STEP_MS = 20_000;
  private static final int MEALS = 30;

  private final TestHub hub;

  private LivelyDay(TestHub hub) {
    this.hub = hub;
  }

  /** Lets it happen. */
  public static void on(TestHub hub) throws Exception {
    LivelyDay day = new LivelyDay(hub);
    day.lunch();
    day.clinic();
    day.doorsHelpAndSchool();
  }

  private void lunch() throws Exception {
    List<CardRef> elders = hub.cards("elder");
    Occasion lunch = new Occasion(Occasion.Kind.MEAL, "lunch", TODAY);
    for (int i = 0; i < MEALS; i++) {
      meal("kiosk-canteen-1", elders.get(i), lunch, Way.values()[i % Way.values().length]);
      hub.pass(STEP_MS);
    }
    // The second kiosk had no network; the last card is of nobody whom the hub knows.
    meal("kiosk-canteen-2", elders.get(0), lunch, Way.DINE_IN);
    meal("kiosk-canteen-2", elders.get(1), lunch, Way.DINE_IN);
    meal(
        "kiosk-canteen-2",
        CardCode.random(new SecureRandom()).keys("jinlin").ref(),
        lunch,
        Way.COLLECT);
  }

  private void meal(String device, CardRef ref, Occasion lunch, Way way) throws Exception {
    Fact.Scan scan =
        new Fact.Scan(
            "canteen",
            ref,
            Outcome.ACCEPTED,
            Optional.of(lunch),
            Optional.of(way),
            0,
            Input.CAMERA);
    hub.sent(device, scan);
  }

  private void clinic() throws Exception {
    List<CardRef> elders = hub.cards("elder");
    for (int i = 0; i < 9; i++) {
      ticket(elders.get(40 + i), i % 3 == 0 ? "basic-care" : "chinese-medicine", 101 + i);
    }
    step("basic-care", 101, Step.CALL, Optional.of("room-1"));
    step("basic-care", 104, Step.CALL, Optional.of("room-1"));
    step("chinese-medicine", 102, Step.CALL, Optional.of("room-2"));
    step("chinese-medicine", 102, Step.SKIP, Optional.empty());
    step("chinese-medicine", 103, Step.CALL, Optional.of("room-2"));
    step("chinese-medicine", 7, Step.ISSUE, Optional.empty());
  }

  private void ticket(CardRef ref, String queue, int number) throws Exception {
    Occasion occasion = new Occasion(Occasion.Kind.CLINIC, queue, TODAY);
    Optional<Occasion> given = Optional.of(occasion);
    hub.sent(
        "kiosk-clinic",
        new Fact.Scan(
            "clinic", ref, Outcome.ACCEPTED, given, Optional.empty(), number, Input.CAMERA));
    hub.pass(STEP_MS);
  }

  private void step(String queue, int number, Step step, Optional<String> room) throws Exception {
    Occasion occasion = new Occasion(Occasion.Kind.CLINIC, queue, TODAY);
    hub.ledger()
        .append(new TicketStep("clinic", occasion, number, step, room, Optional.empty(), "nurse"))
        .get();
    hub.pass(STEP_MS);
  }

  private void doorsHelpAndSchool() throws Exception {
    hub.sent("doors-hall", new Fact.Passage("hall", "main", Fact.Passage.Direction.IN, 14));
    hub.ledger().append(new Fact.HandCount("hall", 12, "demo")).get();
    hub.sent("kiosk-clinic", new Fact.HelpCall("clinic", "call-1", false));
    Occasion school = new Occasion(Occasion.Kind.SESSION, "school-430-" + TODAY, TODAY);
    List<CardRef> children = hub.cards("pupil").subList(0, 2);
    CardRef adult = hub.cards("collector").get(0);
    hub.sent("kiosk-school", new Fact.Collection("school", adult, school, children, Input.CAMERA));
  }
}
