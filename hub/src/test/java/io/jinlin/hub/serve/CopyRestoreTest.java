package io.jinlin.hub.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinlin.hub.backup.Backups;
import io.jinlin.hub.copies.Copies;
import io.jinlin.hub.copies.CopyReceipt;
import io.jinlin.hub.settlement.Settlement;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** That a copy of somebody's data was given outlives an older backup. */
class CopyRestoreTest extends CoreFixture {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private static Copies copies(Core core) {
    InstantSource clock = InstantSource.system();
    Settlement settlement = new Settlement(core.database(), core.ledger(), clock, ZONE);
    return new Copies(
        new Copies.Parts(
            core.database(),
            core.ledger(),
            settlement,
            place -> place,
            clock,
            ZONE,
            new SecureRandom()));
  }

  @Test
  void aReceiptOfAfterTheBackupIsThereAgain() throws Exception {
    CopyReceipt receipt = new CopyReceipt("0011223344556677", 7, 1_000, "head", "ab".repeat(32), 9);
    Path backup;
    try (Core core = start()) {
      backup = backUp(core);
      copies(core).hand(new Copies.Copy(receipt, new byte[9])).get(20, TimeUnit.SECONDS);
    }
    Backups.restore(backup, HubFiles.database(config), System.currentTimeMillis());
    try (Core core = start()) {
      assertThat(copies(core).of(7)).containsExactly(receipt);
    }
  }
}
