package io.jinlin.contract.event;

import io.jinlin.contract.card.CardRef;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What happened. Devices send {@link Scan}, {@link Departure}, {@link Passage}, {@link HelpCall},
 * {@link Collection} and {@link RevocationHeld}; the hub adds its own about counts, corrections and
 * hand-overs, in the same ledger. Places, doors and calls are identifiers of 1–40 characters
 * ({@code [a-z0-9-]}).
 */
public sealed interface Fact {
  /** Most children one scan can offer to hand over. */
  int MAX_CHILDREN = 8;

  /** Most people in one passage or one hand count. */
  int MAX_PEOPLE = 2_000;

  /** Longest reason or account name, in characters. */
  int MAX_NOTE_LENGTH = 80;

  /** The place it happened at. */
  String place();

  /**
   * A card was presented and answered.
   *
   * @param occasion absent unless the outcome is accepted or already
   * @param way how a meal was taken; absent for anything else
   * @param ticket the clinic number that was given or repeated, 1–9999; 0 for none
   * @param collector the card of the neighbour who took the meal for the card's holder (代领); only
   *     with {@link Way#BY_PROXY}
   */
  record Scan(
      String place,
      CardRef ref,
      Outcome outcome,
      Optional<Occasion> occasion,
      Optional<Way> way,
      int ticket,
      Input input,
      Optional<CardRef> collector)
      implements Fact {
    /** Highest ticket number. */
    public static final int MAX_TICKET = 9_999;

    public Scan {
      Check.id("place", place);
      Check.range("ticket", ticket, 0, MAX_TICKET);
      boolean answered = outcome == Outcome.ACCEPTED || outcome == Outcome.ALREADY;
      if (answered != occasion.isPresent()) {
        throw new IllegalArgumentException("outcome " + outcome + " and occasion do not agree");
      }
      if (collector.isPresent() && !way.equals(Optional.of(Way.BY_PROXY))) {
        throw new IllegalArgumentException("collector without the way by-proxy");
      }
    }

    /** A card that its holder presented. */
    public Scan(
        String place,
        CardRef ref,
        Outcome outcome,
        Optional<Occasion> occasion,
        Optional<Way> way,
        int ticket,
        Input input) {
      this(place, ref, outcome, occasion, way, ticket, input, Optional.empty());
    }

    /** Whether the holder of the card was there: nobody is seen by what a neighbour collects. */
    public boolean isSighting() {
      return !way.equals(Optional.of(Way.BY_PROXY));
    }
  }

  /** A card was presented on the way out. */
  record Departure(String place, CardRef ref, Input input) implements Fact {
    public Departure {
      Check.id("place", place);
    }
  }

  /** People went through a door, as its beams saw it. */
  record Passage(String place, String door, Direction direction, int people) implements Fact {
    /** Which way. */
    public enum Direction {
      IN,
      OUT
    }

    public Passage {
      Check.id("place", place);
      Check.id("door", door);
      Check.range("people", people, 1, MAX_PEOPLE);
    }
  }

  /**
   * Somebody pressed 没带卡 / 要帮忙, or took it back.
   *
   * @param call the same for the call and for its end
   */
  record HelpCall(String place, String call, boolean ended) implements Fact {
    public HelpCall {
      Check.id("place", place);
      Check.id("call", call);
    }
  }

  /** An adult's card was presented to collect children; releases nobody. */
  record Collection(
      String place, CardRef ref, Occasion occasion, List<CardRef> children, Input input)
      implements Fact {
    public Collection {
      Check.id("place", place);
      Check.range("children", children.size(), 1, MAX_CHILDREN);
      children = List.copyOf(children);
    }
  }

  /**
   * The device holds a card as revoked that the hub's own list does not name: a hub restored from a
   * backup learns again what it forgot.
   */
  record RevocationHeld(String place, CardRef ref) implements Fact {
    public RevocationHeld {
      Check.id("place", place);
    }
  }

  /** Hub only: staff counted the people in a place. */
  record HandCount(String place, int people, String by) implements Fact {
    public HandCount {
      Check.id("place", place);
      Check.range("people", people, 0, MAX_PEOPLE);
      Check.note("by", by);
    }
  }

  /** Hub only: staff answered a call for help. */
  record HelpAnswer(String place, String device, String call, String by) implements Fact {
    public HelpAnswer {
      Check.id("place", place);
      Check.id("device", device);
      Check.id("call", call);
      Check.note("by", by);
    }
  }

  /** Hub only: a clinic number was called. */
  record TicketCall(String place, Occasion occasion, int ticket, String by) implements Fact {
    public TicketCall {
      Check.id("place", place);
      Check.range("ticket", ticket, 1, Scan.MAX_TICKET);
      Check.note("by", by);
    }
  }

  /** Hub only: the teacher pressed 已交接 for one child and the adult whose card was presented. */
  record HandOver(String place, Occasion occasion, CardRef child, CardRef adult, String by)
      implements Fact {
    public HandOver {
      Check.id("place", place);
      Check.note("by", by);
    }
  }

  /** Hub only: staff took an event back; it stays in the ledger and no longer counts. */
  record Voiding(String place, EventId event, String reason, String by) implements Fact {
    public Voiding {
      Check.id("place", place);
      Check.note("reason", reason);
      Check.note("by", by);
    }
  }

  /**
   * Hub only: something happened to a clinic number, or to a whole queue. A step is taken back by a
   * {@link Voiding}, as any other event.
   *
   * @param occasion the queue for which the number was given, and the day; for {@link Step#CLOSE}
   *     and {@link Step#REOPEN} the queue itself
   * @param ticket 1–9999; 0 for a step of a queue
   * @param room where the person is called to; only with {@link Step#CALL} and {@link Step#RECALL}
   * @param queue where the number waits from now on; only with {@link Step#TRANSFER}, always there
   */
  record TicketStep(
      String place,
      Occasion occasion,
      int ticket,
      Step step,
      Optional<String> room,
      Optional<String> queue,
      String by)
      implements Fact {

    /** What happened; only added to, at its end. */
    public enum Step {
      /** A person without a card got a number of the hub's own, or a plate with a number. */
      ISSUE,
      /** Called to a room; whoever was in that room is done. */
      CALL,
      /** Called once more to the same room. */
      RECALL,
      /** Called and not come: does not wait until it is returned. */
      SKIP,
      /** Waits again, as before the call. */
      RETURN,
      /** Waits in another queue from now on. */
      TRANSFER,
      /** Done. */
      SERVE,
      /** Left without being seen. */
      LEAVE,
      /** Goes first, whatever the rule says. */
      PREFER,
      /** The queue takes nobody any more today. */
      CLOSE,
      /** The queue takes people again. */
      REOPEN;

      /** Whether it is about a queue and no number. */
      public boolean ofQueue() {
        return this == CLOSE || this == REOPEN;
      }
    }

    public TicketStep {
      Check.id("place", place);
      Check.range("ticket", ticket, step.ofQueue() ? 0 : 1, step.ofQueue() ? 0 : Scan.MAX_TICKET);
      Check.note("by", by);
      room.ifPresent(id -> Check.id("room", id));
      queue.ifPresent(id -> Check.id("queue", id));
      if (occasion.kind() != Occasion.Kind.CLINIC) {
        throw new IllegalArgumentException("occasion is not of the clinic");
      }
      if (room.isPresent() && step != Step.CALL && step != Step.RECALL) {
        throw new IllegalArgumentException("room and step do not agree");
      }
      if (queue.isPresent() != (step == Step.TRANSFER)) {
        throw new IllegalArgumentException("queue and step do not agree");
      }
    }
  }

  /**
   * Hub only: staff served a meal without a card, or more than one.
   *
   * @param person the hub's number of who had it; 0 for nobody in particular
   * @param ref a living card of that person, so that kiosks know of the meal; absent for none
   * @param portions 1 to {@value #MAX_PORTIONS}; for a person's one meal of a period 1
   */
  record Serving(
      String place,
      Occasion occasion,
      Kind kind,
      long person,
      Optional<CardRef> ref,
      Way way,
      int portions,
      String reason,
      String by)
      implements Fact {
    /** Most portions entered at once. */
    public static final int MAX_PORTIONS = 20;

    /** Why there was no card. */
    public enum Kind {
      /** 忘带卡: a person's own meal of the period; counts once with those taken by card. */
      FORGOTTEN_CARD,
      /** 客人. */
      GUEST,
      /** 员工餐. */
      STAFF_MEAL,
      /** 加购: a further portion at full price; a portion (份), no attendance (人次). */
      SECOND_PORTION,
      /** 送餐: handed over at the door; a person's own meal of the period. */
      DELIVERED
    }

    public Serving {
      Check.id("place", place);
      Check.range("person", person, 0, Integer.MAX_VALUE);
      Check.range("portions", portions, 1, MAX_PORTIONS);
      Check.note("reason", reason);
      Check.note("by", by);
      if (occasion.kind() != Occasion.Kind.MEAL) {
        throw new IllegalArgumentException("a serving is of a meal");
      }
      boolean own = kind == Kind.FORGOTTEN_CARD || kind == Kind.DELIVERED;
      if (own && (person == 0 || portions != 1)) {
        throw new IllegalArgumentException(
            "a forgotten card or a delivery is one person's one meal");
      }
    }

    /** Whether it counts once a person and period, together with what was taken by card. */
    public boolean isOnce() {
      return kind != Kind.SECOND_PORTION && person != 0 && portions == 1;
    }
  }

  /**
   * Hub only: how the kitchen stands with a meal; the newest holds.
   *
   * @param cooked portions cooked in all, 0 to {@value #MAX_COOKED}; absent while not entered
   * @param soldOut said by hand, whatever is left
   */
  record Stock(String place, Occasion occasion, OptionalInt cooked, boolean soldOut, String by)
      implements Fact {
    /** Most portions of one meal. */
    public static final int MAX_COOKED = 5_000;

    public Stock {
      Check.id("place", place);
      cooked.ifPresent(portions -> Check.range("cooked", portions, 0, MAX_COOKED));
      Check.note("by", by);
      if (occasion.kind() != Occasion.Kind.MEAL) {
        throw new IllegalArgumentException("stock is of a meal");
      }
    }
  }
}
