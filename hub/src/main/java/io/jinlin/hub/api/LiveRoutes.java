package io.jinlin.hub.api;

import io.jinlin.hub.accounts.Accounts;
import io.jinlin.hub.live.Live;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** What goes on now, once or as a stream; the wall board's part without signing in. */
final class LiveRoutes {

  private final Exchange exchange;
  private final Guard guard;
  private final Accounts accounts;
  private final Live live;
  private final Streams staff;
  private final Streams walls;

  /** On the event loop of the server. */
  LiveRoutes(Vertx vertx, Exchange exchange, Guard guard, Accounts accounts, Live live) {
    this.exchange = exchange;
    this.guard = guard;
    this.accounts = accounts;
    this.live = live;
    this.staff = new Streams(vertx);
    this.walls = new Streams(vertx);
    Context loop = vertx.getOrCreateContext();
    show(live.view());
    live.watch(view -> loop.runOnContext(now -> show(view)));
  }

  private void show(Live.View view) {
    staff.show(exchange.json().text(view.snapshot()));
    walls.show(exchange.json().text(view.board()));
  }

  void mount(Router router) {
    router
        .get("/api/live")
        .handler(guard::signedIn)
        .handler(context -> exchange.answer(context, live.view().snapshot()));
    router.get("/api/live/stream").handler(guard::signedIn).handler(this::stream);
    router.get("/api/board").handler(context -> exchange.answer(context, live.view().board()));
    router.get("/api/board/stream").handler(context -> walls.open(context, () -> true));
  }

  private void stream(RoutingContext context) {
    String token = Guard.token(context);
    staff.open(context, () -> accounts.who(token).filter(who -> !who.mustChange()).isPresent());
  }

  /** How many browsers listen. */
  int listeners() {
    return staff.size() + walls.size();
  }
}
