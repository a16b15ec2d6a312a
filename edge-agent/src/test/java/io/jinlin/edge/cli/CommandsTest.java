package io.jinlin.edge.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jinlin.contract.card.CardRef;
import io.jinlin.contract.event.Fact;
import io.jinlin.contract.event.Input;
import io.jinlin.edge.clock.ClockTrust;
import io.jinlin.edge.clock.OffsetClock;
import io.jinlin.edge.clock.SystemClock;
import io.jinlin.edge.outbox.Outbox;
import io.jinlin.edge.outbox.OutboxLimits;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CommandsTest {
  private static final int ROWS = 300;

  @TempDir Path folder;
  private final Random random = new Random(1);
  private Path outbox;
  private String answer = "";
  private String complaint = "";

  @BeforeEach
  void name() {
    outbox = folder.resolve("outbox.db");
  }

  private int run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine command =
        Main.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    int code = command.execute(arguments);
    answer = out.toString();
    complaint = err.toString();
    return code;
  }

  private String[] command(String name, String... more) {
    List<String> words = new ArrayList<>(List.of(name));
    for (String set : List.of("site=jinlin", "device=kiosk-1", "hub.password=secret")) {
      words.addAll(List.of("--set", set));
    }
    words.addAll(List.of("--set", "data=" + folder));
    words.addAll(List.of(more));
    return words.toArray(String[]::new);
  }

  private Outbox open() {
    return Outbox.open(
        outbox,
        "kiosk-1",
        new OffsetClock(new SystemClock(), ClockTrust.ALWAYS),
        random,
        OutboxLimits.DEFAULT);
  }

  private void store(int rows) {
    OffsetClock clock = new OffsetClock(new SystemClock(), ClockTrust.ALWAYS);
    List<Fact> facts = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      facts.add(new Fact.Departure("hall", new CardRef(1, i), Input.LINE));
    }
    try (Outbox opened = open()) {
      opened.append(clock.read(), facts);
    }
  }

  @Test
  void statusTellsWhatWaitsAndWhetherTheAgentRuns() {
    store(ROWS);
    assertThat(run(command("status"))).isZero();
    assertThat(answer)
        .contains("device     kiosk-1 at site jinlin")
        .contains("not running")
        .contains("unsent     300 events")
        .contains("1–300, sent to 0")
        .doesNotContain("set aside");
    try (Outbox held = open()) {
      assertThat(held.unsent()).isEqualTo(ROWS);
      assertThat(run(command("status"))).isZero();
      assertThat(answer).contains("agent      running");
    }
  }

  @Test
  void statusOfAFolderWithoutAnOutboxSaysWhichSettingMayBeWrong() {
    assertThat(run(command("status"))).isEqualTo(CommandLine.ExitCode.USAGE);
    assertThat(complaint).contains("outbox.db").contains("is the setting data right?");
  }

  @Test
  void aSettingThatIsNotKnownEndsTheStartWithASuggestion() {
    assertThat(run(command("run", "--set", "hub.prot=1"))).isEqualTo(CommandLine.ExitCode.USAGE);
    assertThat(complaint).contains("did you mean \"hub.port\"");
  }

  @Test
  void salvageBringsBackWhatWasSetAside() throws IOException {
    store(ROWS);
    try (RandomAccessFile file = new RandomAccessFile(outbox.toFile(), "rw")) {
      file.write(new byte[100]);
    }
    store(5);
    assertThat(run(command("status"))).isZero();
    assertThat(answer).contains("unsent     5 events").contains("set aside");
    Path damaged = found("outbox.db.damaged-");

    assertThat(run("salvage", damaged.toString(), "--into", outbox.toString())).isZero();
    assertThat(answer).contains("300 rows readable, 300 of them new").contains("salvaged-");
    assertThat(run(command("status"))).isZero();
    assertThat(answer).contains("unsent     305 events").doesNotContain("set aside");
    assertThat(Files.exists(damaged)).isFalse();
    assertThat(found("outbox.db.salvaged-")).exists();
  }

  private Path found(String prefix) throws IOException {
    try (var files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(prefix))
          .findFirst()
          .orElseThrow();
    }
  }

  @Test
  void salvageOfNothingOrIntoAnOutboxInUseIsRefusedInWords() throws IOException {
    store(1);
    String into = outbox.toString();
    assertThat(run("salvage", folder.resolve("none").toString(), "--into", into))
        .isEqualTo(CommandLine.ExitCode.USAGE);
    assertThat(complaint).contains("there is no file");
    assertThat(run("salvage", into, "--into", into)).isEqualTo(CommandLine.ExitCode.USAGE);
    assertThat(complaint).contains("are the same file");
    Path copy = Files.copy(outbox, folder.resolve("copy"));
    try (Outbox held = open()) {
      assertThat(held.unsent()).isEqualTo(1);
      assertThat(run("salvage", copy.toString(), "--into", into))
          .isEqualTo(CommandLine.ExitCode.USAGE);
      assertThat(complaint).contains(into);
    }
  }

  @Test
  void aTermSignalEndsARunningAgentWithoutAnError() throws Exception {
    Path output = folder.resolve("output");
    Path lines = Files.writeString(folder.resolve("lines"), "not a card\n");
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(List.of("-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp"));
    words.addAll(List.of(System.getProperty("java.class.path"), Main.class.getName()));
    words.addAll(List.of(command("run", "--set", "hub.port=1", "--lines", lines.toString())));
    Process agent =
        new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(output.toFile()).start();
    try {
      await()
          .atMost(60, TimeUnit.SECONDS)
          .until(() -> Files.readString(output).contains("\"verdict\":\"not-a-card\""));
      assertThat(Files.readString(output)).contains("{\"ready\":\"kiosk-1\"}");
      agent.destroy();
      assertThat(agent.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(agent.exitValue()).isZero();
    } finally {
      agent.destroyForcibly();
    }
  }
}
