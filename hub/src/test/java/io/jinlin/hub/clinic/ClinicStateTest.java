package io.jinlin.hub.clinic;

import static io.jinlin.hub.clinic.Steps.BASIC;
import static io.jinlin.hub.clinic.Steps.MINUTE_MS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jinlin.contract.event.Fact;
import io.jinlin.contract.event.Fact.TicketStep.Step;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClinicStateTest {
  private final Steps day = new Steps();

  private List<Integer> waiting() {
    return day.state().queue(BASIC).numbers();
  }

  @Test
  void thoseWhoWaitLongestComeFirstAndACallTakesOneOut() {
    day.given(102, 2).given(101, 1).given(103, 3);
    assertThat(waiting()).containsExactly(101, 102, 103);
    day.call(101, "room-1", 4);
    assertThat(waiting()).containsExactly(102, 103);
    assertThat(day.state().queue(BASIC).called()).extracting(Visit::ticket).containsExactly(101);
  }

  @Test
  void callingTheNextIntoARoomEndsTheVisitBeforeInThatRoomAlone() {
    day.given(101, 1).given(102, 1).given(103, 1);
    day.call(101, "room-1", 5).call(102, "room-2", 6).call(103, "room-1", 9);
    ClinicState state = day.state();
    assertThat(state.visit(101).orElseThrow().state()).isEqualTo(Visit.State.DONE);
    assertThat(state.visit(102).orElseThrow().state()).isEqualTo(Visit.State.CALLED);
    assertThat(state.queue(BASIC).served()).isEqualTo(1);
    assertThat(state.queue(BASIC).serviceMedianMillis()).hasValue(4 * MINUTE_MS);
  }

  @Test
  void oneWhoDidNotComeIsSkippedAndReturnsToTheOldPlace() {
    day.given(101, 1).given(102, 2).call(101, "room-1", 3).step(101, Step.SKIP, 4);
    assertThat(waiting()).containsExactly(102);
    assertThat(day.state().queue(BASIC).skipped()).extracting(Visit::ticket).containsExactly(101);
    day.step(101, Step.RETURN, 9);
    assertThat(waiting()).containsExactly(101, 102);
  }

  @Test
  void oneWhoIsSentOnWaitsInTheOtherQueueFromThenOn() {
    day.given(301, "pharmacy", 3).given(101, 1).call(101, "room-1", 2);
    day.transfer(101, "pharmacy", 7);
    assertThat(waiting()).isEmpty();
    assertThat(day.state().queue("pharmacy").numbers()).containsExactly(301, 101);
    assertThat(day.state().queue(BASIC).serviceMedianMillis()).hasValue(5 * MINUTE_MS);
    assertThat(day.state().visit(101).orElseThrow().issued()).isEqualTo(Steps.queue(BASIC));
  }

  @Test
  void thoseWhomTheRulePrefersGoFirstButNotForEver() {
    IntStream.rangeClosed(101, 106).forEach(ticket -> day.given(ticket, ticket));
    Reasons old = person -> person >= 103 ? Optional.of(Reason.AGE) : Optional.empty();
    assertThat(day.state(old).queue(BASIC).numbers()).containsExactly(103, 104, 101, 105, 106, 102);
    day.call(103, "room-1", 200).call(104, "room-1", 210);
    assertThat(day.state(old).queue(BASIC).numbers()).containsExactly(101, 105, 106, 102);
  }

  @Test
  void aNurseLetsSomebodyGoFirst() {
    day.given(101, 1).given(102, 2).step(102, Step.PREFER, 3);
    assertThat(waiting()).containsExactly(102, 101);
    assertThat(day.state().queue(BASIC).waiting().get(0).reason()).contains(Reason.NURSE);
  }

  @Test
  void aPlateThatIsLentAgainIsAnotherVisit() {
    day.step(7, Step.ISSUE, 1).call(7, "room-1", 2).step(7, Step.SERVE, 5);
    day.step(7, Step.ISSUE, 8);
    assertThat(waiting()).containsExactly(7);
    assertThat(day.state().visits()).hasSize(2).allMatch(Visit::walkIn);
    assertThat(day.state().queue(BASIC).served()).isEqualTo(1);
  }

  @Test
  void aScanThatArrivesAfterTheCallDoesNotWaitAgain() {
    day.call(101, "room-1", 4).given(101, 6);
    assertThat(waiting()).isEmpty();
    assertThat(day.state().visit(101).orElseThrow().subject()).isPresent();
  }

  @Test
  void aQueueIsClosedUntilItIsOpenedAgain() {
    day.step(0, Step.CLOSE, 1);
    assertThat(day.state().queue(BASIC).closed()).isTrue();
    day.step(0, Step.REOPEN, 2);
    assertThat(day.state().queue(BASIC).closed()).isFalse();
  }

  @Test
  void aCallFromBeforeThereWereRoomsIsACall() {
    day.given(101, 1);
    day.add(2, new Fact.TicketCall("clinic", Steps.queue(BASIC), 101, "nurse"), Optional.empty());
    assertThat(day.state().calls()).extracting(Visit::ticket).containsExactly(101);
    assertThat(day.state().calls().get(0).room()).isEmpty();
  }

  @Test
  void theWallShowsTheLastCallFirstAndARecallIsALaterCall() {
    day.given(101, 1).given(102, 1).call(101, "room-1", 2).call(102, "room-2", 3);
    day.step(101, Step.RECALL, 4);
    Visit first = day.state().calls().get(0);
    assertThat(first.ticket()).isEqualTo(101);
    assertThat(first.calls()).isEqualTo(2);
    assertThat(first.room()).contains("room-1");
  }

  @Test
  void rulesThatCannotBeAreNamed() {
    assertThatThrownBy(() -> new ClinicRules(80, true, 2, 950, ClinicRules.DEFAULT.rooms()))
        .hasMessageContaining("walkInBase");
    Room room = new Room("room-1", "诊室1", "Room 1");
    assertThatThrownBy(() -> new ClinicRules(80, true, 2, 900, List.of(room, room)))
        .hasMessageContaining("rooms");
    assertThat(ClinicSettings.decode(ClinicSettings.encode(ClinicRules.DEFAULT)).toOptional())
        .contains(ClinicRules.DEFAULT);
  }
}
