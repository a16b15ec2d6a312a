package io.jinlin.hub.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jinlin.contract.card.CardRef;
import io.jinlin.contract.event.EventId;
import io.jinlin.contract.event.Fact;
import io.jinlin.contract.event.Input;
import io.jinlin.contract.event.Occasion;
import io.jinlin.contract.event.Outcome;
import io.jinlin.contract.event.Way;
import io.jinlin.hub.api.Api;
import io.jinlin.hub.ledger.Committed;
import io.jinlin.hub.ledger.Trouble;
import io.jinlin.hub.testing.TestHub;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Events that were left out because too many waited are taken in once, and only they are read. */
class BacklogTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

  @TempDir private Path folder;
  private final List<Committed> commits = new CopyOnWriteArrayList<>();
  private final Backlog backlog = new Backlog();
  private TestHub hub;
  private List<CardRef> elders;

  @BeforeEach
  void start() throws Exception {
    hub = TestHub.start(folder.resolve("hub"));
    elders = hub.cards("elder");
    hub.ledger().onCommitted(commits::add);
  }

  @AfterEach
  void stop() throws Exception {
    hub.close();
  }

  private Projector projector() {
    Api.Parts parts = hub.apiParts();
    return new Projector(parts.database(), parts.places(), parts.people(), parts.cards());
  }

  private void meal(String device, int card) throws Exception {
    hub.sent(
        device,
        new Fact.Scan(
            "canteen",
            elders.get(card),
            Outcome.ACCEPTED,
            Optional.of(new Occasion(Occasion.Kind.MEAL, "lunch", TODAY)),
            Optional.of(Way.DINE_IN),
            0,
            Input.CAMERA));
  }

  private void door(int people) throws Exception {
    hub.sent("door-hall", new Fact.Passage("hall", "door-1", Fact.Passage.Direction.IN, people));
  }

  /** The next commits, with so many events: listeners are told after the senders. */
  private List<Committed> taken(int events) {
    await()
        .until(() -> commits.stream().mapToInt(commit -> commit.recorded().size()).sum() == events);
    List<Committed> taken = List.copyOf(commits);
    commits.clear();
    return taken;
  }

  private static List<Object> shown(Projector projector) {
    Snapshot snapshot = projector.view(TestHub.NOON, List.of(), Trouble.NONE).snapshot();
    return List.of(
        snapshot.places(),
        snapshot.attendances(),
        snapshot.meals(),
        snapshot.latest().stream().map(Snapshot.Row::event).sorted().toList());
  }

  @Test
  void whatWasLeftOutIsTakenInOnceThoughItComesAgainInTheQueue() throws Exception {
    Projector followed = projector();
    shown(followed);
    meal("kiosk-canteen-1", 0);
    door(3);
    taken(2).forEach(followed::apply);

    meal("kiosk-canteen-1", 1);
    meal("kiosk-canteen-2", 2);
    door(4);
    taken(3).forEach(backlog::note);
    followed.missed(backlog.close());
    // Committed after the backlog was closed and before it is read: in the queue and in the ledger.
    door(5);
    assertThat(shown(followed)).isEqualTo(shown(projector()));
    taken(1).forEach(followed::apply);
    assertThat(shown(followed)).isEqualTo(shown(projector()));
    assertThat(shown(followed).toString()).contains("people=12");
  }

  @Test
  void aCorrectionAmongThemMakesAllBeReadAgain() throws Exception {
    Projector followed = projector();
    shown(followed);
    String event = hub.sent("door-hall", passage(6));
    taken(1).forEach(followed::apply);
    String[] name = event.split("/");
    hub.ledger()
        .append(
            new Fact.Voiding(
                "hall", new EventId(name[0], name[1], Long.parseLong(name[2])), "test", "director"))
        .get();
    taken(1).forEach(backlog::note);
    assertThat(backlog.isOpen()).isTrue();
    followed.missed(backlog.close());
    assertThat(backlog.isOpen()).isFalse();
    assertThat(shown(followed)).isEqualTo(shown(projector()));
  }

  private static Fact passage(int people) {
    return new Fact.Passage("hall", "door-1", Fact.Passage.Direction.IN, people);
  }
}
