package io.jinlin.e2e.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * {@code -Dseed=N} runs that seed alone, {@code -Dseeds=N} so many; the first seed of a run is
 * random and printed.
 */
class SimulationTest {
  private static final int SEEDS = 150;
  private static final Path MEMORY = Path.of("/dev/shm");

  @Test
  void nothingAnsweredIsLostOrCountedTwiceWhateverGoesWrong() throws IOException {
    Long only = Long.getLong("seed");
    long first = only != null ? only : new Random().nextInt(1_000_000);
    int seeds = only != null ? 1 : Integer.getInteger("seeds", SEEDS);
    System.out.println("simulation: seeds " + first + " to " + (first + seeds - 1));
    long answered = 0;
    long died = 0;
    long givenUp = 0;
    long refused = 0;
    List<String> faults = new ArrayList<>();
    for (long seed = first; seed < first + seeds; seed++) {
      Simulation.Result result = run(seed);
      for (String fault : result.faults()) {
        faults.add("-Dseed=" + seed + ": " + fault);
      }
      answered += result.answered();
      if (only != null) {
        System.out.println(result);
      }
      died += result.died();
      givenUp += result.givenUp();
      refused += result.refused();
    }
    System.out.println(
        "simulation: "
            + answered
            + " answered, "
            + died
            + " died with their disk, "
            + givenUp
            + " given up after the hub had them, "
            + refused
            + " refused by full outboxes");
    assertThat(faults).isEmpty();
    assertThat(seeds < 100 || (givenUp > 0 && refused > 0))
        .as("outboxes reach their limit")
        .isTrue();
    assertThat(answered).isGreaterThan(seeds * 50L);
  }

  @Test
  void theSameSeedDoesTheSame() throws IOException {
    assertThat(run(7)).isEqualTo(run(7));
  }

  private static Simulation.Result run(long seed) throws IOException {
    Path root = Files.isWritable(MEMORY) ? MEMORY : Path.of(System.getProperty("java.io.tmpdir"));
    Path folder = Files.createTempDirectory(root, "jinlin-simulation-");
    try {
      return Simulation.run(seed, folder);
    } finally {
      delete(folder);
    }
  }

  private static void delete(Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> walk = Files.walk(folder)) {
      all = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : all) {
      Files.deleteIfExists(path);
    }
  }
}
