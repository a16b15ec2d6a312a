package io.jinlin.kiosk.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jinlin.contract.config.ConfigException;
import io.jinlin.contract.config.ConfigReader;
import io.jinlin.edge.decide.Label;
import io.jinlin.kiosk.reader.CameraSettings;
import io.jinlin.kiosk.screen.Sounds;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KioskConfigTest {
  @Test
  void theDefaultsNeedNoSettings() {
    assertThat(read())
        .isEqualTo(
            new KioskConfig(
                8081,
                CameraChoice.NONE,
                new CameraSettings(
                    List.of(
                        "rpicam-vid",
                        "-n",
                        "-t",
                        "0",
                        "--codec",
                        "yuv420",
                        "--width",
                        "1280",
                        "--height",
                        "720",
                        "--framerate",
                        "15",
                        "-o",
                        "-"),
                    1_280,
                    720,
                    CameraSettings.Format.YUV420),
                1_500,
                60,
                Optional.empty(),
                new Sounds(Path.of("voice"), 80, LocalTime.MIN, LocalTime.MIN),
                Optional.empty(),
                Optional.empty()));
  }

  @Test
  void everyKeyIsTaken() {
    KioskConfig config =
        read(
            "http.port=0",
            "demo=true",
            "demo.cards=/tmp/cards.tsv",
            "camera=command",
            "camera.command=ffmpeg -i \"a file.mjpeg\" -",
            "camera.width=640",
            "camera.height=480",
            "camera.format=gray",
            "reader.away_ms=2000",
            "reader.budget_ms=25",
            "scanner.device=/dev/ttyACM0",
            "voice.dir=/tmp/voice",
            "sound.volume=10",
            "sound.quiet.from=21:00",
            "sound.quiet.to=07:30",
            "help.where=请到一楼",
            "help.where.english=Ground floor");
    assertThat(config)
        .isEqualTo(
            new KioskConfig(
                0,
                CameraChoice.COMMAND,
                new CameraSettings(
                    List.of("ffmpeg", "-i", "a file.mjpeg", "-"),
                    640,
                    480,
                    CameraSettings.Format.GRAY),
                2_000,
                25,
                Optional.of(Path.of("/dev/ttyACM0")),
                new Sounds(Path.of("/tmp/voice"), 10, LocalTime.of(21, 0), LocalTime.of(7, 30)),
                Optional.of(new Label("请到一楼", "Ground floor")),
                Optional.of(Path.of("/tmp/cards.tsv"))));
  }

  @Test
  void wrongValuesAreAllNamedAtOnce() {
    assertThatThrownBy(
            () ->
                read(
                    "http.port=70000",
                    "camera=webcam",
                    "camera.width=641",
                    "camera.command=\"\"",
                    "sound.quiet.from=nine"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContainingAll(
            "http.port", "camera must be one of", "camera.width", "sound.quiet.from");
  }

  @Test
  void anUnknownKeyIsRefusedWithASuggestion() {
    assertThatThrownBy(() -> read("sound.volum=3"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("did you mean \"sound.volume\"");
  }

  private static KioskConfig read(String... sets) {
    ConfigReader reader = ConfigReader.load(List.of(), List.of(sets));
    KioskConfig config = KioskConfig.read(reader);
    reader.finish();
    return config;
  }
}
