package io.jinlin.edge.roster;

import static io.jinlin.edge.roster.Pages.card;
import static io.jinlin.edge.roster.Pages.roster;
import static io.jinlin.edge.roster.Pages.version;
import static io.jinlin.edge.roster.Pages.whole;
import static org.assertj.core.api.Assertions.assertThat;

import io.jinlin.contract.page.Item;
import io.jinlin.contract.wire.PageKind;
import io.jinlin.contract.wire.Version;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DamagedReplicaTest {
  private static final int CARDS = 200;

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void fill() {
    file = folder.resolve("replica.db");
    try (Replica replica = Replica.open(file, 0)) {
      Item[] items =
          IntStream.range(0, CARDS)
              .mapToObj(i -> roster(i + 1, card(i), "王*"))
              .toArray(Item[]::new);
      replica.apply(whole(PageKind.ROSTER, Version.NONE, true, version("a", CARDS), items));
      Item dead = new Item.Revocation(1, card(3).ref());
      replica.apply(whole(PageKind.REVOCATIONS, Version.NONE, true, version("a", 1), dead));
    }
  }

  @Test
  void aTruncatedFileIsSetAsideAndTheReplicaAsksForEverythingAgain() throws IOException {
    long size = Files.size(file);
    try (RandomAccessFile torn = new RandomAccessFile(file.toFile(), "rw")) {
      torn.setLength(size * 2 / 3);
    }

    try (Replica replica = Replica.open(file, 1_234)) {
      assertThat(replica.problems()).containsExactly(Replica.SET_ASIDE);
      assertThat(replica.have(PageKind.ROSTER)).isEqualTo(Version.NONE);
      assertThat(replica.have(PageKind.REVOCATIONS)).isEqualTo(Version.NONE);
      assertThat(replica.look(card(0))).isInstanceOf(RosterAnswer.Unknown.class);
      replica.apply(
          whole(PageKind.ROSTER, Version.NONE, true, version("a", 9), roster(9, card(0), "王*")));
      assertThat(replica.look(card(0))).isInstanceOf(RosterAnswer.Known.class);
    }
    assertThat(folder.resolve("replica.db.damaged-1234")).exists();
  }

  @Test
  void deadCardsOfADamagedFileAreStillRefused() throws IOException {
    try (RandomAccessFile torn = new RandomAccessFile(file.toFile(), "rw")) {
      byte[] garbage = new byte[40_000];
      torn.seek(torn.length() - garbage.length);
      torn.write(garbage);
    }

    try (Replica replica = Replica.open(file, 0)) {
      assertThat(replica.problems()).containsExactly(Replica.SET_ASIDE);
      assertThat(replica.look(card(3))).isInstanceOf(RosterAnswer.Revoked.class);
    }
  }

  @Test
  void aFileThatIsNoDatabaseIsSetAsideEachTimeUnderANewName() throws IOException {
    for (int i = 0; i < 3; i++) {
      Files.writeString(file, "this was a replica once, or so it seemed".repeat(500));
      try (Replica replica = Replica.open(file, 7)) {
        assertThat(replica.problems()).containsExactly(Replica.SET_ASIDE);
      }
    }
    try (Stream<Path> names = Files.list(folder)) {
      assertThat(names.map(name -> name.getFileName().toString()).filter(n -> n.matches(".*-\\d+")))
          .hasSize(3);
    }
  }

  @Test
  void aFileOfALaterSchemaIsSetAside() throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = connection.createStatement()) {
      statement.execute("PRAGMA user_version = 99");
    }

    try (Replica replica = Replica.open(file, 0)) {
      assertThat(replica.problems()).containsExactly(Replica.SET_ASIDE);
      assertThat(replica.look(card(3))).isInstanceOf(RosterAnswer.Revoked.class);
    }
  }

  @Test
  void whereNoFileCanBeMadeTheReplicaIsKeptInMemory() {
    try (Replica replica = Replica.open(folder.resolve("missing/replica.db"), 0)) {
      assertThat(replica.problems()).containsExactly(Replica.DISK);
      replica.apply(
          whole(PageKind.ROSTER, Version.NONE, true, version("a", 1), roster(1, card(0), "王*")));
      assertThat(replica.look(card(0))).isInstanceOf(RosterAnswer.Known.class);
    }
  }
}
