package io.jinlin.hub.ledger;

import static io.jinlin.hub.ledger.LedgerFixture.NOON;
import static io.jinlin.hub.ledger.LedgerFixture.batch;
import static io.jinlin.hub.ledger.LedgerFixture.line;
import static io.jinlin.hub.ledger.LedgerFixture.meal;
import static org.assertj.core.api.Assertions.assertThat;

import io.jinlin.contract.event.EventId;
import io.jinlin.contract.event.Fact;
import io.jinlin.contract.event.Input;
import io.jinlin.contract.event.Outcome;
import io.jinlin.contract.event.Way;
import io.jinlin.contract.wire.Ack;
import io.jinlin.contract.wire.EpochRange;
import io.jinlin.contract.wire.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {
  @TempDir Path folder;
  private LedgerFixture hub;

  @BeforeEach
  void open() {
    hub = new LedgerFixture(folder);
  }

  @AfterEach
  void close() {
    hub.close();
  }

  private long meals() {
    return hub.count("SELECT coalesce(sum(count), 0) FROM tally");
  }

  @Test
  void aBatchIsStoredAndItsPositionAnswered() {
    Receipt receipt =
        hub.deliver(
            "kiosk-1",
            batch("e1", 1, line(NOON, meal(1, Way.DINE_IN)), line(NOON, meal(2, Way.COLLECT))));

    assertThat(receipt.kind()).isEqualTo(Receipt.Kind.STORED);
    assertThat(receipt.position().seq()).isEqualTo(2);
    assertThat(meals()).isEqualTo(2);
    assertThat(hub.recorded).hasSize(2).allMatch(Recorded::counted);
  }

  @Test
  void theSameBatchAgainChangesNothing() {
    byte[] scan = line(NOON, meal(1, Way.DINE_IN));
    hub.deliver("kiosk-1", batch("e1", 1, scan));
    Receipt receipt = hub.deliver("kiosk-1", batch("e1", 1, scan));

    assertThat(receipt.kind()).isEqualTo(Receipt.Kind.STORED);
    assertThat(receipt.position().seq()).isEqualTo(1);
    assertThat(hub.count("SELECT count(*) FROM ledger")).isEqualTo(1);
    assertThat(hub.count("SELECT count(*) FROM quarantine")).isZero();
    assertThat(meals()).isEqualTo(1);
  }

  @Test
  void aBatchBeyondThePositionIsNotStored() {
    Receipt receipt = hub.deliver("kiosk-1", batch("e1", 5, line(NOON, meal(1, Way.DINE_IN))));

    assertThat(receipt.kind()).isEqualTo(Receipt.Kind.AHEAD);
    assertThat(receipt.position().seq()).isZero();
    assertThat(hub.count("SELECT count(*) FROM ledger")).isZero();
  }

  private long position(String device, long first, long last) {
    List<Ack.Position> answer = new ArrayList<>();
    hub.ledger.positions(device, List.of(new EpochRange("e1", first, last)), answer::addAll);
    hub.ledger.commitNow();
    return answer.get(0).seq();
  }

  @Test
  void aDeviceThatHasAgainWhatItOnceLostIsAskedForItOnce() {
    byte[] line = line(NOON, meal(1, Way.DINE_IN));
    assertThat(position("k1", 3, 3)).isZero();
    hub.deliver("k1", batch("e1", 3, 2, OptionalLong.empty(), line));
    assertThat(position("k1", 3, 3)).isEqualTo(3);
    assertThat(position("k1", 1, 3)).as("its card was put back").isZero();
    assertThat(position("k1", 1, 3)).as("it was asked").isEqualTo(3);
    assertThat(position("k1", 3, 3)).isEqualTo(3);
    assertThat(position("k1", 2, 3)).as("put back once more, with less").isEqualTo(1);
    byte[] found = line(NOON, meal(2, Way.COLLECT));
    hub.deliver("k1", batch("e1", 2, found, line));
    assertThat(hub.count("SELECT count(*) FROM ledger")).isEqualTo(2);
    assertThat(position("k1", 3, 3)).isEqualTo(3);
    assertThat(position("k1", 2, 3)).as("nothing of it is missing").isEqualTo(3);
  }

  @Test
  void whatTheDeviceLostIsNotedAndPassedOverAndStillAcceptedWhenItIsFoundAgain() {
    byte[] third = line(NOON, meal(3, Way.DINE_IN));
    Receipt receipt = hub.deliver("kiosk-1", batch("e1", 3, 2, OptionalLong.empty(), third));
    assertThat(receipt.position().seq()).isEqualTo(3);
    assertThat(hub.count("SELECT last FROM gap WHERE first = 1")).isEqualTo(2);

    hub.deliver("kiosk-1", batch("e1", 1, line(NOON, meal(1, Way.DINE_IN))));
    assertThat(hub.count("SELECT count(*) FROM ledger")).isEqualTo(2);
    assertThat(meals()).isEqualTo(2);
  }

  @Test
  void otherContentUnderTheSameNumberIsKeptApartAndTheFirstStays() {
    hub.deliver("kiosk-1", batch("e1", 1, line(NOON, meal(1, Way.DINE_IN))));
    hub.deliver("kiosk-1", batch("e1", 1, line(NOON, meal(2, Way.DINE_IN))));
    hub.deliver("kiosk-1", batch("e1", 1, line(NOON, meal(2, Way.DINE_IN))));

    assertThat(hub.count("SELECT count(*) FROM quarantine")).isEqualTo(1);
    assertThat(hub.count("SELECT count(*) FROM ledger")).isEqualTo(1);
    assertThat(meals()).isEqualTo(1);
  }

  @Test
  void aLineThatCannotBeReadIsKeptRawAndDoesNotHoldUpTheOthers() {
    byte[] bad = "{\"type\":\"dance\"}".getBytes(StandardCharsets.UTF_8);
    Receipt receipt = hub.deliver("kiosk-1", batch("e1", 1, bad, line(NOON, meal(1, Way.DINE_IN))));

    assertThat(receipt.position().seq()).isEqualTo(2);
    assertThat(receipt.rejected()).hasSize(1);
    assertThat(hub.count("SELECT count(*) FROM rejected")).isEqualTo(1);
    assertThat(meals()).isEqualTo(1);
  }

  @Test
  void aDeviceMayNotSendWhatOnlyTheHubRecords() {
    Fact count = new Fact.HandCount("canteen", 3, "thief");
    Receipt receipt = hub.deliver("kiosk-1", batch("e1", 1, line(NOON, count)));

    assertThat(receipt.rejected().get(0).refusal()).isEqualTo(Refusal.NOT_FOR_DEVICES);
    assertThat(hub.count("SELECT count(*) FROM ledger")).isZero();
  }

  @Test
  void onePersonCountsOnceInOneMealByTheEarlierScanWhicheverCameFirst() {
    hub.deliver("kiosk-1", batch("e1", 1, line(NOON + 5_000, meal(1, Way.DINE_IN))));
    hub.deliver("kiosk-2", batch("e2", 1, line(NOON, meal(1, Way.COLLECT))));

    assertThat(meals()).isEqualTo(1);
    assertThat(hub.count("SELECT way FROM tally")).isEqualTo(1 + Way.COLLECT.ordinal());
    assertThat(hub.count("SELECT count(*) FROM runner_up")).isEqualTo(1);
  }

  @Test
  void aScanTakenBackNoLongerCountsAndTheNextBestCountsInstead() {
    hub.deliver("kiosk-1", batch("e1", 1, line(NOON, meal(1, Way.DINE_IN))));
    hub.deliver("kiosk-2", batch("e2", 1, line(NOON + 5_000, meal(1, Way.COLLECT))));
    hub.ledger.append(
        new Fact.Voiding("canteen", new EventId("kiosk-1", "e1", 1), "wrong card", "cook"));
    hub.ledger.commitNow();

    assertThat(meals()).isEqualTo(1);
    assertThat(hub.count("SELECT way FROM tally")).isEqualTo(1 + Way.COLLECT.ordinal());

    hub.ledger.append(
        new Fact.Voiding("canteen", new EventId("kiosk-2", "e2", 1), "wrong card", "cook"));
    hub.ledger.commitNow();
    assertThat(meals()).isZero();
  }

  @Test
  void whatWasTakenBackBeforeItWasKnownNeverCounts() {
    hub.ledger.append(new Fact.Voiding("canteen", new EventId("kiosk-1", "e1", 1), "test", "cook"));
    hub.ledger.commitNow();
    hub.deliver("kiosk-1", batch("e1", 1, line(NOON, meal(1, Way.DINE_IN))));

    assertThat(meals()).isZero();
    assertThat(hub.count("SELECT count(*) FROM ledger WHERE what & 15 = 1")).isEqualTo(1);
  }

  @Test
  void aClockOf1970Or2099GoesToReviewAndIsTalliedOnceTheOffsetIsKnown() {
    long year2099 = 4_070_908_800_000L;
    hub.deliver("kiosk-1", batch("e1", 1, line(5_000, meal(1, Way.DINE_IN))));
    hub.deliver("kiosk-1", batch("e1", 2, line(year2099, meal(2, Way.DINE_IN))));
    assertThat(meals()).isZero();
    assertThat(hub.count("SELECT count(*) FROM review WHERE reason = 'clock'")).isEqualTo(2);

    OptionalLong offset = OptionalLong.of(NOON - 1_000);
    hub.deliver("kiosk-1", batch("e1", 3, 0, offset, line(NOON, meal(3, Way.DINE_IN))));
    assertThat(meals()).isEqualTo(3);
    assertThat(hub.count("SELECT count(*) FROM review WHERE reason = 'clock'")).isZero();
    assertThat(hub.count("SELECT count(*) FROM ledger WHERE at = " + NOON)).isEqualTo(3);
  }

  @Test
  void aScanWithoutTrustedClockIsStoredForReviewAndNotTallied() {
    Fact.Scan untimed =
        new Fact.Scan(
            "canteen",
            LedgerFixture.card(1),
            Outcome.UNTIMED,
            Optional.empty(),
            Optional.empty(),
            0,
            Input.CAMERA);
    hub.deliver("kiosk-1", batch("e1", 1, line(NOON, untimed)));

    assertThat(meals()).isZero();
    assertThat(hub.count("SELECT count(*) FROM review WHERE reason = 'untimed'")).isEqualTo(1);
  }

  @Test
  void theEventsOfAnUnknownCardFollowThePersonOnceItIsKnown() {
    hub.deliver("kiosk-1", batch("e1", 1, line(NOON, meal(1, Way.DINE_IN))));
    hub.deliver("kiosk-1", batch("e1", 2, line(NOON + 1, meal(2, Way.DINE_IN))));
    assertThat(meals()).isEqualTo(2);
    assertThat(hub.count("SELECT count(*) FROM review")).isEqualTo(2);

    hub.ledger.attribute(LedgerFixture.card(1), 77);
    hub.ledger.attribute(LedgerFixture.card(2), 77);
    hub.ledger.commitNow();
    assertThat(meals()).isEqualTo(1);
    assertThat(hub.count("SELECT count(*) FROM review")).isZero();
    assertThat(hub.count("SELECT count(*) FROM ledger WHERE subject = 77")).isEqualTo(2);
  }

  @Test
  void whatOnlyTheHubKnowsComesBackFromTheJournal() {
    CompletableFuture<EventId> count = hub.ledger.append(new Fact.HandCount("canteen", 12, "cook"));
    assertThat(count).isNotDone();
    hub.ledger.commitNow();
    assertThat(count).isCompleted();
    hub.database.write(
        db -> {
          try (var statement = db.createStatement()) {
            statement.execute("DELETE FROM ledger");
            statement.execute("DELETE FROM source");
            return statement.execute("DELETE FROM meta");
          }
        });
    hub.close();

    hub = new LedgerFixture(folder, Subjects.NONE, "start-2");
    assertThat(hub.count("SELECT count(*) FROM event WHERE epoch = 'start-1' AND seq = 1"))
        .isEqualTo(1);
    hub.ledger.append(new Fact.HandCount("canteen", 13, "cook"));
    hub.ledger.commitNow();
    assertThat(hub.count("SELECT count(*) FROM event")).isEqualTo(2);
  }

  @Test
  void aJournalIsReplayedIntoABackupOfAnotherPast(@TempDir Path rolledBack) throws IOException {
    for (int people = 1; people <= 3; people++) {
      hub.ledger.append(new Fact.HandCount("canteen", people, "cook"));
    }
    hub.ledger.commitNow();
    hub.close();
    Path backup = folder.resolve("hub.db");

    hub = new LedgerFixture(rolledBack, Subjects.NONE, "start-2");
    hub.ledger.append(new Fact.HandCount("canteen", 30, "cook"));
    hub.ledger.commitNow();
    hub.close();
    Files.copy(backup, rolledBack.resolve("hub.db"), StandardCopyOption.REPLACE_EXISTING);

    hub = new LedgerFixture(rolledBack, Subjects.NONE, "start-3");
    assertThat(hub.count("SELECT count(*) FROM event WHERE epoch = 'start-2'")).isEqualTo(1);
    assertThat(hub.count("SELECT count(*) FROM event WHERE epoch = 'start-1'")).isEqualTo(3);
  }

  @Test
  void aJournalOfAnEarlierVersionIsReadAndCarriedOn() throws SQLException {
    hub.ledger.append(new Fact.HandCount("canteen", 1, "cook"));
    hub.ledger.commitNow();
    hub.close();
    try (var db = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("journal.db"));
        var statement = db.createStatement()) {
      statement.execute("ALTER TABLE journal DROP COLUMN start");
    }

    hub = new LedgerFixture(folder, Subjects.NONE, "start-2");
    hub.ledger.append(new Fact.HandCount("canteen", 2, "cook"));
    hub.ledger.commitNow();
    assertThat(hub.count("SELECT count(*) FROM event")).isEqualTo(2);
  }

  @Test
  void aFailingChangeOfOtherTablesUndoesOnlyItself() {
    CompletableFuture<Integer> bad =
        hub.ledger.write(
            db -> db.createStatement().executeUpdate("INSERT INTO nowhere VALUES (1)"));
    hub.deliver("kiosk-1", batch("e1", 1, line(NOON, meal(1, Way.DINE_IN))));

    assertThat(bad).isCompletedExceptionally();
    assertThat(meals()).isEqualTo(1);
  }
}
