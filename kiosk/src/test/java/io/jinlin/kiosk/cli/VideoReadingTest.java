package io.jinlin.kiosk.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jinlin.kiosk.reader.TestCodes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** With a real film, made and decoded by ffmpeg. */
class VideoReadingTest {
  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    return new CommandLine(new ReadCommand())
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .setExecutionExceptionHandler(new io.jinlin.edge.cli.Complaint())
        .execute(arguments);
  }

  /** Two seconds of one card, three of nothing, two of the other. */
  private Path film(String first, String second) throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/ffmpeg")), "ffmpeg is not installed");
    TestCodes.png(TestCodes.scene(first, 640, 480, 260, 8), folder.resolve("1.png"));
    TestCodes.png(TestCodes.scene(second, 640, 480, 300, -20), folder.resolve("2.png"));
    Path film = folder.resolve("film.mp4");
    int code =
        new ProcessBuilder(
                "ffmpeg",
                "-v",
                "error",
                "-nostdin",
                "-loop",
                "1",
                "-t",
                "2",
                "-i",
                folder.resolve("1.png").toString(),
                "-f",
                "lavfi",
                "-t",
                "3",
                "-i",
                "color=gray:640x480",
                "-loop",
                "1",
                "-t",
                "2",
                "-i",
                folder.resolve("2.png").toString(),
                "-filter_complex",
                "[0]format=yuv420p,setsar=1[a];[1]format=yuv420p,setsar=1[b];"
                    + "[2]format=yuv420p,setsar=1[c];[a][b][c]concat=n=3:v=1",
                film.toString())
            .redirectError(Redirect.INHERIT)
            .start()
            .waitFor();
    assertThat(code).isZero();
    return film;
  }

  @Test
  void eachPresentationIsALineWithItsTime() throws IOException, InterruptedException {
    String first = TestCodes.card(31);
    String second = TestCodes.card(32);
    assertThat(run("--video", film(first, second).toString())).isZero();
    List<String> lines = out.toString().lines().toList();
    assertThat(lines).hasSize(2);
    assertThat(lines.get(0)).isEqualTo("0.00\t" + first);
    assertThat(lines.get(1)).endsWith("\t" + second);
    assertThat(Double.parseDouble(lines.get(1).split("\t")[0])).isBetween(4.8, 5.3);
  }

  @Test
  void whatIsNoFilmIsNamed() throws IOException {
    Path none = Files.writeString(folder.resolve("none.mp4"), "no film");
    assertThat(run("--video", none.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("none.mp4 cannot be read as a film");
  }

  @Test
  void aStreamThatIsCutOffEndsBeforeItsLastPicture() throws IOException {
    byte[] cut = "P5\n2 2\n255\nabcdP5\n2 2\n255\nab".getBytes(StandardCharsets.US_ASCII);
    ByteArrayInputStream stream = new ByteArrayInputStream(cut);
    assertThat(PgmStream.next(stream)).isPresent();
    assertThat(PgmStream.next(stream)).isEmpty();
    assertThat(PgmStream.next(stream)).isEmpty();
  }
}
