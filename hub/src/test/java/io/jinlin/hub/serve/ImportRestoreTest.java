package io.jinlin.hub.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinlin.hub.backup.Backups;
import io.jinlin.hub.importing.Field;
import io.jinlin.hub.importing.ImportDesk;
import io.jinlin.hub.register.IdentityKey;
import io.jinlin.hub.register.RegisterBook;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What was imported, and what was taken back, outlives an older backup. */
class ImportRestoreTest extends CoreFixture {
  private static final int PEOPLE = 14_000;
  private static final List<Optional<Field>> COLUMNS =
      List.of(
          Optional.of(Field.NAME),
          Optional.of(Field.SEX),
          Optional.of(Field.BORN),
          Optional.of(Field.ADDRESS));

  private ImportDesk desk(Core core) {
    SecureRandom random = new SecureRandom();
    return new ImportDesk(
        new ImportDesk.Parts(
            core.database(),
            core.ledger(),
            new RegisterBook(random),
            IdentityKey.open(folder.resolve(IdentityKey.FILE), random),
            InstantSource.system(),
            config.zone(),
            random,
            () -> {}));
  }

  private static byte[] list(String prefix, int people) {
    StringBuilder csv = new StringBuilder("姓名,性别,出生日期,住址\n");
    for (int i = 0; i < people; i++) {
      char name = (char) ('\u4e00' + i);
      csv.append(prefix).append(name).append(i % 2 == 0 ? ",男," : ",女,").append("1950.3.2,");
      csv.append(1 + i / 9 % 9).append("期").append(1 + i % 90).append("栋");
      csv.append(1 + i % 3).append("梯").append(101 + i % 88 * 100).append('\n');
    }
    return csv.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String imported(ImportDesk desk, byte[] list) throws Exception {
    String draft = desk.open("director", "list.csv", list).draft();
    String id = desk.begin("director", draft, COLUMNS, false).id();
    done(desk);
    return id;
  }

  private static void done(ImportDesk desk) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(10))
        .until(() -> desk.progress().orElseThrow().state(), ImportDesk.Progress.State.DONE::equals);
  }

  @Test
  void aRestoredHubHasTheSameListsAsBefore() throws Exception {
    Path backup;
    byte[] before;
    try (Core core = start()) {
      backup = backUp(core);
      ImportDesk desk = desk(core);
      imported(desk, list("王", PEOPLE));
      String second = imported(desk, list("李", 10));
      desk.undo("director", second);
      done(desk);
      imported(desk, list("陈", 20));
      before = desk.export(false);
      assertThat(number(core, "SELECT count(*) FROM person")).isEqualTo(PEOPLE + 20);
    }
    Backups.restore(backup, HubFiles.database(config), System.currentTimeMillis());
    try (Core core = start()) {
      assertThat(desk(core).export(false)).isEqualTo(before);
      assertThat(desk(core).imports()).hasSize(3);
      assertThat(number(core, "SELECT count(*) FROM import WHERE undone IS NOT NULL")).isEqualTo(1);
      assertThat(number(core, "SELECT count(*) FROM import_part")).isZero();
    }
  }
}
