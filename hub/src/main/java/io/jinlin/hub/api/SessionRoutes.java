package io.jinlin.hub.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jinlin.contract.event.Words;
import io.jinlin.hub.accounts.Accounts;
import io.jinlin.hub.accounts.Login;
import io.jinlin.hub.accounts.PasswordChange;
import io.jinlin.hub.accounts.SignedIn;
import io.vertx.core.WorkerExecutor;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Signing in and out, and passwords. */
final class SessionRoutes {

  /** Most people whose passwords wait to be looked at; each takes 100 ms and 19 MiB. */
  private static final int MAX_WAITING = 16;

  private final Exchange exchange;
  private final Guard guard;
  private final Accounts accounts;
  private final WorkerExecutor hashing;
  private final AtomicInteger waiting = new AtomicInteger();

  /**
   * Routes over the accounts.
   *
   * @param hashing one thread, so that passwords take no more than one core
   */
  SessionRoutes(Exchange exchange, Guard guard, Accounts accounts, WorkerExecutor hashing) {
    this.exchange = exchange;
    this.guard = guard;
    this.accounts = accounts;
    this.hashing = hashing;
  }

  void mount(Router router) {
    router.post("/api/login").handler(guard::sameOrigin).handler(this::login);
    router.post("/api/logout").handler(guard::sameOrigin).handler(this::logout);
    router.get("/api/session").handler(guard::signedInFirst).handler(this::session);
    router
        .post("/api/password")
        .handler(guard::sameOrigin)
        .handler(guard::signedInFirst)
        .handler(guard::changing)
        .handler(this::password);
  }

  private void login(RoutingContext context) {
    ObjectNode body = exchange.body(context);
    String account = Json.text(body, "account");
    String password = Json.text(body, "password");
    String address = context.request().remoteAddress().hostAddress();
    hash(
        context,
        () -> accounts.login(account, password, address),
        login -> welcome(context, login));
  }

  private void welcome(RoutingContext context, Login login) {
    if (login instanceof Login.Wait wait) {
      throw new Refused(429, "wait", String.valueOf(wait.seconds()));
    }
    if (login instanceof Login.Welcome welcome) {
      Guard.setToken(context, welcome.token());
      exchange.answer(context, view(welcome.who()));
      return;
    }
    throw new Refused(401, "wrong-login");
  }

  private static Map<String, Object> view(SignedIn who) {
    return Map.of(
        "account", who.account(),
        "roles", who.roles().stream().map(Words::of).sorted().toList(),
        "csrf", who.csrf(),
        "mustChangePassword", who.mustChange());
  }

  private void logout(RoutingContext context) {
    String token = Guard.token(context);
    accounts
        .who(token)
        .ifPresent(
            who -> {
              context.put("who", who);
              guard.checkCsrf(context);
            });
    Guard.clearToken(context);
    exchange.later(
        context,
        () -> {
          accounts.logout(token);
          return Map.of();
        },
        done -> done);
  }

  private void session(RoutingContext context) {
    String token = Guard.token(context);
    exchange.later(
        context,
        () -> {
          accounts.touch(token);
          return view(Guard.who(context));
        },
        view -> view);
  }

  private void password(RoutingContext context) {
    ObjectNode body = exchange.body(context);
    String before = Json.text(body, "old");
    String after = Json.text(body, "new");
    String address = context.request().remoteAddress().hostAddress();
    SignedIn who = Guard.who(context);
    hash(
        context,
        () -> {
          PasswordChange change = accounts.change(who, before, after, address);
          if (change != PasswordChange.CHANGED) {
            throw refusal(change);
          }
          return accounts.login(who.account(), after, address);
        },
        login -> welcome(context, login));
  }

  private static Refused refusal(PasswordChange change) {
    return switch (change) {
      case WRONG -> new Refused(403, "password-wrong");
      case WAIT -> new Refused(429, "busy");
      case TOO_SHORT -> new Refused(400, "password-too-short");
      case TOO_LONG -> new Refused(400, "password-too-long");
      case TOO_EASY -> new Refused(400, "password-too-easy");
      case CHANGED -> throw new IllegalStateException("a change is no refusal");
    };
  }

  private <T> void hash(RoutingContext context, Callable<T> work, Consumer<T> then) {
    if (waiting.incrementAndGet() > MAX_WAITING) {
      waiting.decrementAndGet();
      throw new Refused(429, "busy");
    }
    hashing
        .executeBlocking(work, false)
        .onComplete(
            done -> {
              waiting.decrementAndGet();
              if (done.failed()) {
                context.fail(done.cause());
                return;
              }
              try {
                then.accept(done.result());
              } catch (Refused refused) {
                context.fail(refused);
              }
            });
  }
}
