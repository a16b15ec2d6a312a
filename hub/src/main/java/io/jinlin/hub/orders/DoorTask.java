package io.jinlin.hub.orders;

import io.jinlin.contract.event.Check;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A door that nobody opened: somebody must find out today how the person is, step by step, until
 * they were reached. No habit is needed for it.
 *
 * @param visit the visit without an answer
 * @param steps what was tried since, in order
 */
public record DoorTask(Visit visit, List<Step> steps) {
  /** What to try, in this order, and how long after the visit it is due at the latest. */
  public enum Kind {
    /** Call the person now. */
    PHONE(Duration.ofMinutes(5)),
    /** Call their contact. */
    CONTACT(Duration.ofMinutes(15)),
    /** Go there. */
    VISIT(Duration.ofMinutes(45)),
    /** Tell the director. */
    DIRECTOR(Duration.ofMinutes(90));

    private final Duration after;

    Kind(Duration after) {
      this.after = after;
    }

    /** When it is due, from the visit on. */
    public Duration after() {
      return after;
    }
  }

  /**
   * One thing that was tried.
   *
   * @param key made where it was entered; the same key again is the same step
   * @param reached whether the person was spoken to or seen: then the task is done
   */
  public record Step(
      String key, Kind kind, boolean reached, String note, long atMillis, String by) {
    public Step {
      Check.id("key", key);
      Check.range("note", note.length(), 0, Visit.MAX_NOTE_LENGTH);
      Check.note("by", by);
    }
  }

  public DoorTask {
    steps = List.copyOf(steps);
  }

  /** Whether the person was reached. */
  public boolean isDone() {
    return steps.stream().anyMatch(Step::reached);
  }

  /** What to try next; empty when done, or when the director was told and it is theirs. */
  public Optional<Kind> next() {
    if (isDone()) {
      return Optional.empty();
    }
    int tried = steps.stream().mapToInt(step -> step.kind().ordinal() + 1).max().orElse(0);
    return tried < Kind.values().length ? Optional.of(Kind.values()[tried]) : Optional.empty();
  }

  /** Whether the next step should have been taken by now. */
  public boolean isOverdue(long nowMillis) {
    return next().map(kind -> nowMillis - visit.atMillis() > kind.after().toMillis()).orElse(false);
  }
}
