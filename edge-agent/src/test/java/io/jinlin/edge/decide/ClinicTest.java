package io.jinlin.edge.decide;

import static io.jinlin.edge.decide.Fixture.WANG;
import static io.jinlin.edge.decide.Fixture.accepted;
import static io.jinlin.edge.decide.Fixture.at;
import static io.jinlin.edge.decide.Fixture.card;
import static io.jinlin.edge.decide.Fixture.choosing;
import static io.jinlin.edge.decide.Fixture.clinic;
import static io.jinlin.edge.decide.Fixture.scan;
import static io.jinlin.edge.decide.Fixture.tuesday;
import static org.assertj.core.api.Assertions.assertThat;

import io.jinlin.contract.event.Outcome;
import io.jinlin.contract.page.Device;
import io.jinlin.contract.page.Service;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClinicTest {
  private static final String ONE_QUEUE = "14:00";
  private static final String TWO_QUEUES = "09:30";

  @Test
  void oneOpenQueueGivesANumberWithoutAQuestion() {
    Decision decision = Decider.decide(at(Service.CLINIC, ONE_QUEUE), card(WANG));

    assertThat(decision.verdict())
        .isEqualTo(
            new Verdict.Ticket(
                new Person("王*", "", "nan"), new Label("基础诊疗", "Basic care"), 101, false));
    assertThat(scan(decision).occasion()).contains(clinic("basic"));
    assertThat(scan(decision).ticket()).isEqualTo(101);
  }

  @Test
  void severalOpenQueuesAskAndRecordNothingYet() {
    Decision decision = Decider.decide(at(Service.CLINIC, TWO_QUEUES), card(WANG));

    assertThat(decision.fact()).isEmpty();
    assertThat(decision.verdict())
        .isInstanceOfSatisfying(
            Verdict.Choose.class,
            choose ->
                assertThat(choose.choices())
                    .extracting(Verdict.Choice::id)
                    .containsExactly("medicine", "basic"));
  }

  @Test
  void theChosenQueueGivesTheNumber() {
    Decision decision =
        Decider.decide(at(Service.CLINIC, TWO_QUEUES), choosing(card(WANG), "basic"));

    assertThat(scan(decision).occasion()).contains(clinic("basic"));
    assertThat(scan(decision).outcome()).isEqualTo(Outcome.ACCEPTED);
  }

  @Test
  void aChoiceThatIsNoLongerThereIsAskedAgain() {
    Decision decision =
        Decider.decide(at(Service.CLINIC, TWO_QUEUES), choosing(card(WANG), "dentist"));

    assertThat(decision.verdict()).isInstanceOf(Verdict.Choose.class);
  }

  @Test
  void theSameCardHearsItsNumberAgainWithoutAQuestion() {
    Seen seen = accepted(clinic("medicine"), "09:10", 107, 1_200_000, "clinic");

    Decision decision = Decider.decide(at(Service.CLINIC, TWO_QUEUES), card(WANG, seen));

    assertThat(decision.verdict())
        .isInstanceOfSatisfying(
            Verdict.Ticket.class,
            ticket -> {
              assertThat(ticket.number()).isEqualTo(107);
              assertThat(ticket.repeated()).isTrue();
            });
    assertThat(scan(decision).outcome()).isEqualTo(Outcome.ALREADY);
    assertThat(scan(decision).ticket()).isEqualTo(107);
  }

  @Test
  void withinAMinuteTheNumberIsSaidAsIfForTheFirstTime() {
    Seen seen = accepted(clinic("medicine"), "09:30", 107, 5_000, "clinic");

    Decision decision = Decider.decide(at(Service.CLINIC, TWO_QUEUES), card(WANG, seen));

    assertThat(decision.fact()).isEmpty();
    assertThat(decision.verdict())
        .isInstanceOfSatisfying(
            Verdict.Ticket.class, ticket -> assertThat(ticket.repeated()).isFalse());
  }

  @Test
  void aNumberOfAQueueThatHasClosedDoesNotStandInTheWayOfAnother() {
    Seen seen = accepted(clinic("medicine"), "09:10", 107, 20_000_000, "clinic");

    Decision decision = Decider.decide(at(Service.CLINIC, ONE_QUEUE), card(WANG, seen));

    assertThat(scan(decision).occasion()).contains(clinic("basic"));
    assertThat(scan(decision).ticket()).isEqualTo(108);
  }

  @Test
  void numbersGoOnFromTheLastOfTheDayAndStartAnewTheNextDay() {
    Situation here = at(Service.CLINIC, ONE_QUEUE);

    assertThat(scan(Decider.decide(here, card(WANG, lastTicket(0, 150)))).ticket()).isEqualTo(151);
    assertThat(scan(Decider.decide(here, card(WANG, lastTicket(1, 150)))).ticket()).isEqualTo(101);
    assertThat(scan(Decider.decide(here, card(WANG, lastTicket(0, 350)))).ticket()).isEqualTo(101);
  }

  @Test
  void whenTheNumbersOfTheDayAreUsedUpStaffHelp() {
    Decision decision =
        Decider.decide(at(Service.CLINIC, ONE_QUEUE), card(WANG, lastTicket(0, 199)));

    assertThat(decision.verdict()).isEqualTo(new Verdict.SeeStaff());
  }

  @Test
  void aDeviceWithoutNumbersSendsToStaff() {
    Situation here = Fixture.as(at(Service.CLINIC, ONE_QUEUE), Device.Role.ENTRANCE, 0);

    assertThat(Decider.decide(here, card(WANG)).verdict()).isEqualTo(new Verdict.SeeStaff());
  }

  @Test
  void beforeTheClinicOpensItSaysWhen() {
    Decision decision = Decider.decide(at(Service.CLINIC, "07:00"), card(WANG));

    assertThat(decision.verdict())
        .isEqualTo(
            new Verdict.NotNow(new Label("中医", "Chinese medicine"), Optional.of(tuesday("08:00"))));
  }

  private static Seen lastTicket(int daysAgo, int number) {
    return new Seen(
        Map.of(), Map.of(), Optional.empty(), Map.of(Fixture.TUESDAY.minusDays(daysAgo), number));
  }
}
