package io.jinlin.hub.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinlin.hub.backup.Backups;
import io.jinlin.hub.register.EnrolmentDesk;
import io.jinlin.hub.register.EnrolmentList;
import io.jinlin.hub.register.RegisterBook;
import io.jinlin.hub.store.Rows;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

/** Who was enrolled, waits, and took whose place outlives an older backup. */
class EnrolmentRestoreTest extends CoreFixture {
  private static final String PERSON =
      "INSERT INTO person (id, name, sex, born, language, role)"
          + " VALUES (?, '王某', 'female', '1950-03-02', 'mandarin', 'resident')";

  private EnrolmentDesk desk(Core core) {
    return new EnrolmentDesk(
        core.database(),
        core.ledger(),
        new RegisterBook(new SecureRandom()),
        InstantSource.system(),
        config.zone(),
        () -> {});
  }

  private static boolean people(Connection db) throws SQLException {
    for (long person = 1; person <= 4; person++) {
      Rows.change(db, PERSON, person);
    }
    return true;
  }

  @Test
  void aRestoredHubHasTheSameList() throws Exception {
    Path backup;
    EnrolmentList before;
    try (Core core = start()) {
      core.ledger().write(EnrolmentRestoreTest::people).join();
      backup = backUp(core);
      EnrolmentDesk desk = desk(core);
      for (int person = 1; person <= 4; person++) {
        desk.enrol("choir", 2, person, "director");
      }
      assertThat(desk.leave("choir", 2, 1, "director")).contains(3L);
      before = desk.list("choir");
    }
    Backups.restore(backup, HubFiles.database(config), System.currentTimeMillis());
    try (Core core = start()) {
      assertThat(desk(core).list("choir")).isEqualTo(before);
      assertThat(before.waiting()).hasSize(1);
    }
  }
}
