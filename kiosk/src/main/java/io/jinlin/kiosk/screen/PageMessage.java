package io.jinlin.kiosk.screen;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.util.Optional;

/** A message from the page; anything malformed is no message. */
record PageMessage(JsonObject json) {
  static Optional<PageMessage> parse(String text) {
    try {
      return Optional.of(new PageMessage(new JsonObject(text)));
    } catch (DecodeException notJson) {
      return Optional.empty();
    }
  }

  Optional<String> text(String field) {
    return json.getValue(field) instanceof String text ? Optional.of(text) : Optional.empty();
  }

  /** Does what the message asks; an unknown type is left alone. */
  void dispatch(ScreenActions actions) {
    switch (text("type").orElse("")) {
      case "text" -> text("text").ifPresent(text -> actions.text(text, text("keys").orElse("")));
      case "choose" -> text("id").ifPresent(actions::choose);
      case "proxy" -> actions.proxy();
      case "proxy-end" -> actions.endProxy();
      case "help" -> actions.help();
      case "help-end" -> actions.endHelp();
      default -> {}
    }
  }
}
