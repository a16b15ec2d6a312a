package io.jinlin.hub.api;

import io.jinlin.hub.access.AccessLog;
import io.jinlin.hub.access.Action;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Answers with people's data only after it was noted who asked for it. */
final class AccessNotes {
  private final Exchange exchange;
  private final AccessLog log;

  AccessNotes(Exchange exchange, AccessLog log) {
    this.exchange = exchange;
    this.log = log;
  }

  /** Notes, then answers; a look at nobody is not noted. */
  void answer(RoutingContext context, Action action, List<Long> persons, Object value) {
    if (persons.isEmpty()) {
      exchange.answer(context, value);
      return;
    }
    exchange.when(context, note(context, action, persons), noted -> value);
  }

  /** Notes a change that is done and whom it was about, then answers. */
  <T> void changed(
      RoutingContext context,
      CompletableFuture<T> change,
      Action action,
      Function<T, List<Long>> persons,
      Function<T, Object> answer) {
    exchange.when(
        context,
        change.thenCompose(
            done -> note(context, action, persons.apply(done)).thenApply(noted -> done)),
        answer);
  }

  private CompletableFuture<Integer> note(
      RoutingContext context, Action action, List<Long> persons) {
    return log.note(Guard.who(context).account(), action, persons);
  }

  /** Notes something about so many people who are not named, then goes on. */
  void many(RoutingContext context, Action action, int people, Runnable then) {
    after(context, log.note(Guard.who(context).account(), action, people), then);
  }

  /** Notes something about these people, then goes on. */
  void named(RoutingContext context, Action action, List<Long> persons, Runnable then) {
    after(context, note(context, action, persons), then);
  }

  private static void after(
      RoutingContext context, CompletableFuture<Integer> note, Runnable then) {
    note.whenComplete(
        (noted, problem) ->
            context
                .vertx()
                .runOnContext(
                    now -> {
                      if (problem != null) {
                        context.fail(new Refused(503, "unavailable"));
                        return;
                      }
                      try {
                        then.run();
                      } catch (RuntimeException e) {
                        context.fail(e);
                      }
                    }));
  }
}
