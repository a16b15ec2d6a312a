package io.jinlin.hub.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinlin.contract.card.CardCode;
import io.jinlin.contract.card.CardKeys;
import io.jinlin.contract.card.CardReading;
import io.jinlin.contract.card.Seal;
import io.jinlin.contract.page.Item;
import io.jinlin.contract.page.ItemCodec;
import io.jinlin.contract.page.RosterEntry;
import io.jinlin.contract.page.RosterEntryCodec;
import io.jinlin.contract.wire.PageKind;
import io.jinlin.hub.store.Database;
import io.jinlin.hub.store.Rows;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SampleCommandTest {

  private static final Instant NOON = Instant.ofEpochMilli(1_795_491_720_000L);

  @TempDir private Path folder;
  private final StringWriter said = new StringWriter();

  private int sample(String... more) {
    String[] args = new String[2 + more.length];
    args[0] = "--data";
    args[1] = folder.resolve("hub").toString();
    System.arraycopy(more, 0, args, 2, more.length);
    return new CommandLine(new SampleCommand(() -> NOON))
        .setOut(new PrintWriter(said))
        .setErr(new PrintWriter(said))
        .execute(args);
  }

  private Database open() {
    return Database.open(folder.resolve("hub").resolve("hub.db"));
  }

  private static long number(Database database, String sql) {
    return database.read(db -> Rows.number(db, sql));
  }

  private CardKeys card(String kind) throws Exception {
    for (String line : Files.readAllLines(folder.resolve("hub").resolve("sample-cards.tsv"))) {
      String[] fields = line.split("\t");
      if (fields[1].equals(kind) && CardCode.read(fields[0]) instanceof CardReading.Card card) {
        return card.code().keys("jinlin");
      }
    }
    throw new AssertionError(kind);
  }

  @Test
  void whatACardOpensAtAKioskIsItsOwnEntryAndADeadCardOpensNone() throws Exception {
    assertThat(sample()).isZero();
    try (Database database = open()) {
      Optional<RosterEntry> collector = entry(database, card("collector"));
      assertThat(collector.orElseThrow().collects()).isNotEmpty();
      assertThat(collector.orElseThrow().name()).endsWith("*");
      assertThat(entry(database, card("pupil")).orElseThrow().enrolled()).contains("school-430");
      assertThat(entry(database, card("revoked"))).isEmpty();
      assertThat(number(database, "SELECT count(*) FROM page_item WHERE kind = 0"))
          .isEqualTo(14_024);
    }
  }

  private static Optional<RosterEntry> entry(Database database, CardKeys keys) {
    List<byte[]> bodies =
        database.read(
            db ->
                Rows.all(
                    db,
                    "SELECT body FROM page_item WHERE kind = 0 AND key = ?",
                    row -> row.getBytes(1),
                    keys.ref().text()));
    return bodies.stream()
        .findFirst()
        .flatMap(body -> ItemCodec.decode(PageKind.ROSTER, body).toOptional())
        .map(Item.Roster.class::cast)
        .flatMap(item -> Seal.open(keys, item.version(), item.sealed()))
        .flatMap(content -> RosterEntryCodec.decode(content).toOptional());
  }

  @Test
  void theHistoryIsInTheLedgerAndItsTalliesAreItsOwnCounts() throws Exception {
    assertThat(sample("--history", "7d")).isZero();
    try (Database database = open()) {
      long scans = number(database, "SELECT count(*) FROM event WHERE counted");
      assertThat(scans).isGreaterThan(1_500);
      assertThat(number(database, "SELECT sum(count) FROM tally")).isEqualTo(scans);
      assertThat(number(database, "SELECT count(*) FROM review")).isZero();
      assertThat(
              number(
                  database,
                  "SELECT count(*) FROM event WHERE counted AND occasion GLOB 'meal:lunch:*'"))
          .isBetween(500L, 1_300L);
    }
  }

  @Test
  void aFolderWithPeopleIsLeftAlone() {
    assertThat(sample()).isZero();
    assertThat(sample()).isEqualTo(1);
    assertThat(said.toString()).contains("There are people in");
  }

  @Test
  void aHistoryThatIsNoNumberOfDaysIsRefusedWithAnExample() {
    assertThat(sample("--history", "ever")).isEqualTo(2);
    assertThat(said.toString()).contains("for example 400d");
  }
}
