package io.jinlin.hub.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jinlin.contract.card.CardRef;
import io.jinlin.contract.config.ConfigReader;
import io.jinlin.contract.event.Event;
import io.jinlin.contract.event.Fact;
import io.jinlin.contract.wire.Ack;
import io.jinlin.contract.wire.Batch;
import io.jinlin.contract.wire.EventCodec;
import io.jinlin.contract.wire.PageKind;
import io.jinlin.contract.wire.Version;
import io.jinlin.hub.backup.Backups;
import io.jinlin.hub.cards.Card;
import io.jinlin.hub.cards.CardAnswer;
import io.jinlin.hub.cards.CardBook;
import io.jinlin.hub.cards.CardDesk;
import io.jinlin.hub.cards.Cards;
import io.jinlin.hub.config.HubConfig;
import io.jinlin.hub.ledger.Delivery;
import io.jinlin.hub.ledger.Receipt;
import io.jinlin.hub.residents.Person;
import io.jinlin.hub.residents.Residents;
import io.jinlin.hub.residents.Sex;
import io.jinlin.hub.store.DataFolder;
import io.jinlin.hub.store.Rows;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hub on its files: backups, damage, and what comes back. */
class CoreTest {
  @TempDir Path folder;
  private Vertx vertx;
  private HubConfig config;

  @BeforeEach
  void configure() {
    vertx = Vertx.vertx();
    config = config();
  }

  private HubConfig config() {
    List<String> sets = List.of("data=" + folder, "mqtt.port=0", "http.port=0");
    ConfigReader reader = ConfigReader.load(List.of(), sets);
    HubConfig read = HubConfig.read(reader);
    reader.finish();
    return read;
  }

  @AfterEach
  void stop() throws Exception {
    vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  private Core start() throws Exception {
    return Core.start(config, vertx, InstantSource.system(), new SecureRandom());
  }

  private static Receipt deliver(Core core, long first, int count) throws Exception {
    Fact passage = new Fact.Passage("hall", "door-1", Fact.Passage.Direction.IN, 1);
    byte[] line = EventCodec.encode(new Event(System.currentTimeMillis(), 1, passage));
    Batch.Header header =
        new Batch.Header("n", "e1", first, count, 0, "boot", OptionalLong.empty(), Version.NONE);
    List<byte[]> lines = Stream.generate(() -> line).limit(count).toList();
    CompletableFuture<Receipt> answer = new CompletableFuture<>();
    long now = System.currentTimeMillis();
    core.ledger()
        .submit(new Delivery("door-hall", new Batch(header, lines), now, answer::complete));
    return answer.get(20, TimeUnit.SECONDS);
  }

  private static void count(Core core, int people) throws Exception {
    core.ledger().append(new Fact.HandCount("hall", people, "director")).get(20, TimeUnit.SECONDS);
  }

  private static long number(Core core, String sql) {
    return core.database().read(db -> Rows.number(db, sql));
  }

  private Path backUp(Core core) throws Exception {
    Backups backups = new Backups(config.backup().folder(), config.backup().keep());
    Path made = backups.make(core.database(), System.currentTimeMillis());
    List<Backups.Reached> reached = Backups.reached(made);
    core.ledger().write(db -> Backups.note(db, reached)).get(20, TimeUnit.SECONDS);
    return made;
  }

  private static Ack.Position position(Core core) throws Exception {
    CompletableFuture<Ack.Position> answer = new CompletableFuture<>();
    core.ledger().positions("door-hall", List.of("e1"), found -> answer.complete(found.get(0)));
    return answer.get(20, TimeUnit.SECONDS);
  }

  @Test
  void aSecondHubOnTheSameFolderIsToldSo() throws Exception {
    try (Core core = start()) {
      assertThat(core.mqttPort()).isPresent();
      assertThatThrownBy(this::start)
          .isInstanceOf(DataFolder.InUseException.class)
          .hasMessageContaining("another hub");
    }
  }

  @Test
  void aBackupTellsDevicesHowFarItGoes() throws Exception {
    try (Core core = start()) {
      deliver(core, 1, 5);
      assertThat(position(core)).isEqualTo(new Ack.Position("e1", 5, 0));
      backUp(core);
      deliver(core, 6, 2);
      assertThat(position(core)).isEqualTo(new Ack.Position("e1", 7, 5));
    }
  }

  @Test
  void aRestoredHubHasItsOwnEventsAndAsksDevicesForTheirs() throws Exception {
    Path backup;
    try (Core core = start()) {
      deliver(core, 1, 5);
      backup = backUp(core);
      deliver(core, 6, 2);
      count(core, 12);
    }
    Backups.restore(backup, HubFiles.database(config), System.currentTimeMillis());
    try (Core core = start()) {
      assertThat(position(core).seq()).isEqualTo(5);
      assertThat(number(core, "SELECT count(*) FROM event WHERE device = 'hub'")).isEqualTo(1);
      assertThat(deliver(core, 6, 2).position().seq()).isEqualTo(7);
    }
    assertThat(names()).anyMatch(name -> name.startsWith("hub.db.replaced-"));
  }

  @Test
  void aDamagedFileIsSetAsideAndTheNewestBackupStandsIn() throws Exception {
    try (Core core = start()) {
      deliver(core, 1, 100);
      backUp(core);
      count(core, 12);
    }
    try (RandomAccessFile file = new RandomAccessFile(HubFiles.database(config).toFile(), "rw")) {
      byte[] noise = new byte[4_096];
      new SecureRandom().nextBytes(noise);
      for (long at = 4_096; at + 4_096 < file.length(); at += 8_192) {
        file.seek(at);
        file.write(noise);
      }
    }
    try (Core core = start()) {
      assertThat(position(core).seq()).isEqualTo(100);
      assertThat(number(core, "SELECT count(*) FROM event WHERE device = 'hub'")).isEqualTo(1);
    }
    assertThat(names()).anyMatch(name -> name.startsWith("hub.db.damaged-"));
  }

  @Test
  void aTruncatedFileWithoutBackupStartsEmptyAndKeepsWhatOnlyTheHubKnows() throws Exception {
    try (Core core = start()) {
      deliver(core, 1, 100);
      count(core, 12);
    }
    try (RandomAccessFile file = new RandomAccessFile(HubFiles.database(config).toFile(), "rw")) {
      file.setLength(10_000);
    }
    try (Core core = start()) {
      assertThat(position(core).seq()).isZero();
      assertThat(number(core, "SELECT count(*) FROM event WHERE device = 'hub'")).isEqualTo(1);
      assertThat(deliver(core, 1, 100).position().seq()).isEqualTo(100);
    }
    assertThat(names()).anyMatch(name -> name.startsWith("hub.db.damaged-"));
  }

  private static void person(Core core) throws Exception {
    Person person =
        new Person(
            1,
            OptionalLong.empty(),
            "陈阿英",
            Sex.FEMALE,
            LocalDate.of(1946, 2, 3),
            Optional.empty(),
            "zh",
            Person.Role.RESIDENT,
            Optional.empty());
    core.ledger()
        .write(
            db -> {
              new Residents(db).addPersons(List.of(person));
              return 1;
            })
        .get(20, TimeUnit.SECONDS);
  }

  private CardDesk desk(Core core) {
    CardBook book =
        new CardBook(core.cards(), InstantSource.system(), config.zone(), new SecureRandom());
    return new CardDesk(
        new CardDesk.Parts(
            config.site(),
            core.database(),
            core.ledger(),
            book,
            InstantSource.system(),
            new SecureRandom()));
  }

  private static CardRef done(CardAnswer answer) throws Exception {
    return ((CardAnswer.Begun) answer).done().get(20, TimeUnit.SECONDS).card().keys().ref();
  }

  @Test
  void aRestoredHubStillKnowsWhichCardsWereGivenOutAndWhichDied() throws Exception {
    Path backup;
    CardRef first;
    CardRef second;
    try (Core core = start()) {
      person(core);
      backup = backUp(core);
      first = done(desk(core).issue(1, "director"));
      second = done(desk(core).reprint(first, "director"));
    }
    Backups.restore(backup, HubFiles.database(config), System.currentTimeMillis());
    try (Core core = start()) {
      assertThat(core.cards().personOf(first)).hasValue(1);
      assertThat(core.cards().personOf(second)).hasValue(1);
      List<Card> cards = core.database().read(db -> new Cards(db).of(1));
      assertThat(cards).extracting(card -> card.revokedMillis().isPresent()).contains(true, false);
      String dead = "SELECT count(*) FROM page_item WHERE kind = ? AND key = ?";
      int kind = PageKind.REVOCATIONS.ordinal();
      long told = core.database().read(db -> Rows.number(db, dead, kind, first.text()));
      assertThat(told).isEqualTo(1);
      assertThat(desk(core).reprint(first, "director"))
          .isEqualTo(new CardAnswer.Not(CardAnswer.Why.CARD_DEAD));
      assertThat(desk(core).issue(1, "director"))
          .isEqualTo(new CardAnswer.Not(CardAnswer.Why.HAS_CARD));
    }
  }

  @Test
  void whatTheJournalBringsBackIsOfTheNewTermOfPages() throws Exception {
    Path backup;
    try (Core core = start()) {
      person(core);
      backup = backUp(core);
      done(desk(core).issue(1, "director"));
    }
    Backups.restore(backup, HubFiles.database(config), System.currentTimeMillis());
    try (Core core = start()) {
      int kind = PageKind.ROSTER.ordinal();
      String term = "SELECT first FROM page_term WHERE kind = ? ORDER BY start DESC LIMIT 1";
      long first = core.database().read(db -> Rows.number(db, term, kind));
      String entry = "SELECT max(version) FROM page_item WHERE kind = ?";
      long brought = core.database().read(db -> Rows.number(db, entry, kind));
      assertThat(brought).isGreaterThanOrEqualTo(first);
    }
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
