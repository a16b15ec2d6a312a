package io.jinlin.hub.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jinlin.contract.event.WordTable;
import io.jinlin.hub.accounts.Role;
import io.jinlin.hub.accounts.SignedIn;
import io.jinlin.hub.programme.Clinician;
import io.jinlin.hub.programme.Member;
import io.jinlin.hub.programme.Opener;
import io.jinlin.hub.programme.Programme;
import io.jinlin.hub.programme.ProgrammeRefusal;
import io.jinlin.hub.store.StoreException;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The programme's store for those who may open it. To everybody else these addresses do not exist:
 * the answer is that of any address that is not there. Nothing is logged here, failures neither.
 */
final class ProgrammeRoutes {
  private static final WordTable<Member.Kind> KINDS = WordTable.of(Member.Kind.class);
  private static final int MAX_DAYS = Member.Task.MAX_DAYS;

  private final Exchange exchange;
  private final Guard guard;
  private final Programme programme;
  private final Clinician desk;

  ProgrammeRoutes(Exchange exchange, Guard guard, Api.Parts parts) {
    this.exchange = exchange;
    this.guard = guard;
    this.programme = parts.programme();
    this.desk = new Clinician(programme);
  }

  /** What one address does with a body, for a browser. */
  private interface Act {
    Object with(ObjectNode body, String browser, SignedIn who);
  }

  void mount(Router router) {
    router.get("/api/programme").handler(this::hidden).handler(this::state);
    on(router, "open", this::open);
    on(router, "create", this::create);
    on(router, "lock", this::lock);
    on(router, "read", (body, browser, who) -> programme.read(browser, number(body, "member", 0)));
    on(router, "member", this::member);
    on(router, "remove", (body, browser, who) -> desk.remove(browser, number(body, "member", 1)));
    on(router, "consent", this::consent);
    on(router, "plan", this::plan);
    on(router, "done", this::done);
    on(router, "key", this::key);
    on(router, "unkey", this::unkey);
    on(router, "passphrase", this::passphrase);
  }

  private void on(Router router, String name, Act act) {
    router
        .post("/api/programme/" + name)
        .handler(this::hidden)
        .handler(guard::sameOrigin)
        .handler(guard::changing)
        .handler(context -> run(context, act));
  }

  /** Lets those on whose role can open it; for all others there is nothing here. */
  private void hidden(RoutingContext context) {
    try {
      guard.checkOwn(context);
    } catch (Refused notSignedIn) {
      context.fail(404);
      return;
    }
    if (Guard.who(context).isAny(Role.CLINICIAN, Role.PRIVACY_OFFICER)) {
      context.next();
    } else {
      context.fail(404);
    }
  }

  private void run(RoutingContext context, Act act) {
    ObjectNode body = exchange.body(context);
    String browser = Guard.token(context);
    SignedIn who = Guard.who(context);
    exchange.later(context, () -> answer(act, body, browser, who), value -> value);
  }

  private static Object answer(Act act, ObjectNode body, String browser, SignedIn who) {
    try {
      return act.with(body, browser, who);
    } catch (ProgrammeRefusal refusal) {
      throw switch (refusal.code()) {
        case "locked" -> new Refused(409, "programme-locked");
        case "full" -> new Refused(409, "programme-full", refusal.field());
        case "unknown" -> new Refused(404, "not-found");
        case "not-yours" -> new Refused(403, "wrong-role");
        default -> new Refused(400, "field-invalid", refusal.field());
      };
    } catch (StoreException disk) {
      throw new Refused(503, "unavailable");
    } catch (IllegalArgumentException invalid) {
      throw new Refused(400, "field-invalid", String.valueOf(invalid.getMessage()));
    }
  }

  private void state(RoutingContext context) {
    exchange.answer(context, state(Guard.token(context)));
  }

  private Map<String, Object> state(String browser) {
    Map<String, Object> state = new LinkedHashMap<>();
    Optional<Opener> opener = programme.opener(browser);
    state.put("open", opener.isPresent());
    state.put("opener", opener.map(Opener::name).orElse(""));
    return state;
  }

  private Object open(ObjectNode body, String browser, SignedIn who) {
    Programme.Unlock unlock =
        programme.unlock(browser, who.account(), Json.text(body, "passphrase"));
    check(unlock);
    Opener opener = programme.opener(browser).orElseThrow();
    Role needed = opener == Opener.CLINICIAN ? Role.CLINICIAN : Role.PRIVACY_OFFICER;
    if (!who.isAny(needed)) {
      programme.lock(browser);
      throw new Refused(403, "wrong-role");
    }
    return state(browser);
  }

  private Object create(ObjectNode body, String browser, SignedIn who) {
    if (!who.isAny(Role.PRIVACY_OFFICER)) {
      throw new Refused(403, "wrong-role");
    }
    check(programme.create(browser, who.account(), Json.text(body, "passphrase")));
    return state(browser);
  }

  private static void check(Programme.Unlock unlock) {
    switch (unlock) {
      case OPENED -> {}
      case WRONG -> throw new Refused(403, "programme-wrong");
      case WAIT -> throw new Refused(429, "wait", "60");
      case TOO_SHORT -> throw new Refused(400, "programme-too-short");
    }
  }

  private Object lock(ObjectNode body, String browser, SignedIn who) {
    programme.lock(browser);
    return state(browser);
  }

  private Object member(ObjectNode body, String browser, SignedIn who) {
    Optional<Integer> id =
        body.hasNonNull("member") ? Optional.of(number(body, "member", 1)) : Optional.empty();
    return desk.member(
        browser, id, Json.text(body, "name"), Json.text(body, "contact"), Json.text(body, "note"));
  }

  private Object consent(ObjectNode body, String browser, SignedIn who) {
    @Nullable String withdrawn = Json.optionalText(body, "withdrawn").orElse(null);
    return desk.consent(
        browser,
        number(body, "member", 1),
        new Member.Consent(
            Json.text(body, "what"),
            Json.text(body, "signedBy"),
            Json.text(body, "given"),
            withdrawn));
  }

  private Object plan(ObjectNode body, String browser, SignedIn who) {
    Member.Kind kind =
        KINDS
            .find(Json.text(body, "kind"))
            .orElseThrow(() -> new Refused(400, "field-invalid", "kind"));
    return desk.plan(
        browser,
        number(body, "member", 1),
        kind,
        Json.text(body, "what"),
        day(body, "due"),
        Json.integer(body, "everyDays", 0, MAX_DAYS));
  }

  private Object done(ObjectNode body, String browser, SignedIn who) {
    LocalDate on = day(body, "on");
    return desk.done(browser, number(body, "member", 1), number(body, "task", 1), on);
  }

  private Object key(ObjectNode body, String browser, SignedIn who) {
    check(desk.give(browser, Json.text(body, "account"), Json.text(body, "passphrase")));
    return programme.read(browser, 0);
  }

  private Object unkey(ObjectNode body, String browser, SignedIn who) {
    desk.take(browser, Json.text(body, "account"));
    return programme.read(browser, 0);
  }

  private Object passphrase(ObjectNode body, String browser, SignedIn who) {
    check(desk.changeOwn(browser, who.account(), Json.text(body, "passphrase")));
    return state(browser);
  }

  private static int number(ObjectNode body, String field, int least) {
    return Json.integer(body, field, least, Integer.MAX_VALUE);
  }

  private static LocalDate day(ObjectNode body, String field) {
    try {
      return LocalDate.parse(Json.text(body, field));
    } catch (DateTimeParseException notADay) {
      throw new Refused(400, "field-invalid", field);
    }
  }
}
