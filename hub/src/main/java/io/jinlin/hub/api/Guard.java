package io.jinlin.hub.api;

import io.jinlin.hub.accounts.Accounts;
import io.jinlin.hub.accounts.Role;
import io.jinlin.hub.accounts.SignedIn;
import io.vertx.core.Handler;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/** Who asks, and whether the request comes from a page of ours. */
final class Guard {

  private static final String COOKIE = "jinlin_session";
  private static final String CSRF = "X-CSRF-Token";
  private static final String WHO = "who";
  private static final long COOKIE_SECONDS = 7 * 24 * 3_600L;

  private final Accounts accounts;

  Guard(Accounts accounts) {
    this.accounts = accounts;
  }

  /**
   * Lets only those on who are signed in with a password of their own; whoever only brings meals to
   * doors goes through {@link #atDoors} alone.
   */
  void signedIn(RoutingContext context) {
    checkOwn(context);
    context.next();
  }

  /** Lets those on whom {@link #signedIn} lets on, and volunteers who bring meals to doors. */
  void atDoors(RoutingContext context) {
    checkPassword(context);
    context.next();
  }

  /** Refuses those whom {@link #signedIn} does not let on. */
  void checkOwn(RoutingContext context) {
    checkPassword(context);
    if (who(context).onlyDelivers()) {
      throw new Refused(403, "wrong-role");
    }
  }

  private void checkPassword(RoutingContext context) {
    check(context);
    if (who(context).mustChange()) {
      throw new Refused(403, "must-change-password");
    }
  }

  /** Lets those on who are signed in, also with a password that somebody else gave them. */
  void signedInFirst(RoutingContext context) {
    check(context);
    context.next();
  }

  /** Refuses those who are not signed in. */
  private void check(RoutingContext context) {
    Optional<SignedIn> who = accounts.who(token(context));
    context.put(WHO, who.orElseThrow(() -> new Refused(401, "not-signed-in")));
  }

  /** Of those who are signed in lets only pages of ours on. */
  void changing(RoutingContext context) {
    checkCsrf(context);
    context.next();
  }

  /** Refuses what does not come from a page of ours. */
  void checkCsrf(RoutingContext context) {
    String given = context.request().getHeader(CSRF);
    byte[] expected = who(context).csrf().getBytes(StandardCharsets.UTF_8);
    if (given == null || !MessageDigest.isEqual(expected, given.getBytes(StandardCharsets.UTF_8))) {
      throw new Refused(403, "csrf");
    }
  }

  /** Of those who are signed in lets only those on who may change something. */
  void mayChange(RoutingContext context) {
    if (!who(context).mayChange()) {
      throw new Refused(403, "not-allowed");
    }
    context.next();
  }

  /** Of those who are signed in lets only these roles on. */
  static Handler<RoutingContext> only(Role... roles) {
    return context -> {
      if (!who(context).isAny(roles)) {
        throw new Refused(403, "wrong-role");
      }
      context.next();
    };
  }

  /** Of those who are signed in lets only those on who serve at the counter of the canteen. */
  void mayServe(RoutingContext context) {
    if (!who(context).isAny(Role.DIRECTOR, Role.STAFF, Role.CANTEEN)) {
      throw new Refused(403, "not-allowed");
    }
    context.next();
  }

  /** No money at the serving line: of those who are signed in lets only the others on. */
  void seesMoney(RoutingContext context) {
    if (!who(context).isAny(Role.DIRECTOR, Role.STAFF, Role.AUDITOR)) {
      throw new Refused(403, "not-allowed");
    }
    context.next();
  }

  /** A change must not come from another site, as every browser says that sends it. */
  void sameOrigin(RoutingContext context) {
    String origin = context.request().getHeader("Origin");
    String site = context.request().getHeader("Sec-Fetch-Site");
    String host = context.request().getHeader("Host");
    boolean foreign = origin != null && !origin.substring(origin.indexOf("//") + 2).equals(host);
    boolean cross = site != null && !site.equals("same-origin") && !site.equals("none");
    if (foreign || cross) {
      throw new Refused(403, "wrong-origin");
    }
    context.next();
  }

  /** Who asks, behind {@link #signedIn}. */
  static SignedIn who(RoutingContext context) {
    SignedIn who = context.get(WHO);
    if (who == null) {
      throw new Refused(401, "not-signed-in");
    }
    return who;
  }

  /** The cookie's text, empty for none. */
  static String token(RoutingContext context) {
    return Optional.ofNullable(context.request().getCookie(COOKIE))
        .map(Cookie::getValue)
        .orElse("");
  }

  static void setToken(RoutingContext context, String token) {
    context.response().addCookie(cookie(context, token).setMaxAge(COOKIE_SECONDS));
  }

  static void clearToken(RoutingContext context) {
    context.response().addCookie(cookie(context, "").setMaxAge(0));
  }

  private static Cookie cookie(RoutingContext context, String value) {
    return Cookie.cookie(COOKIE, value)
        .setHttpOnly(true)
        .setSecure(context.request().isSSL())
        .setSameSite(CookieSameSite.STRICT)
        .setPath("/");
  }
}
