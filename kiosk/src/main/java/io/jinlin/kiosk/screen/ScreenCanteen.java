package io.jinlin.kiosk.screen;

import io.jinlin.contract.event.Words;
import io.jinlin.contract.page.Dish;
import io.jinlin.edge.decide.PlaceNow;
import io.jinlin.edge.decide.Verdict;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Optional;

/** What only a canteen or a closed place answers, on the wire to the page; pure. */
final class ScreenCanteen {
  private ScreenCanteen() {}

  static Optional<JsonObject> of(Verdict verdict) {
    if (verdict instanceof Verdict.During during) {
      return ScreenModel.of(during.answer()).map(screen -> followed(screen, during.next()));
    }
    if (verdict instanceof Verdict.Proxy asked) {
      return Optional.of(proxy(asked));
    }
    if (verdict instanceof Verdict.Collected one) {
      return Optional.of(
          ScreenModel.screen("collected", ScreenModel.OK_MS)
              .mergeIn(ScreenModel.person(one.person()))
              .put("label", ScreenModel.label(one.label()))
              .put("taken", one.taken())
              .put("cap", one.cap()));
    }
    if (verdict instanceof Verdict.SoldOut gone) {
      JsonObject screen =
          ScreenModel.screen("sold-out", ScreenModel.SEE_STAFF_MS)
              .put("label", ScreenModel.label(gone.meal()));
      gone.next().ifPresent(next -> screen.put("next", ScreenModel.next(next)));
      return Optional.of(screen);
    }
    return verdict instanceof Verdict.Closed closed
        ? Optional.of(closed(closed))
        : Optional.empty();
  }

  private static JsonObject closed(Verdict.Closed closed) {
    JsonObject screen =
        ScreenModel.screen("closed", ScreenModel.SEE_STAFF_MS)
            .put("label", ScreenModel.label(closed.place()))
            .put("reason", ScreenModel.label(closed.reason()))
            .put("until", ScreenModel.dateTime(closed.until()));
    closed.next().ifPresent(next -> screen.put("next", ScreenModel.next(next)));
    return screen;
  }

  private static JsonObject proxy(Verdict.Proxy asked) {
    boolean full = asked.step() == Verdict.Proxy.Step.FULL;
    return ScreenModel.screen("proxy", full ? ScreenModel.SEE_STAFF_MS : ScreenModel.PROXY_MS)
        .mergeIn(ScreenModel.person(asked.collector()))
        .put("step", Words.of(asked.step()))
        .put("taken", asked.taken())
        .put("cap", asked.cap());
  }

  /** The answer, and after it the question for the next card, within the same patience. */
  private static JsonObject followed(JsonObject screen, Verdict.Proxy next) {
    JsonObject then = proxy(next);
    return screen.put("then", then.put("ms", ScreenModel.PROXY_MS - screen.getLong("ms")));
  }

  static JsonObject serving(PlaceNow.Serving serving) {
    JsonArray menu = new JsonArray();
    for (Dish dish : serving.menu()) {
      JsonArray marks = new JsonArray();
      dish.marks().stream().sorted().map(Words::of).forEach(marks::add);
      String english = dish.nameEnglish().isBlank() ? dish.name() : dish.nameEnglish();
      menu.add(new JsonObject().put("zh", dish.name()).put("en", english).put("marks", marks));
    }
    return new JsonObject()
        .put("menu", menu)
        .put("soldOut", serving.soldOut())
        .put("proxies", serving.proxies());
  }
}
