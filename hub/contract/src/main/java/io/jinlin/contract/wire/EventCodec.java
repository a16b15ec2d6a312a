package io.jinlin.contract.wire;

import io.jinlin.contract.card.CardRef;
import io.jinlin.contract.event.Event;
import io.jinlin.contract.event.EventId;
import io.jinlin.contract.event.Fact;
import io.jinlin.contract.event.FactType;
import io.jinlin.contract.event.Input;
import io.jinlin.contract.event.Outcome;
import io.jinlin.contract.event.Way;
import io.jinlin.contract.event.WordTable;

/**
 * An event as one line of JSON, for example
 *
 * <pre>{"type":"scan","at":1795491720000,"monotonic":8123,"place":"canteen","ref":"…22…",
 * "outcome":"accepted","occasion":"meal:lunch:2026-11-24","way":"dine-in","input":"camera"}</pre>
 *
 * <p>What is absent is left out. The line is what the outbox stores, the wire carries and the
 * ledger keeps, at most {@link Limits#MAX_EVENT_BYTES}.
 */
public final class EventCodec {
  private static final WordTable<FactType> TYPES = WordTable.of(FactType.class);
  private static final WordTable<Outcome> OUTCOMES = WordTable.of(Outcome.class);
  private static final WordTable<Way> WAYS = WordTable.of(Way.class);
  private static final WordTable<Input> INPUTS = WordTable.of(Input.class);
  private static final WordTable<Fact.Passage.Direction> DIRECTIONS =
      WordTable.of(Fact.Passage.Direction.class);
  private static final WordTable<Fact.TicketStep.Step> STEPS =
      WordTable.of(Fact.TicketStep.Step.class);

  private EventCodec() {}

  /** The line, without a line end. */
  public static byte[] encode(Event event) {
    Fact fact = event.fact();
    JsonLine line =
        JsonLine.object()
            .put("type", TYPES.word(FactType.of(fact)))
            .put("at", event.wallMillis())
            .put("monotonic", event.monotonicMillis())
            .put("place", fact.place());
    if (fact instanceof Fact.Scan scan) {
      putScan(line, scan);
    } else if (fact instanceof Fact.Passage passage) {
      line.put("door", passage.door())
          .put("direction", DIRECTIONS.word(passage.direction()))
          .put("people", passage.people());
    } else if (fact instanceof Fact.Departure departure) {
      line.put("ref", departure.ref().text()).put("input", INPUTS.word(departure.input()));
    } else if (fact instanceof Fact.RevocationHeld held) {
      line.put("ref", held.ref().text());
    } else if (fact instanceof Fact.HelpCall call) {
      line.put("call", call.call()).put("ended", call.ended());
    } else if (fact instanceof Fact.Collection collection) {
      line.put("ref", collection.ref().text())
          .put("occasion", collection.occasion().text())
          .putTexts("children", collection.children().stream().map(CardRef::text).toList())
          .put("input", INPUTS.word(collection.input()));
    } else {
      putHubFact(line, fact);
    }
    return line.bytes();
  }

  private static void putScan(JsonLine line, Fact.Scan scan) {
    line.put("ref", scan.ref().text()).put("outcome", OUTCOMES.word(scan.outcome()));
    scan.occasion().ifPresent(occasion -> line.put("occasion", occasion.text()));
    scan.way().ifPresent(way -> line.put("way", WAYS.word(way)));
    if (scan.ticket() != 0) {
      line.put("ticket", scan.ticket());
    }
    line.put("input", INPUTS.word(scan.input()));
    scan.collector().ifPresent(collector -> line.put("collector", collector.text()));
  }

  private static void putHubFact(JsonLine line, Fact fact) {
    if (fact instanceof Fact.HandCount count) {
      line.put("people", count.people()).put("by", count.by());
    } else if (fact instanceof Fact.HelpAnswer answer) {
      line.put("device", answer.device()).put("call", answer.call()).put("by", answer.by());
    } else if (fact instanceof Fact.TicketCall call) {
      line.put("occasion", call.occasion().text())
          .put("ticket", call.ticket())
          .put("by", call.by());
    } else if (fact instanceof Fact.TicketStep step) {
      putStep(line, step);
    } else if (fact instanceof Fact.HandOver handOver) {
      line.put("occasion", handOver.occasion().text())
          .put("child", handOver.child().text())
          .put("adult", handOver.adult().text())
          .put("by", handOver.by());
    } else if (fact instanceof Fact.Voiding voiding) {
      line.putObject("event", voiding.event(), EventCodec::putId)
          .put("reason", voiding.reason())
          .put("by", voiding.by());
    } else if (fact instanceof Fact.Serving || fact instanceof Fact.Stock) {
      KitchenFields.put(line, fact);
    }
  }

  private static void putStep(JsonLine line, Fact.TicketStep step) {
    line.put("occasion", step.occasion().text());
    if (step.ticket() != 0) {
      line.put("ticket", step.ticket());
    }
    line.put("step", STEPS.word(step.step()));
    step.room().ifPresent(room -> line.put("room", room));
    step.queue().ifPresent(queue -> line.put("queue", queue));
    line.put("by", step.by());
  }

  private static void putId(JsonLine line, EventId id) {
    line.put("device", id.device()).put("epoch", id.epoch()).put("seq", id.seq());
  }

  /** Reads a line of a device or of the hub. */
  public static Decoded<Event> decode(byte[] bytes) {
    return decode(bytes, 0, bytes.length);
  }

  /** Reads a line that is part of a larger array. */
  public static Decoded<Event> decode(byte[] bytes, int offset, int length) {
    return Fields.decode(bytes, offset, length, Limits.MAX_EVENT_BYTES, EventCodec::event);
  }

  private static Event event(Fields fields) {
    FactType type = fields.word("type", TYPES, Refusal.UNKNOWN_TYPE);
    String place = fields.text("place");
    return new Event(fields.number("at"), fields.number("monotonic"), fact(type, place, fields));
  }

  private static Fact fact(FactType type, String place, Fields fields) {
    return switch (type) {
      case SCAN -> scan(place, fields);
      case DEPARTURE -> new Fact.Departure(place, fields.ref("ref"), fields.word("input", INPUTS));
      case PASSAGE ->
          new Fact.Passage(
              place,
              fields.text("door"),
              fields.word("direction", DIRECTIONS),
              fields.integer("people"));
      case REVOCATION_HELD -> new Fact.RevocationHeld(place, fields.ref("ref"));
      case HELP_CALL -> new Fact.HelpCall(place, fields.text("call"), fields.flag("ended"));
      case COLLECTION ->
          new Fact.Collection(
              place,
              fields.ref("ref"),
              fields.occasion("occasion"),
              fields.refs("children"),
              fields.word("input", INPUTS));
      case HAND_COUNT, HELP_ANSWER, TICKET_CALL, HAND_OVER, VOIDING, TICKET_STEP, SERVING, STOCK ->
          hubFact(type, place, fields.text("by"), fields);
    };
  }

  private static Fact scan(String place, Fields fields) {
    return new Fact.Scan(
        place,
        fields.ref("ref"),
        fields.word("outcome", OUTCOMES),
        fields.optionalOccasion("occasion"),
        fields.optionalWord("way", WAYS),
        fields.integer("ticket", 0),
        fields.word("input", INPUTS),
        fields.optionalRef("collector"));
  }

  private static Fact hubFact(FactType type, String place, String by, Fields fields) {
    return switch (type) {
      case HAND_COUNT -> new Fact.HandCount(place, fields.integer("people"), by);
      case HELP_ANSWER ->
          new Fact.HelpAnswer(place, fields.text("device"), fields.text("call"), by);
      case TICKET_CALL ->
          new Fact.TicketCall(place, fields.occasion("occasion"), fields.integer("ticket"), by);
      case TICKET_STEP -> step(place, by, fields);
      case HAND_OVER ->
          new Fact.HandOver(
              place, fields.occasion("occasion"), fields.ref("child"), fields.ref("adult"), by);
      case SERVING -> KitchenFields.serving(place, by, fields);
      case STOCK -> KitchenFields.stock(place, by, fields);
      default -> new Fact.Voiding(place, id(fields.object("event")), fields.text("reason"), by);
    };
  }

  private static Fact step(String place, String by, Fields fields) {
    return new Fact.TicketStep(
        place,
        fields.occasion("occasion"),
        fields.integer("ticket", 0),
        fields.word("step", STEPS),
        fields.optionalText("room"),
        fields.optionalText("queue"),
        by);
  }

  private static EventId id(Fields fields) {
    return new EventId(fields.text("device"), fields.text("epoch"), fields.number("seq"));
  }
}
