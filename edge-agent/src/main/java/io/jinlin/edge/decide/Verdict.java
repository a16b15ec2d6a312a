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

  /**
   * Recorded: a meal, a session or a visit, by {@code occasion.kind()}.
   *
   * @param also what may be taken along, if the person taps it: dinner with lunch
   */
  record Accepted(Person person, Occasion occasion, Label label, Optional<Choice> also)
      implements Verdict {
    public Accepted(Person person, Occasion occasion, Label label) {
      this(person, occasion, label, Optional.empty());
    }
  }

  /**
   * A neighbour collects (代领); nothing is recorded yet.
   *
   * @param collector {@link Person#UNKNOWN} before their own card was seen
   * @param taken how many of this meal they have collected
   * @param cap how many they may
   */
  record Proxy(Step step, Person collector, int taken, int cap) implements Verdict {
    /** What to present next. */
    public enum Step {
      /** The collector's own card first. */
      OWN_CARD,
      /** The card of whom they collect for. */
      OTHER_CARD,
      /** It was their own card again. */
      SAME_CARD,
      /** They have collected as many as one may. */
      FULL
    }
  }

  /** A meal was recorded for a person who is not there. */
  record Collected(Person person, Occasion occasion, Label label, int taken, int cap)
      implements Verdict {}

  /**
   * An answer to one of several cards that a neighbour presents.
   *
   * @param next what they are asked for then
   */
  record During(Verdict answer, Proxy next) implements Verdict {}

  /**
   * There is no more of the meal; nobody's fault.
   *
   * @param next what opens next, if anything is known to
   */
  record SoldOut(Label meal, Optional<PlaceNow.Next> next) implements Verdict {}

  /**
   * 今日停开.
   *
   * @param next what opens next; absent if only the end of the closure is known
   * @param until when the closure ends
   */
  record Closed(Label place, Label reason, Optional<PlaceNow.Next> next, LocalDateTime until)
      implements Verdict {}

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
