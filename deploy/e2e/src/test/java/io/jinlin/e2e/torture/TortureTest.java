package io.jinlin.e2e.torture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code -Dtorture.scans=N} and {@code -Dtorture.seed=N} choose how much and which. After a failure
 * the folder with all databases and logs stays.
 */
@Tag("slow")
class TortureTest {
  private static final int SCANS = 20_000;

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private Path folder;

  @Test
  void everyAnswerIsInTheLedgerOnceThroughTheEmbeddedEndpoint() {
    torture(false);
  }

  @Test
  void everyAnswerIsInTheLedgerOnceThroughMosquitto() {
    assumeTrue(TorturedBroker.installed(), "needs Debian's mosquitto");
    torture(true);
  }

  private void torture(boolean throughBroker) {
    long seed = Long.getLong("torture.seed", new Random().nextInt(1_000_000));
    int scans = Integer.getInteger("torture.scans", SCANS);
    String how = throughBroker ? "Mosquitto" : "embedded endpoint";
    System.out.println("torture: " + how + ", seed " + seed + ", in " + folder);
    try (Torture torture = new Torture(folder, throughBroker, seed)) {
      Torture.Result result = torture.run(scans);
      System.out.println(
          "torture: "
              + result.answers()
              + " answers, "
              + result.events()
              + " events, "
              + result.tallied()
              + " counted; "
              + result.deeds());
      assertThat(result.faults()).isEmpty();
      assertThat(result.answers()).isGreaterThanOrEqualTo(scans);
      assertThat(result.tallied()).isGreaterThan(scans / 10);
    }
  }
}
