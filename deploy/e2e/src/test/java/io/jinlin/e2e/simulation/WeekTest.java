package io.jinlin.e2e.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinlin.hub.sample.SampleCommand;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code -Dseed=N} runs that seed; else it is random and printed. */
class WeekTest {
  private static final Instant BEGINS = Instant.ofEpochMilli(Week.beginsAtMillis());

  @TempDir Path folder;

  @Test
  void whatWasServedIsInTheLedgerAndInTheAccountsToTheFen() throws Exception {
    Path sample = folder.resolve("hub");
    StringWriter said = new StringWriter();
    int code =
        new CommandLine(new SampleCommand(InstantSource.fixed(BEGINS)))
            .setOut(new PrintWriter(said))
            .execute("--data", sample.toString());
    assertThat(code).as(said.toString()).isZero();
    Long given = Long.getLong("seed");
    long seed = given != null ? given : new Random().nextInt(1_000_000);
    System.out.println("week: seed " + seed);

    Week.Result week = Week.run(seed, sample, Files.createDirectory(folder.resolve("kiosks")));

    System.out.println("week: " + week);
    assertThat(week.faults()).isEmpty();
    assertThat(week.meals()).isGreaterThan(1_500);
    assertThat(week.twice()).as("offline, two kiosks gave one meal").isGreaterThan(20);
    assertThat(week.tickets()).isGreaterThan(180);
    assertThat(week.owedFen()).isPositive();
  }
}
