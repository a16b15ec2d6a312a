package io.jinlin.kiosk.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jinlin.kiosk.reader.TestCodes;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** With films that ffmpeg makes and plays. */
class CameraCheckCommandTest {
  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    return new CommandLine(new CameraCheckCommand())
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .setExecutionExceptionHandler(new io.jinlin.edge.cli.Complaint())
        .execute(arguments);
  }

  /** Three seconds of a card whose code of 25 modules stands so large in a frame of 1280. */
  private Path film(int scenePixels, String filter) throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/ffmpeg")), "ffmpeg is not installed");
    String card = TestCodes.card(41);
    TestCodes.png(TestCodes.scene(card, 1_280, 720, scenePixels, 0), folder.resolve("card.png"));
    Path film = folder.resolve("film.mp4");
    int code =
        new ProcessBuilder(
                "ffmpeg",
                "-v",
                "error",
                "-nostdin",
                "-loop",
                "1",
                "-framerate",
                "15",
                "-t",
                "3",
                "-i",
                folder.resolve("card.png").toString(),
                "-vf",
                filter,
                "-pix_fmt",
                "yuv420p",
                film.toString())
            .redirectError(Redirect.INHERIT)
            .start()
            .waitFor();
    assertThat(code).isZero();
    return film;
  }

  @Test
  void aCameraThatReadsAtArmsLengthWillDo() throws IOException, InterruptedException {
    // 25 of 33 modules with the quiet zone: the code's side is 80 pixels.
    Path film = film(106, "null");
    assertThat(run("--video", film.toString(), "--seconds", "8")).as("%s %s", out, err).isZero();
    assertThat(out.toString())
        .contains("the camera will do", "card reads at 30", "frames a second");
    assertThat(out.toString()).doesNotContain(TestCodes.card(41));
  }

  @Test
  void aCameraThatIsNotGoodEnoughIsToldWhatToMend() throws IOException, InterruptedException {
    Path film = film(400, "eq=brightness=-0.4:contrast=0.4,gblur=sigma=6");
    assertThat(run("--video", film.toString(), "--seconds", "6")).isOne();
    assertThat(out.toString()).contains("! too dark", "! ", "something is to be mended");
  }

  @Test
  void withoutACameraItSaysWhatToSet() {
    assertThat(run()).isEqualTo(2);
    assertThat(err.toString()).contains("set camera=command");
    assertThat(run("--video", "/no/film.mp4")).isEqualTo(2);
    assertThat(err.toString()).contains("There is no film");
    assertThat(run("--seconds", "1")).isEqualTo(2);
  }

  @Test
  void aCommandThatIsNotThereIsSaid() {
    int code =
        run("--seconds", "2", "--set", "camera=command", "--set", "camera.command=/no/such/camera");
    assertThat(code).isOne();
    assertThat(out.toString()).contains("camera-missing", "not one frame in 2 s");
  }
}
