package io.jinlin.kiosk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jinlin.kiosk.reader.TestCodes;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
        .containsExactly("a/1.png\ttab\\tline\\nback\\\\", "b.png\t" + CARD);
  }

  @Test
  void aPictureWithoutACodeHasAnEmptyTextAndExitCodeOne() throws IOException {
    Path none = Files.writeString(folder.resolve("none.png"), "not really a picture");
    assertThat(run(none.toString(), folder.resolve("b.png").toString())).isOne();
    assertThat(out.toString().lines())
        .containsExactly(none + "\t", folder.resolve("b.png") + "\t" + CARD);
  }

  @Test
  void aPictureThatCannotBeOpenedIsNamed() throws IOException {
    Path none = Files.writeString(folder.resolve("none.png"), "not really a picture");
    assertThat(run(folder.toString())).isOne();
    assertThat(err.toString()).contains(none + " is no whole PNG");
    assertThat(out.toString()).contains("none.png\t\n");
  }

  @Test
  void asJsonEachPictureIsOneObjectWithItsCornersStrategyAndTime() throws IOException {
    Files.writeString(folder.resolve("none.png"), "");
    assertThat(run("--json", folder.toString())).isOne();
    ObjectMapper mapper = new ObjectMapper();
    List<String> lines = out.toString().lines().toList();
    JsonNode read = mapper.readTree(lines.get(1));
    assertThat(read.get("file").asText()).isEqualTo("b.png");
    assertThat(read.get("text").asText()).isEqualTo(CARD);
    // Four modules of eight pixels are the quiet zone.
    assertThat(read.get("corners")).hasSize(4);
    assertThat(read.get("corners").get(0).get(0).asDouble()).isBetween(30.0, 34.0);
    assertThat(read.get("corners").get(2).get(1).asDouble()).isBetween(230.0, 234.0);
    assertThat(read.get("strategy").asText()).isNotBlank();
    assertThat(read.get("ms").asDouble()).isPositive();
    JsonNode none = mapper.readTree(lines.get(2));
    assertThat(none.get("text").isNull()).isTrue();
    assertThat(none.has("corners")).isFalse();
  }

  @Test
  void aFolderWithoutPicturesGivesNoLineAndSaysSo() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertThat(run(empty.toString())).isZero();
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).contains("no picture in").contains("empty");
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    assertThat(run("/no/such.png")).isEqualTo(2);
    assertThat(err.toString()).contains("/no/such.png");
  }
}
