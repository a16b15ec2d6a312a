package io.jinlin.edge.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinlin.contract.event.Input;
import io.jinlin.contract.page.Service;
import io.jinlin.contract.wire.Command;
import io.jinlin.contract.wire.CommandCodec;
import io.jinlin.contract.wire.FiguresNow;
import io.jinlin.contract.wire.Topics;
import io.jinlin.edge.decide.PlaceNow;
import io.jinlin.edge.decide.Verdict;
import io.jinlin.edge.uplink.Link;
import io.jinlin.edge.uplink.LinkEvents;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the hub says of seats and queues, as a person at the kiosk hears it. */
class HubFiguresTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  private static final String CHINESE = "chinese-medicine";

  @TempDir Path folder;
  private AgentBench bench;
  private @Nullable EdgeAgent agent;
  private @Nullable LinkEvents hub;

  @BeforeEach
  void prepare() {
    bench = new AgentBench(folder);
  }

  @AfterEach
  void close() {
    if (agent != null) {
      agent.close();
    }
  }

  private final class Wire implements Link {
    @Override
    public void connect(LinkEvents events) {
      hub = events;
      events.connected();
    }

    @Override
    public void publish(Topics topic, byte[] payload) {}

    @Override
    public void close() {}
  }

  private EdgeAgent open(Service service) {
    bench.learn(service, 20);
    agent = bench.open(Wire::new);
    agent.step();
    return agent;
  }

  /** A link that heard nothing for long is given up; the next one follows within a minute. */
  private void reconnect() {
    for (int second = 0; second < 60; second++) {
      bench.machine.advance(1_000);
      agent.step();
    }
  }

  private void says(FiguresNow now) {
    Topics topic = new Topics(AgentBench.SITE, "kiosk-1", Topics.Kind.COMMAND);
    hub.received(topic.text(), CommandCodec.encode(new Command.Figures(now)));
    agent.step();
  }

  private static FiguresNow waiting(boolean closed, Integer... numbers) {
    return new FiguresNow(
        TODAY,
        OptionalInt.empty(),
        List.of(
            new FiguresNow.Queue(CHINESE, closed, List.of(numbers), 300),
            new FiguresNow.Queue("pharmacy", false, List.of(), 120)));
  }

  private Verdict present(int card) {
    return agent.present(AgentBench.card(card).text(), Input.LINE);
  }

  private Verdict.Ticket number(int card) {
    Verdict verdict = present(card);
    return (Verdict.Ticket) (verdict instanceof Verdict.Choose ? agent.choose(CHINESE) : verdict);
  }

  @Test
  void aNumberComesWithThePeopleBeforeAndTheSameCardHearsThemFewer() {
    open(Service.CLINIC);
    says(waiting(false, 301, 302));
    assertThat(number(1).ahead()).contains(new Verdict.Ahead(2, 10));
    assertThat(number(2).ahead()).contains(new Verdict.Ahead(3, 15));
    says(waiting(false, 302, 101, 102));
    Verdict.Ticket again = number(1);
    assertThat(again.number()).isEqualTo(101);
    assertThat(again.ahead()).contains(new Verdict.Ahead(1, 5));
    bench.machine.advance(5_001);
    says(waiting(false, 102));
    assertThat(number(1).ahead()).isEmpty();
    assertThat(number(2).ahead()).contains(new Verdict.Ahead(0, 0));
  }

  @Test
  void figuresOlderThanAMinuteAreNotToldAndTheNumberComesAllTheSame() {
    open(Service.CLINIC);
    says(waiting(false, 301));
    bench.machine.advance(HubFigures.FRESH_MS);
    assertThat(number(1).ahead()).isPresent();
    bench.machine.advance(1);
    Verdict.Ticket later = number(2);
    assertThat(later.number()).isEqualTo(102);
    assertThat(later.ahead()).isEmpty();
  }

  @Test
  void aQueueThatIsClosedIsOfferedNoLongerHoweverOldTheWordAndItsNumbersAreToldAgain() {
    open(Service.CLINIC);
    assertThat(number(1).number()).isEqualTo(101);
    bench.machine.advance(120_000);
    says(waiting(true, 101));
    bench.machine.advance(600_000);
    assertThat(present(1))
        .isInstanceOfSatisfying(
            Verdict.Ticket.class, ticket -> assertThat(ticket.number()).isEqualTo(101));
    assertThat(present(2))
        .isInstanceOfSatisfying(
            Verdict.Ticket.class, ticket -> assertThat(ticket.queue().zh()).isEqualTo("队"));
    reconnect();
    says(
        new FiguresNow(
            TODAY,
            OptionalInt.empty(),
            List.of(
                new FiguresNow.Queue(CHINESE, true, List.of(), 300),
                new FiguresNow.Queue("pharmacy", true, List.of(), 300))));
    assertThat(present(3)).isInstanceOf(Verdict.NotNow.class);
    assertThat(agent.status().now().orElseThrow().kind()).isEqualTo(PlaceNow.Kind.CLOSED);
    says(waiting(false));
    assertThat(present(4)).isInstanceOf(Verdict.Choose.class);
  }

  @Test
  void yesterdaysClosingDoesNotCloseToday() {
    open(Service.CLINIC);
    says(
        new FiguresNow(
            TODAY.minusDays(1),
            OptionalInt.empty(),
            List.of(new FiguresNow.Queue(CHINESE, true, List.of(), 300))));
    assertThat(present(1)).isInstanceOf(Verdict.Choose.class);
  }

  @Test
  void freeSeatsAreToldForAMinute() {
    open(Service.CANTEEN);
    assertThat(agent.status().seatsFree()).isEmpty();
    says(new FiguresNow(TODAY, OptionalInt.of(43), List.of()));
    assertThat(agent.status().seatsFree()).hasValue(43);
    bench.machine.advance(HubFigures.FRESH_MS + 1);
    assertThat(agent.status().seatsFree()).isEmpty();
  }
}
