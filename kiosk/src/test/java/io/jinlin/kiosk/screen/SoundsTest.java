package io.jinlin.kiosk.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SoundsTest {
  @TempDir Path folder;

  @Test
  void quietHoursMayPassMidnight() {
    Sounds sounds = new Sounds(folder, 80, LocalTime.of(21, 0), LocalTime.of(7, 0));
    assertThat(sounds.volumeAt(LocalTime.of(20, 59))).isEqualTo(0.8);
    assertThat(sounds.volumeAt(LocalTime.of(23, 0))).isZero();
    assertThat(sounds.volumeAt(LocalTime.of(6, 59))).isZero();
    assertThat(sounds.volumeAt(LocalTime.of(7, 0))).isEqualTo(0.8);
  }

  @Test
  void withoutQuietHoursItIsNeverQuiet() {
    Sounds sounds = new Sounds(folder, 100, LocalTime.MIN, LocalTime.MIN);
    assertThat(sounds.volumeAt(LocalTime.MIDNIGHT)).isEqualTo(1.0);
  }

  @Test
  void clipsAreListedByLanguageAndName() throws Exception {
    Files.createDirectories(folder.resolve("zh"));
    Files.writeString(folder.resolve("zh/name-王奶奶.wav"), "");
    Files.writeString(folder.resolve("zh/readme.txt"), "");
    Sounds sounds = new Sounds(folder, 100, LocalTime.MIN, LocalTime.MIN);
    assertThat(sounds.clips()).containsExactly("zh/name-王奶奶");
    assertThat(sounds.file("zh", "name-王奶奶")).isPresent();
    assertThat(sounds.file("..", "name-王奶奶")).isEmpty();
    assertThat(sounds.file("zh", "../zh/name-王奶奶")).isEmpty();
    assertThat(new Sounds(folder.resolve("none"), 100, LocalTime.MIN, LocalTime.MIN).clips())
        .isEmpty();
  }

  @Test
  void aVoiceThatIsMadeWhileTheKioskRunsIsHeard() throws Exception {
    Sounds sounds = new Sounds(folder, 100, LocalTime.MIN, LocalTime.MIN);
    StatusJson status =
        new StatusJson(
            new ScreenConfig(0, ScreenConfig.Reader.SCANNER, sounds, Optional.empty(), List.of()));
    assertThat(status.of(ScreenStatus.NONE).getJsonArray("clips")).isEmpty();
    Files.createDirectories(folder.resolve("zh"));
    Files.writeString(folder.resolve("zh/ok-meal.wav"), "");
    status.listClips();
    assertThat(status.of(ScreenStatus.NONE).getJsonArray("clips")).containsExactly("zh/ok-meal");
  }
}
