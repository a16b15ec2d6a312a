package io.jinlin.hub.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jinlin.hub.live.Text;
import io.jinlin.hub.store.StoreException;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How requests are read and answered. */
final class Exchange {

  private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);

  private final Json json = new Json();
  private final Catalogue problems = new Catalogue("problems");
  private final WorkerExecutor workers;

  /**
   * Answers requests.
   *
   * @param workers for what may wait for the disk
   */
  Exchange(WorkerExecutor workers) {
    this.workers = workers;
  }

  Json json() {
    return json;
  }

  /** The body of a request, an object. */
  ObjectNode body(RoutingContext context) {
    String type = context.request().getHeader("Content-Type");
    Buffer body = context.body().buffer();
    if (type == null || !type.startsWith("application/json") || body == null) {
      throw new Refused(400, "not-json");
    }
    return json.read(body.getBytes());
  }

  void answer(RoutingContext context, Object value) {
    answerText(context, 200, json.text(value));
  }

  void answerText(RoutingContext context, int status, String text) {
    if (context.response().ended() || context.response().closed()) {
      return;
    }
    context
        .response()
        .setStatusCode(status)
        .putHeader("Content-Type", "application/json; charset=utf-8")
        .putHeader("Cache-Control", "no-store")
        .end(text);
  }

  /** Does work that may wait for the disk, then answers with what it gave. */
  <T> void later(RoutingContext context, Callable<T> work, Function<T, Object> answer) {
    work(context, work, value -> answer(context, answer.apply(value)));
  }

  /** Does work that may wait for the disk, then goes on with what it gave. */
  <T> void work(RoutingContext context, Callable<T> work, Consumer<T> then) {
    workers
        .executeBlocking(work, false)
        .onComplete(
            done -> {
              if (done.failed()) {
                context.fail(done.cause());
                return;
              }
              try {
                then.accept(done.result());
              } catch (RuntimeException e) {
                context.fail(e);
              }
            });
  }

  /** Answers when a future of the ledger is done. */
  <T> void when(RoutingContext context, CompletableFuture<T> future, Function<T, Object> answer) {
    future.whenComplete(
        (value, problem) ->
            context
                .vertx()
                .runOnContext(
                    now -> {
                      if (problem == null) {
                        answer(context, answer.apply(value));
                      } else {
                        context.fail(new Refused(503, "unavailable"));
                      }
                    }));
  }

  /** Turns a failure into its answer; what nobody expected goes to the log, without its request. */
  void failed(RoutingContext context) {
    Throwable cause = context.failure();
    if (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    Refused refused = refused(cause, context.statusCode());
    if (refused.status() == 500) {
      String route = context.currentRoute() == null ? null : context.currentRoute().getPath();
      LOG.error("{} {}: {}", context.request().method(), route, Outline.of(cause));
    }
    Text words = problems.words(refused.code(), refused.detail());
    ObjectNode answer = json.object();
    answer
        .putObject("error")
        .put("code", refused.code())
        .put("zh", words.zh())
        .put("en", words.en());
    if (refused.code().equals("wait")) {
      answer.put("retryAfterSeconds", Long.parseLong(refused.detail()));
      context.response().putHeader("Retry-After", refused.detail());
    }
    answerText(context, refused.status(), json.text(answer));
  }

  private static Refused refused(Throwable cause, int status) {
    if (cause instanceof Refused refused) {
      return refused;
    }
    if (cause instanceof StoreException) {
      LOG.error("the database did not answer", cause);
      return new Refused(503, "unavailable");
    }
    int code = cause instanceof HttpException http ? http.getStatusCode() : status;
    if (code == 413) {
      return new Refused(413, "too-large");
    }
    return code >= 400 && code < 500
        ? new Refused(code, "not-found")
        : new Refused(500, "internal");
  }
}
