package io.jinlin.kiosk.screen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How loud the kiosk is, and what it can say.
 *
 * @param voice folder with {@code zh/ok-meal.wav} and so on; need not exist
 * @param volumePercent 0 for silence
 * @param quietFrom start of the quiet hours, by the site's zone
 * @param quietTo their end; the same as the start for none
 */
public record Sounds(Path voice, int volumePercent, LocalTime quietFrom, LocalTime quietTo) {
  /** Most clips that are offered to the page. */
  static final int MAX_CLIPS = 4_000;

  private static final List<String> TYPES = List.of(".wav", ".ogg", ".opus", ".mp3");
  private static final Logger LOG = LoggerFactory.getLogger(Sounds.class);

  /** The volume at a time of day, 0 to 1. */
  double volumeAt(LocalTime time) {
    boolean quiet =
        quietFrom.isBefore(quietTo)
            ? !time.isBefore(quietFrom) && time.isBefore(quietTo)
            : !quietFrom.equals(quietTo) && (!time.isBefore(quietFrom) || time.isBefore(quietTo));
    return quiet ? 0 : volumePercent / 100.0;
  }

  /** The clips there are, as {@code zh/ok-meal}; none where the folder is absent. */
  List<String> clips() {
    if (!Files.isDirectory(voice)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(voice, 2)) {
      return files.flatMap(file -> clip(file).stream()).distinct().limit(MAX_CLIPS).toList();
    } catch (IOException | RuntimeException unreadable) {
      LOG.warn("voice clips in {} cannot be listed: {}", voice, unreadable.toString());
      return List.of();
    }
  }

  private Optional<String> clip(Path file) {
    Path relative = voice.relativize(file);
    String name = relative.toString();
    return TYPES.stream()
        .filter(type -> relative.getNameCount() == 2 && name.endsWith(type))
        .map(type -> name.substring(0, name.length() - type.length()))
        .findFirst();
  }

  /** The file of a clip in the list. */
  Optional<Path> file(String language, String clip) {
    if (language.contains("..") || clip.contains("/") || clip.contains("..")) {
      return Optional.empty();
    }
    return TYPES.stream()
        .map(type -> voice.resolve(language).resolve(clip + type))
        .filter(Files::isRegularFile)
        .findFirst();
  }
}
