package io.jinlin.e2e.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTest {
  private static final Duration SOON = Duration.ofSeconds(30);

  @TempDir private Path folder;

  @Test
  void aChildIsAwaitedKilledAndWhatItSaidStays() {
    ChildProcess child = talker("wait");
    child.awaitLine(0, "ready wait"::equals, SOON);
    assertThat(child.alive()).isTrue();
    assertThat(child.residentKilobytes()).isPositive();
    child.kill();
    assertThat(child.alive()).isFalse();
    assertThat(child.exitCode()).isEqualTo(137);
    assertThat(child.awaitLine(0, "ready wait"::equals, SOON)).isEqualTo("ready wait");
  }

  @Test
  void theEndOfAChildThatWasExpectedToSpeakIsToldWithItsOutput() {
    try (ChildProcess child = talker("end")) {
      assertThatThrownBy(() -> child.awaitLine(0, "never"::equals, SOON))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("ended with 3")
          .hasMessageContaining("ready end");
    }
  }

  private ChildProcess talker(String word) {
    return ChildProcess.java(
        List.of("-Xshare:auto", "-XX:TieredStopAtLevel=1"),
        Talker.class.getName(),
        List.of(word),
        folder,
        folder.resolve("talker.log"));
  }
}
