package io.jinlin.edge.agent;

import io.jinlin.contract.card.CardKeys;
import io.jinlin.contract.event.Event;
import io.jinlin.contract.event.EventId;
import io.jinlin.contract.event.Fact;
import io.jinlin.contract.event.Input;
import io.jinlin.edge.clock.ClockReading;
import io.jinlin.edge.clock.EdgeClock;
import io.jinlin.edge.decide.Decider;
import io.jinlin.edge.decide.Decision;
import io.jinlin.edge.decide.Person;
import io.jinlin.edge.decide.Presented;
import io.jinlin.edge.decide.Situation;
import io.jinlin.edge.decide.Verdict;
import io.jinlin.edge.outbox.Appended;
import io.jinlin.edge.outbox.Outbox;
import io.jinlin.edge.roster.Replica;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Serves one card at a time: look, decide, commit, and only then answer. The caller holds the lock.
 */
final class Counter {
  /** How long a choice may be made, in milliseconds. */
  static final long CHOICE_MS = 15_000;

  private final String device;
  private final EdgeClock clock;
  private final Replica replica;
  private final Outbox outbox;
  private final HubFigures figures;
  private final SeenBook seen = new SeenBook();
  private final ProxyDesk proxies = new ProxyDesk();
  private Optional<Asked> asked = Optional.empty();

  Counter(String device, EdgeClock clock, Replica replica, Outbox outbox, HubFigures figures) {
    this.device = device;
    this.clock = clock;
    this.replica = replica;
    this.outbox = outbox;
    this.figures = figures;
    outbox.recent(
        SeenBook.MAX_ROWS,
        (id, boot, event) -> {
          seen.older(event, boot);
          return true;
        });
  }

  private record Asked(CardKeys keys, Input input, long atMonotonicMillis) {}

  /** Where the device stands, if its settings say so. */
  Optional<Situation> where(ClockReading at) {
    return Situation.of(replica.settings(), device, at.wallMillis(), at.trusted())
        .map(here -> figures.open(here, Set.of()));
  }

  Answer present(CardKeys keys, Input input) {
    asked = Optional.empty();
    return serve(keys, input, Optional.empty());
  }

  /** A neighbour wants to collect for somebody; their own card comes first. */
  Answer beginProxy() {
    asked = Optional.empty();
    ClockReading at = clock.read();
    Optional<Situation> here = where(at).filter(Decider::offersProxy);
    if (here.isEmpty()) {
      return Answer.silent(new Verdict.SeeStaff());
    }
    proxies.begin(at);
    int cap = here.get().plan().canteen(here.get().place().id()).proxyCap();
    return Answer.silent(new Verdict.Proxy(Verdict.Proxy.Step.OWN_CARD, Person.UNKNOWN, 0, cap));
  }

  /** The neighbour is done. */
  void endProxy() {
    proxies.end();
  }

  /** The answer to the question that was just asked; a person, if it came too late. */
  Answer choose(String choice) {
    Optional<Asked> question = asked;
    asked = Optional.empty();
    long now = clock.read().monotonicMillis();
    return question
        .filter(open -> now - open.atMonotonicMillis() <= CHOICE_MS)
        .map(open -> serve(open.keys(), open.input(), Optional.of(choice)))
        .orElseGet(() -> Answer.silent(new Verdict.SeeStaff()));
  }

  private Answer serve(CardKeys keys, Input input, Optional<String> choice) {
    ClockReading at = clock.read();
    Optional<Situation> here =
        Situation.of(replica.settings(), device, at.wallMillis(), at.trusted());
    if (here.isEmpty()) {
      return Answer.silent(new Verdict.OutOfService(Verdict.Reason.NOT_SET_UP));
    }
    Presented card =
        new Presented(
            keys.ref(),
            replica.look(keys),
            seen.of(keys.ref(), replica.claims(keys.ref()), replica.releases(keys.ref()), at),
            input,
            choice);
    Situation open = figures.open(here.get(), card.seen().here().keySet());
    Decision decision =
        choice.isPresent() || !proxies.isOpen(at)
            ? Decider.decide(open, card)
            : proxies.decide(open, card, seen::collectedBy, at);
    if (asks(decision.verdict())) {
      asked = Optional.of(new Asked(keys, input, at.monotonicMillis()));
    }
    return decision
        .fact()
        .map(fact -> commit(at, fact, decision.verdict()))
        .orElseGet(() -> Answer.silent(figures.told(decision.verdict(), at)));
  }

  private static boolean asks(Verdict verdict) {
    return verdict instanceof Verdict.Choose
        || verdict instanceof Verdict.Accepted ok && ok.also().isPresent();
  }

  private Answer commit(ClockReading at, Fact fact, Verdict verdict) {
    Appended appended = outbox.append(at, List.of(fact));
    if (appended instanceof Appended.Stored stored) {
      seen.committed(new Event(at.wallMillis(), at.monotonicMillis(), fact), at.boot());
      figures.stored(fact, at);
      Optional<EventId> id = stored.ids().stream().findFirst();
      return new Answer(figures.told(verdict, at), id);
    }
    boolean full = appended.equals(new Appended.Refused(Appended.Reason.OUTBOX_FULL));
    return Answer.silent(
        new Verdict.OutOfService(full ? Verdict.Reason.OUTBOX_FULL : Verdict.Reason.DISK_FAILED));
  }
}
