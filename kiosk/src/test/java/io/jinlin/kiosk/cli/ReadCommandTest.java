package io.jinlin.kiosk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinlin.kiosk.reader.TestCodes;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ReadCommandTest {
  private static final String CARD = TestCodes.card(5);

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void picturesInFolders() throws IOException {
    TestCodes.png(TestCodes.qr(CARD), folder.resolve("b.png"));
    TestCodes.png(
        TestCodes.qr("tab\tline\nback\\"),
        Files.createDirectory(folder.resolve("a")).resolve("1.png"));
    Files.writeString(folder.resolve("notes.txt"), "no picture");
  }

  private int run(String... arguments) {
    return new CommandLine(new ReadCommand())
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(arguments);
  }

  @Test
  void aFolderIsWalkedInOrderAndEveryTextStaysOnItsLine() {
    assertThat(run(folder.toString())).isZero();
    assertThat(out.toString().lines())
        .containsExactly(folder + "/a/1.png\ttab\\tline\\nback\\\\", folder + "/b.png\t" + CARD);
  }

  @Test
  void aPictureWithoutACodeHasAnEmptyTextAndExitCodeOne() throws IOException {
    Path none = Files.writeString(folder.resolve("none.png"), "not really a picture");
    assertThat(run(none.toString(), folder.resolve("b.png").toString())).isOne();
    assertThat(out.toString().lines())
        .containsExactly(none + "\t", folder.resolve("b.png") + "\t" + CARD);
  }

  @Test
  void asJsonEachPictureIsOneObject() throws IOException {
    Files.writeString(folder.resolve("none.png"), "");
    assertThat(
            run(
                "--json",
                folder.resolve("b.png").toString(),
                folder.resolve("none.png").toString()))
        .isOne();
    assertThat(out.toString().lines())
        .containsExactly(
            "{\"file\":\"" + folder + "/b.png\",\"text\":\"" + CARD + "\"}",
            "{\"file\":\"" + folder + "/none.png\",\"text\":null}");
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    assertThat(run("/no/such.png")).isEqualTo(2);
    assertThat(err.toString()).contains("/no/such.png");
  }
}
