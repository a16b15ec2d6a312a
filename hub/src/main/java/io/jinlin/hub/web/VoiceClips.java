package io.jinlin.hub.web;

import io.vertx.core.json.JsonArray;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Spoken clips for the wall, as {@code voice/zh/digit-1.wav}: the same files as the kiosk's, made
 * by {@code kiosk/voice/make} or recorded. The folder need not exist; then the browser speaks.
 */
final class VoiceClips {
  private static final Logger LOG = LoggerFactory.getLogger(VoiceClips.class);
  private static final Pattern NAME = Pattern.compile("(zh|en)/(digit-[0-9]|call-[a-z0-9-]{1,40})");
  private static final List<String> TYPES = List.of(".wav", ".ogg", ".mp3");
  private static final int DEPTH = 2;

  private final Path folder;

  VoiceClips(Path folder) {
    this.folder = folder;
  }

  void mount(Router router) {
    router.get("/voice/clips.json").handler(this::list);
    router.get("/voice/*").handler(this::clip);
  }

  private void list(RoutingContext context) {
    context
        .vertx()
        .executeBlocking(this::names, false)
        .onComplete(
            done ->
                context
                    .response()
                    .putHeader("Content-Type", "application/json; charset=utf-8")
                    .putHeader("Cache-Control", "no-cache")
                    .end(new JsonArray(done.succeeded() ? done.result() : List.of()).encode()));
  }

  private List<String> names() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder, DEPTH)) {
      return files
          .map(file -> folder.relativize(file).toString().replaceFirst("\\.[a-z0-9]+$", ""))
          .filter(name -> NAME.matcher(name).matches())
          .distinct()
          .sorted()
          .toList();
    } catch (IOException unreadable) {
      LOG.warn("voice clips cannot be listed: {}", unreadable.toString());
      return List.of();
    }
  }

  private void clip(RoutingContext context) {
    String name = context.normalizedPath().substring("/voice/".length());
    if (!NAME.matcher(name).matches()) {
      context.next();
      return;
    }
    for (String type : TYPES) {
      Path file = folder.resolve(name + type);
      if (Files.isRegularFile(file)) {
        context.response().sendFile(file.toString());
        return;
      }
    }
    context.next();
  }
}
