package io.jinlin.kiosk.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jinlin.contract.event.Input;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineSourceTest {
  @TempDir Path folder;

  private final List<String> got = new CopyOnWriteArrayList<>();
  private Path path;
  private LineSource source;

  @BeforeEach
  void name() {
    path = folder.resolve("scanner");
    source = new LineSource(path, this::scanned);
  }

  @AfterEach
  void close() {
    source.close();
  }

  private void scanned(String text, Input input) {
    assertThat(input).isEqualTo(Input.LINE);
    if (text.equals("defect")) {
      throw new IllegalStateException("a defect further on");
    }
    got.add(text);
  }

  private void fifo() throws Exception {
    assertThat(new ProcessBuilder("mkfifo", path.toString()).start().waitFor()).isZero();
  }

  private void write(String text) throws IOException {
    try (OutputStream out = Files.newOutputStream(path, StandardOpenOption.WRITE)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  @Test
  void aFifoIsReadOnAfterItsWriterLeftAndAnotherCame() throws Exception {
    fifo();
    source.start();
    write("one\n");
    await().until(() -> got.contains("one"));
    write("two\r\n");
    await().untilAsserted(() -> assertThat(got).containsExactly("one", "two"));
    assertThat(source.problem()).isEmpty();
  }

  @Test
  void aThousandCardsInOneGoAllArrive() throws Exception {
    fifo();
    source.start();
    List<String> cards = IntStream.range(0, 1_000).mapToObj(i -> "card-" + i).toList();
    write(String.join("\n", cards) + "\n");
    await().untilAsserted(() -> assertThat(got).containsExactlyElementsOf(cards));
  }

  @Test
  void aFileIsFollowedAsItGrows() throws IOException {
    Files.writeString(path, "one\n");
    source.start();
    await().until(() -> got.contains("one"));
    Files.writeString(path, "two\n", StandardOpenOption.APPEND);
    await().untilAsserted(() -> assertThat(got).containsExactly("one", "two"));
  }

  @Test
  void aScannerThatIsPluggedInLaterIsFound() throws Exception {
    source.start();
    await().until(() -> source.problem().isPresent());
    assertThat(source.problem()).contains("scanner-lost");
    fifo();
    await().until(() -> source.problem().isEmpty());
    write("here\n");
    await().untilAsserted(() -> assertThat(got).containsExactly("here"));
  }

  @Test
  void aMegabyteWithoutALineEndFreezesNothing() throws Exception {
    fifo();
    source.start();
    write("x".repeat(1_000_000) + "\nnext\n");
    await().until(() -> got.contains("next"));
    assertThat(got.get(0)).hasSize(4_297);
  }

  @Test
  void aDefectFurtherOnLosesNoLaterLineAndRepeatsNoEarlierOne() throws IOException {
    Files.writeString(path, "one\ndefect\ntwo\n");
    source.start();
    await().until(() -> got.contains("two"));
    assertThat(got).containsExactly("one", "two");
  }

  @Test
  void itClosesWhileItWaitsForAScanner() throws Exception {
    fifo();
    source.start();
    write("one\n");
    await().until(() -> got.contains("one"));
    await().atMost(Duration.ofSeconds(1)).until(this::closed);
  }

  private boolean closed() {
    source.close();
    return Thread.getAllStackTraces().keySet().stream()
        .noneMatch(thread -> thread.getName().equals("scanner"));
  }
}
