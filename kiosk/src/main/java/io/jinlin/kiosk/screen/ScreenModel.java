package io.jinlin.kiosk.screen;

import io.jinlin.contract.card.CardRefusal;
import io.jinlin.contract.event.Words;
import io.jinlin.edge.decide.Label;
import io.jinlin.edge.decide.Person;
import io.jinlin.edge.decide.PlaceNow;
import io.jinlin.edge.decide.Verdict;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** What an answer looks like on the wire to the page; pure. The times are those of UI.md. */
final class ScreenModel {
  static final long OK_MS = 3_000;
  static final long ALREADY_MS = 4_000;
  static final long ASK_MS = 15_000;

  /** How long "a person can help" stays after a question that nobody answered. */
  static final long ASK_LATE_MS = 8_000;

  static final long TICKET_MS = 10_000;
  static final long NOT_NOW_MS = 4_000;
  static final long SEE_STAFF_MS = 5_000;
  static final long COLLECTING_MS = 6_000;

  /** With something to take along there is time to read it and tap. */
  static final long ALSO_MS = 8_000;

  /** From one card of a neighbour who collects to the next, the answer in between included. */
  static final long PROXY_MS = 20_000;

  /** How long "hold still" stays after the frame that caused it. */
  static final long SEEN_MS = 900;

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

  private ScreenModel() {}

  /** The state for a verdict; empty for a code of nothing but white space, which is no answer. */
  static Optional<JsonObject> of(Verdict verdict) {
    if (verdict instanceof Verdict.NotACard notACard) {
      return notACard(notACard.refusal());
    }
    return Optional.of(answer(verdict));
  }

  private static JsonObject answer(Verdict verdict) {
    if (verdict instanceof Verdict.Accepted ok) {
      JsonObject screen =
          screen("ok", ok.also().isPresent() ? ALSO_MS : OK_MS)
              .mergeIn(person(ok.person()))
              .put("kind", Words.of(ok.occasion().kind()))
              .put("label", label(ok.label()));
      ok.also().ifPresent(choice -> screen.put("also", choice(choice)));
      return screen;
    }
    if (verdict instanceof Verdict.Already already) {
      return screen("already", ALREADY_MS)
          .mergeIn(person(already.person()))
          .put("kind", Words.of(already.occasion().kind()))
          .put("label", label(already.label()))
          .put("at", time(already.first()));
    }
    if (verdict instanceof Verdict.Ticket ticket) {
      return ticket(ticket);
    }
    if (verdict instanceof Verdict.Choose choose) {
      return ask(choose);
    }
    if (verdict instanceof Verdict.NotNow notNow) {
      JsonObject screen = screen("not-now", NOT_NOW_MS).put("label", label(notNow.label()));
      notNow.opens().ifPresent(opens -> screen.put("opens", dateTime(opens)));
      return screen;
    }
    return ScreenCanteen.of(verdict).orElseGet(() -> plain(verdict));
  }

  private static JsonObject ticket(Verdict.Ticket ticket) {
    JsonObject screen =
        screen("ticket", TICKET_MS)
            .mergeIn(person(ticket.person()))
            .put("label", label(ticket.queue()))
            .put("number", ticket.number())
            .put("repeated", ticket.repeated());
    ticket
        .ahead()
        .ifPresent(ahead -> screen.put("people", ahead.people()).put("minutes", ahead.minutes()));
    return screen;
  }

  private static JsonObject plain(Verdict verdict) {
    if (verdict instanceof Verdict.Collecting collecting) {
      return screen("collecting", COLLECTING_MS)
          .mergeIn(person(collecting.person()))
          .put("children", collecting.children());
    }
    if (verdict instanceof Verdict.Left left) {
      return screen("left", OK_MS).mergeIn(person(left.person()));
    }
    if (verdict instanceof Verdict.Untimed untimed) {
      return screen("untimed", OK_MS).mergeIn(person(untimed.person()));
    }
    if (verdict instanceof Verdict.OutOfService out) {
      return screen("out-of-service", SEE_STAFF_MS).put("reason", Words.of(out.reason()));
    }
    return screen("see-staff", SEE_STAFF_MS);
  }

  private static JsonObject ask(Verdict.Choose choose) {
    JsonArray choices = new JsonArray();
    for (Verdict.Choice choice : choose.choices()) {
      choices.add(choice(choice));
    }
    return screen("ask", ASK_MS)
        .mergeIn(person(choose.person()))
        .put("choices", choices)
        .put("then", new JsonObject().put("state", "ask-late").put("ms", ASK_LATE_MS));
  }

  private static JsonObject choice(Verdict.Choice choice) {
    return new JsonObject().put("id", choice.id()).put("label", label(choice.label()));
  }

  private static Optional<JsonObject> notACard(CardRefusal refusal) {
    return switch (refusal) {
      case EMPTY -> Optional.empty();
      case TOO_LONG -> Optional.of(unreadable(CardRefusal.FOREIGN));
      case DAMAGED, PAYMENT, WEB_ADDRESS, FOREIGN -> Optional.of(unreadable(refusal));
    };
  }

  private static JsonObject unreadable(CardRefusal reason) {
    return screen("unreadable", NOT_NOW_MS).put("reason", Words.of(reason));
  }

  /** A code is in view. */
  static JsonObject seen(SeenCode code) {
    JsonObject screen = screen("seen", SEEN_MS).put("read", code.read());
    code.hint().ifPresent(hint -> screen.put("hint", hint));
    if (!code.corners().isEmpty()) {
      screen
          .put("width", code.width())
          .put("height", code.height())
          .put("corners", new JsonArray(code.corners()));
    }
    return screen;
  }

  /** What the place is now. */
  static JsonObject now(PlaceNow now) {
    JsonObject json =
        new JsonObject().put("kind", Words.of(now.kind())).put("label", label(now.label()));
    now.opens().ifPresent(opens -> json.put("opens", dateTime(opens)));
    now.closes().ifPresent(closes -> json.put("closes", dateTime(closes)));
    now.next().ifPresent(next -> json.put("next", next(next)));
    now.notice().ifPresent(notice -> json.put("notice", label(notice)));
    return now.kind() == PlaceNow.Kind.MEAL
        ? json.mergeIn(ScreenCanteen.serving(now.serving()))
        : json;
  }

  static JsonObject next(PlaceNow.Next next) {
    return new JsonObject().put("label", label(next.label())).put("opens", dateTime(next.opens()));
  }

  static JsonObject label(Label label) {
    return new JsonObject().put("zh", label.zh()).put("en", label.en());
  }

  static JsonObject screen(String state, long holdMillis) {
    return new JsonObject().put("type", "screen").put("state", state).put("ms", holdMillis);
  }

  static JsonObject person(Person person) {
    return new JsonObject()
        .put("name", person.name())
        .put("voice", person.voice())
        .put("language", person.language());
  }

  private static String time(LocalTime time) {
    return time.format(TIME);
  }

  /** To the minute, as {@code 2026-11-24T11:00}. */
  static String dateTime(LocalDateTime moment) {
    return moment.toLocalDate() + "T" + time(moment.toLocalTime());
  }
}
