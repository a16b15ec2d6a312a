package io.jinlin.edge.decide;

import io.jinlin.contract.card.CardRefusal;
import io.jinlin.contract.event.Occasion;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/**
 * What a person is answered. Screen, sound and lamp are views of it. Times are the site's local
 * times, ready to be shown.
 */
public sealed interface Verdict {
  /** Most choices on the screen at once. */
  int MAX_CHOICES = 4;

  /** Recorded: a meal, a session or a visit, by {@code occasion.kind()}. */
  record Accepted(Person person, Occasion occasion, Label label) implements Verdict {}

  /**
   * The same occasion had been answered before, here or at another kiosk.
   *
   * @param first when
   */
  record Already(Person person, Occasion occasion, Label label, LocalTime first)
      implements Verdict {}

  /**
   * A clinic number.
   *
   * @param queue for what
   * @param number spoken digit by digit
   * @param repeated the number was given earlier and is said again
   * @param ahead who is before, if the hub said so lately
   */
  record Ticket(Person person, Label queue, int number, boolean repeated, Optional<Ahead> ahead)
      implements Verdict {
    /** Without a word of who is before. */
    public Ticket(Person person, Label queue, int number, boolean repeated) {
      this(person, queue, number, repeated, Optional.empty());
    }

    /** The same with who is before. */
    public Ticket with(Ahead before) {
      return new Ticket(person, queue, number, repeated, Optional.of(before));
    }
  }

  /**
   * Who is before a number.
   *
   * @param people how many
   * @param minutes about how long they take together
   */
  record Ahead(int people, int minutes) {}

  /** Place and time leave 2 to {@link #MAX_CHOICES} possibilities; nothing is recorded yet. */
  record Choose(Person person, List<Choice> choices) implements Verdict {
    public Choose {
      choices = List.copyOf(choices);
      if (choices.size() < 2 || choices.size() > MAX_CHOICES) {
        throw new IllegalArgumentException(choices.size() + " choices");
      }
    }
  }

  /**
   * One possibility.
   *
   * @param id a queue or session
   */
  record Choice(String id, Label label) {}

  /** An adult came for children: the teacher was told, nobody is released. */
  record Collecting(Person person, int children) implements Verdict {}

  /** Goodbye. */
  record Left(Person person) implements Verdict {}

  /**
   * Nothing is open for this card here and now; not the person's fault.
   *
   * @param label what opens next, or the place
   * @param opens when; absent if nothing is known to open
   */
  record NotNow(Label label, Optional<LocalDateTime> opens) implements Verdict {}

  /** 请找工作人员. Dead, moved, revoked and not enrolled all look alike. */
  record SeeStaff() implements Verdict {}

  /** Stored without an occasion, because the clock is not trusted; the person goes on as usual. */
  record Untimed(Person person) implements Verdict {}

  /** Not a card of ours, or one that cannot be read. */
  record NotACard(CardRefusal refusal) implements Verdict {}

  /** Nothing can be recorded; staff serve by hand. */
  record OutOfService(Reason reason) implements Verdict {}

  /** Why a kiosk is out of service. */
  enum Reason {
    /** It has not yet learned from the hub what place it stands at. */
    NOT_SET_UP,
    /** Too many events are waiting for the hub. */
    OUTBOX_FULL,
    /** The disk refused. */
    DISK_FAILED
  }
}
