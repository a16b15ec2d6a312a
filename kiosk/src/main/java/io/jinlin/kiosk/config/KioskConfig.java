package io.jinlin.kiosk.config;

import io.jinlin.contract.config.ConfigReader;
import io.jinlin.edge.decide.Label;
import io.jinlin.kiosk.reader.CameraSettings;
import io.jinlin.kiosk.reader.Presentation;
import io.jinlin.kiosk.screen.Sounds;
import io.jinlin.kiosk.watch.SequenceReader;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/**
 * The kiosk's own settings.
 *
 * @param port of the page on loopback; 0 for any free one
 * @param camera whose camera reads cards
 * @param command the camera command; used with {@link CameraChoice#COMMAND}
 * @param awayMillis a card that was out of view this long is a new scan, 200 to 60,000
 * @param budgetMillis most time for one frame, 5 to 1,000
 * @param scanner a device, file or FIFO that gives one code a line
 * @param helpWhere where to go when nobody answers a call
 * @param demoCards sample cards, offered on the page; present only in demo mode
 */
public record KioskConfig(
    int port,
    CameraChoice camera,
    CameraSettings command,
    long awayMillis,
    long budgetMillis,
    Optional<Path> scanner,
    Sounds sounds,
    Optional<Label> helpWhere,
    Optional<Path> demoCards) {
  static final int DEFAULT_PORT = 8081;
  private static final String DEFAULT_COMMAND =
      "rpicam-vid -n -t 0 --codec yuv420 --width {width} --height {height} --framerate 15 -o -";

  /** Takes the kiosk's keys out of the reader; the caller finishes it. */
  public static KioskConfig read(ConfigReader reader) {
    boolean demo = reader.flag("demo", false);
    Path cards = reader.path("demo.cards", Path.of("sample-cards.tsv"));
    return new KioskConfig(
        reader.integer("http.port", DEFAULT_PORT, 0, 65_535),
        reader.word("camera", CameraChoice.class, CameraChoice.NONE),
        command(reader),
        reader.number("reader.away_ms", Presentation.AWAY_MS, 200, 60_000),
        reader.number("reader.budget_ms", SequenceReader.BUDGET_MS, 5, 1_000),
        reader.optionalText("scanner.device").map(Path::of),
        sounds(reader),
        helpWhere(reader),
        demo ? Optional.of(cards) : Optional.empty());
  }

  private static CameraSettings command(ConfigReader reader) {
    int width = side(reader, "camera.width", 1_280);
    int height = side(reader, "camera.height", 720);
    CameraSettings.Format format =
        reader.word("camera.format", CameraSettings.Format.class, CameraSettings.Format.YUV420);
    List<String> words = CommandLineWords.split(reader.text("camera.command", DEFAULT_COMMAND));
    List<String> filled =
        words.stream()
            .map(word -> word.replace("{width}", String.valueOf(width)))
            .map(word -> word.replace("{height}", String.valueOf(height)))
            .toList();
    if (filled.isEmpty()) {
      reader.problem("camera.command is blank");
      return new CameraSettings(List.of("false"), width, height, format);
    }
    return new CameraSettings(filled, width, height, format);
  }

  private static int side(ConfigReader reader, String key, int otherwise) {
    int side = reader.integer(key, otherwise, CameraSettings.MIN_SIDE, CameraSettings.MAX_SIDE);
    if (side % 2 != 0) {
      reader.problem(key + " must be even, not " + side);
      return otherwise;
    }
    return side;
  }

  private static Sounds sounds(ConfigReader reader) {
    return new Sounds(
        reader.path("voice.dir", Path.of("voice")),
        reader.integer("sound.volume", 80, 0, 100),
        time(reader, "sound.quiet.from"),
        time(reader, "sound.quiet.to"));
  }

  private static LocalTime time(ConfigReader reader, String key) {
    String text = reader.text(key, "00:00");
    try {
      return LocalTime.parse(text);
    } catch (DateTimeParseException notATime) {
      reader.problem(key + " must be a time of day such as 21:30, not " + text);
      return LocalTime.MIN;
    }
  }

  private static Optional<Label> helpWhere(ConfigReader reader) {
    Optional<String> zh = reader.optionalText("help.where");
    Optional<String> en = reader.optionalText("help.where.english");
    return zh.map(text -> new Label(text, en.orElse(text)));
  }
}
