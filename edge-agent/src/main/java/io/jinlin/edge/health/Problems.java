package io.jinlin.edge.health;

import io.jinlin.contract.event.Check;
import io.jinlin.contract.wire.Health;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** All that is wrong, from every part that knows of something; safe to use from any thread. */
public final class Problems {
  private final Set<String> reported = new ConcurrentSkipListSet<>();
  private final List<Supplier<? extends Collection<String>>> sources = new CopyOnWriteArrayList<>();

  /** A part that knows its own problems whenever it is asked. */
  public void source(Supplier<? extends Collection<String>> source) {
    sources.add(source);
  }

  /**
   * Notes a problem, or that it is over.
   *
   * @param id for example {@code camera-lost}
   * @return whether that is news
   */
  public boolean report(String id, boolean present) {
    Check.id("problem", id);
    return present ? reported.add(id) : reported.remove(id);
  }

  /** The problems of now, sorted; at most {@link Health#MAX_PROBLEMS}. */
  public List<String> now() {
    Set<String> all = new TreeSet<>(reported);
    sources.forEach(source -> all.addAll(source.get()));
    return all.stream().limit(Health.MAX_PROBLEMS).toList();
  }
}
