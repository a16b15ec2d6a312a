package io.jinlin.hub.audit;

import io.jinlin.contract.event.EventId;
import io.jinlin.contract.event.Fact;
import io.jinlin.contract.event.Occasion;
import io.jinlin.hub.live.Entry;
import io.jinlin.hub.tally.Subject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What else the ledger has about drawn events: the same person in the same occasion, and notes. */
final class Traces {
  private record Key(Subject subject, Occasion occasion) {}

  private final Map<EventId, List<Entry>> traces = new HashMap<>();
  private final Map<Key, EventId> drawn = new HashMap<>();

  Traces(List<Entry> drawn) {
    for (Entry entry : drawn) {
      traces.put(entry.event(), new ArrayList<>());
      key(entry).ifPresent(key -> this.drawn.put(key, entry.event()));
    }
  }

  private static Optional<Key> key(Entry entry) {
    return entry
        .subject()
        .flatMap(subject -> entry.occasion().map(occasion -> new Key(subject, occasion)));
  }

  void accept(Entry entry) {
    Optional<EventId> about =
        entry.fact() instanceof Fact.Voiding voiding
            ? Optional.of(voiding.event())
            : key(entry).map(drawn::get);
    about
        .filter(event -> !event.equals(entry.event()))
        .map(traces::get)
        .ifPresent(trace -> trace.add(entry));
  }

  /** Oldest first. */
  List<Entry> of(Entry entry) {
    return List.copyOf(traces.getOrDefault(entry.event(), List.of()));
  }
}
