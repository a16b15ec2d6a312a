package io.jinlin.kiosk.app;

import io.jinlin.contract.card.CardCode;
import io.jinlin.contract.card.CardKeys;
import io.jinlin.contract.card.CardReading;
import io.jinlin.contract.event.Fact;
import io.jinlin.contract.event.Input;
import io.jinlin.contract.event.Occasion;
import io.jinlin.edge.decide.*;
import io.jinlin.edge.roster.Replica;
import io.jinlin.kiosk.screen.ScreenStatus.Standing;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.*;

final class DecidingDesk implements CardDesk, AutoCloseable {
  private final Replica replica;
  private final SettableClock clock;
  private final Map<String, Map<Occasion, Seen.Answered>> seen = new HashMap<>();
  private final Map<String, Long> lastAt = new HashMap<>();
  private final Map<String, Fact> last = new HashMap<>();
  private final Map<LocalDate, Integer> tickets = new HashMap<>();
  private CardCode asking = Fixture.WANG;
  long unsent;

  DecidingDesk(Path folder, SettableClock clock) {
    this.clock = clock;
    replica = Replica.open(folder.resolve("replica.db"), 0);
  }

  private Situation situation() {
    return Situation.of(replica.settings(), Fixture.DEVICE, clock.wallMillis(), true).orElseThrow();
  }

  public synchronized Verdict present(String text, Input input) {
    if (CardCode.read(text) instanceof CardReading.NotACard n) return new Verdict.NotACard(n.refusal());
    asking = ((CardReading.Card) CardCode.read(text)).code();
    return decide(Optional.empty(), input);
  }

  private Verdict decide(Optional<String> choice, Input input) {
    CardKeys keys = asking.keys(Fixture.SITE);
    String ref = keys.ref().text();
    Seen s = new Seen(seen.getOrDefault(ref, Map.of()), Map.of(),
        Optional.ofNullable(last.get(ref)).map(f -> new Seen.Last(f, clock.wallMillis() - lastAt.get(ref))), tickets);
    Decision d = Decider.decide(situation(), new Presented(keys.ref(), replica.look(keys), s, input, choice));
    d.fact().ifPresent(f -> {
      unsent++;
      last.put(ref, f);
      lastAt.put(ref, clock.wallMillis());
      if (f instanceof Fact.Scan scan && scan.outcome() == io.jinlin.contract.event.Outcome.ACCEPTED) {
        seen.computeIfAbsent(ref, k -> new HashMap<>()).put(scan.occasion().get(), new Seen.Answered(clock.wallMillis(), scan.ticket()));
        if (scan.ticket() > 0) tickets.put(scan.occasion().get().date(), scan.ticket());
      }
    });
    return d.verdict();
  }

  public synchronized Verdict choose(String choice) { return decide(Optional.of(choice), Input.KEYBOARD); }
  public String callHelp() { return "call-1"; }
  public void endHelp(String call) {}
  public State state() {
    Situation s = situation();
    return new State(false, unsent, true, clock.wallMillis(),
        Optional.of(new Standing(new Label(s.place().name(), s.place().nameEnglish()), s.place().service().name().toLowerCase(Locale.ROOT), s.site().zone())),
        Optional.of(Decider.now(s)), Optional.empty(), List.of());
  }
  public void onChange(Runnable listener) {}
  public void close() { replica.close(); }
}
