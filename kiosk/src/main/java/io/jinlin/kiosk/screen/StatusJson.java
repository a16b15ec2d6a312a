package io.jinlin.kiosk.screen;

import io.jinlin.contract.event.Words;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;

/** The status message to the page. */
final class StatusJson {
  private final ScreenConfig config;
  private volatile List<String> clips;

  StatusJson(ScreenConfig config) {
    this.config = config;
    this.clips = config.sounds().clips();
  }

  /**
   * Lists the clips again: a voice may have been made, or recordings put in its place. Reads the
   * disk.
   */
  void listClips() {
    clips = config.sounds().clips();
  }

  JsonObject of(ScreenStatus status) {
    JsonObject json =
        new JsonObject()
            .put("type", "status")
            .put("connected", status.connected())
            .put("unsent", status.unsent())
            .put("clock", status.clockTrusted())
            .put("wallMillis", status.wallMillis())
            .put("help", Words.of(status.help()))
            .put("problems", new JsonArray(status.problems()))
            .put("reader", Words.of(config.reader()))
            .put("volume", config.sounds().volumeAt(timeOfDay(status)))
            .put("clips", new JsonArray(clips))
            .put("demo", !config.samples().isEmpty())
            .put("samples", samples());
    status
        .place()
        .ifPresent(
            place ->
                json.put("place", ScreenModel.label(place.name()))
                    .put("service", place.service())
                    .put("zone", place.zone().getId()));
    status.pagesMillis().ifPresent(at -> json.put("pagesMillis", at));
    status.seatsFree().ifPresent(seats -> json.put("seatsFree", seats));
    status.now().ifPresent(now -> json.put("now", ScreenModel.now(now)));
    config.helpWhere().ifPresent(where -> json.put("helpWhere", ScreenModel.label(where)));
    return json;
  }

  private JsonArray samples() {
    JsonArray samples = new JsonArray();
    for (ScreenConfig.Sample sample : config.samples()) {
      samples.add(
          new JsonObject().put("id", sample.id()).put("label", ScreenModel.label(sample.label())));
    }
    return samples;
  }

  private static LocalTime timeOfDay(ScreenStatus status) {
    return Instant.ofEpochMilli(status.wallMillis())
        .atZone(status.place().map(ScreenStatus.Standing::zone).orElse(ZoneOffset.UTC))
        .toLocalTime();
  }
}
