package io.jinlin.edge.uplink;

import io.jinlin.contract.wire.EpochRange;
import io.jinlin.contract.wire.Limits;
import io.jinlin.edge.outbox.EpochView;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which epochs a Hello names. What the hub lacks comes first; then every other epoch of which rows
 * are left gets its turn once in a connection, because only the hub's answer tells that it was
 * restored from a backup and lacks them again.
 */
final class Greeting {
  private final Set<String> named = new HashSet<>();

  /** Forgets what earlier connections named. */
  void reset() {
    named.clear();
  }

  /** Up to {@link Limits#MAX_EPOCHS} epochs; they count as named from now on. */
  List<EpochRange> next(List<EpochView> epochs) {
    List<EpochView> chosen = new ArrayList<>();
    int room = Limits.MAX_EPOCHS;
    for (EpochView epoch : epochs) {
      if (epoch.current()) {
        room--;
      }
    }
    for (EpochView epoch : epochs) {
      if (epoch.unsent() && !epoch.current() && chosen.size() < room) {
        chosen.add(epoch);
      }
    }
    for (int i = epochs.size() - 1; i >= 0 && chosen.size() < room; i--) {
      EpochView epoch = epochs.get(i);
      if (!epoch.unsent() && !epoch.current() && !named.contains(epoch.epoch())) {
        chosen.add(epoch);
      }
    }
    epochs.stream().filter(EpochView::current).forEach(chosen::add);
    chosen.forEach(epoch -> named.add(epoch.epoch()));
    return chosen.stream()
        .map(epoch -> new EpochRange(epoch.epoch(), epoch.first(), epoch.last()))
        .toList();
  }

  /** Whether an epoch that is not the current one still waits to be named. */
  boolean pending(List<EpochView> epochs) {
    return epochs.stream().anyMatch(epoch -> !epoch.current() && !named.contains(epoch.epoch()));
  }

  /** Whether the hub was told of it in this connection. */
  boolean named(String epoch) {
    return named.contains(epoch);
  }
}
