package io.jinlin.edge.roster;

import static io.jinlin.edge.roster.Pages.card;
import static io.jinlin.edge.roster.Pages.entry;
import static io.jinlin.edge.roster.Pages.page;
import static io.jinlin.edge.roster.Pages.roster;
import static io.jinlin.edge.roster.Pages.version;
import static io.jinlin.edge.roster.Pages.whole;
import static org.assertj.core.api.Assertions.assertThat;

import io.jinlin.contract.card.CardKeys;
import io.jinlin.contract.event.Occasion;
import io.jinlin.contract.page.Device;
import io.jinlin.contract.page.Item;
import io.jinlin.contract.page.Session;
import io.jinlin.contract.page.Site;
import io.jinlin.contract.wire.Page;
import io.jinlin.contract.wire.PageKind;
import io.jinlin.contract.wire.Version;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplicaTest {
  private static final CardKeys WANG = card(1);
  private static final CardKeys LIN = card(2);
  private static final RosterAnswer UNKNOWN = new RosterAnswer.Unknown();
  private static final RosterAnswer REVOKED = new RosterAnswer.Revoked();

  @TempDir Path folder;
  private Replica replica;

  @BeforeEach
  void open() {
    replica = Replica.open(folder.resolve("replica.db"), 0);
  }

  @AfterEach
  void close() {
    replica.close();
  }

  private void reopen() {
    replica.close();
    open();
  }

  @Test
  void anEntryOpensWithItsCardAndNoOther() {
    replica.apply(
        whole(PageKind.ROSTER, Version.NONE, true, version("a", 5), roster(5, WANG, "王*")));

    assertThat(replica.look(WANG)).isEqualTo(new RosterAnswer.Known(entry("王*")));
    assertThat(replica.look(LIN)).isEqualTo(UNKNOWN);
    assertThat(replica.look(CardKeys.of(WANG.ref(), LIN.key()))).isEqualTo(UNKNOWN);
    assertThat(replica.problems()).containsExactly(Replica.ENTRY_UNREADABLE);
  }

  @Test
  void whatWasAppliedIsThereAfterARestart() {
    replica.apply(
        whole(PageKind.ROSTER, Version.NONE, true, version("a", 5), roster(5, WANG, "王*")));
    reopen();

    assertThat(replica.have(PageKind.ROSTER)).isEqualTo(version("a", 5));
    assertThat(replica.look(WANG)).isInstanceOf(RosterAnswer.Known.class);
  }

  @Test
  void aNewerEntryReplacesAnOlderAndAGoneOneIsForgotten() {
    replica.apply(
        whole(PageKind.ROSTER, Version.NONE, true, version("a", 5), roster(5, WANG, "王*")));
    replica.apply(
        whole(PageKind.ROSTER, version("a", 5), false, version("a", 6), roster(6, WANG, "林*")));
    assertThat(replica.look(WANG)).isEqualTo(new RosterAnswer.Known(entry("林*")));

    Item gone = new Item.Gone(7, WANG.ref().text());
    replica.apply(whole(PageKind.ROSTER, version("a", 6), false, version("a", 7), gone));
    assertThat(replica.look(WANG)).isEqualTo(UNKNOWN);
  }

  @Test
  void anAnswerToAnOlderQuestionIsIgnored() {
    Page first = whole(PageKind.ROSTER, Version.NONE, true, version("a", 5), roster(5, WANG, "王*"));
    assertThat(replica.apply(first)).isEqualTo(Applied.COMPLETE);

    assertThat(replica.apply(first)).isEqualTo(Applied.NOT_NEXT);
    assertThat(replica.have(PageKind.ROSTER)).isEqualTo(version("a", 5));
  }

  @Test
  void aPageThatTheDiskRefusesIsTakenNotAtAllAndTakenLater() throws SQLException {
    Page page =
        whole(
            PageKind.ROSTER,
            Version.NONE,
            true,
            version("a", 5),
            roster(4, WANG, "王*"),
            roster(5, LIN, "林*"));
    try (Connection other =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("replica.db"));
        Statement statement = other.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
      assertThat(replica.apply(page)).isEqualTo(Applied.FAILED);
    }
    assertThat(replica.problems()).containsExactly(Replica.DISK);
    assertThat(replica.have(PageKind.ROSTER)).isEqualTo(Version.NONE);
    assertThat(replica.look(WANG)).isEqualTo(UNKNOWN);

    assertThat(replica.apply(page)).isEqualTo(Applied.COMPLETE);
    assertThat(replica.look(WANG)).isInstanceOf(RosterAnswer.Known.class);
    assertThat(replica.problems()).isEmpty();
  }

  @Test
  void cardsAreFoundWhilePagesAreApplied() throws Exception {
    replica.apply(
        whole(PageKind.ROSTER, Version.NONE, true, version("a", 1), roster(1, WANG, "王*")));
    Thread pages =
        new Thread(
            () -> {
              for (int i = 2; i < 150; i++) {
                Item item = roster(i, card(100 + i), "林*");
                replica.apply(
                    whole(PageKind.ROSTER, version("a", i - 1), false, version("a", i), item));
              }
            });
    pages.start();
    int looks = 0;
    while (pages.isAlive() || looks < 100) {
      assertThat(replica.look(WANG)).isInstanceOf(RosterAnswer.Known.class);
      looks++;
    }
    pages.join();

    assertThat(replica.have(PageKind.ROSTER)).isEqualTo(version("a", 149));
    assertThat(replica.problems()).isEmpty();
  }

  @Test
  void aResetSweepsWhatItDoesNotNameButNotBeforeItIsComplete() {
    replica.apply(
        whole(
            PageKind.ROSTER,
            Version.NONE,
            true,
            version("a", 5),
            roster(4, WANG, "王*"),
            roster(5, LIN, "林*")));
    Applied half =
        replica.apply(
            page(
                PageKind.ROSTER,
                version("a", 5),
                true,
                version("b", 4),
                version("b", 9),
                roster(4, WANG, "王*")));

    assertThat(half).isEqualTo(Applied.MORE);
    assertThat(replica.look(LIN)).isInstanceOf(RosterAnswer.Known.class);
    reopen();

    assertThat(replica.apply(whole(PageKind.ROSTER, version("b", 4), false, version("b", 9))))
        .isEqualTo(Applied.COMPLETE);
    assertThat(replica.look(WANG)).isInstanceOf(RosterAnswer.Known.class);
    assertThat(replica.look(LIN)).isEqualTo(UNKNOWN);
  }

  @Test
  void aDeadCardStaysDeadWhateverThePagesSay() {
    replica.apply(
        whole(PageKind.ROSTER, Version.NONE, true, version("a", 5), roster(5, WANG, "王*")));
    Item dead = new Item.Revocation(1, WANG.ref());
    replica.apply(whole(PageKind.REVOCATIONS, Version.NONE, true, version("a", 1), dead));
    assertThat(replica.look(WANG)).isEqualTo(REVOKED);

    Item gone = new Item.Gone(2, WANG.ref().text());
    replica.apply(whole(PageKind.REVOCATIONS, version("a", 1), false, version("a", 2), gone));
    replica.apply(whole(PageKind.REVOCATIONS, version("a", 2), true, version("b", 0)));
    reopen();

    assertThat(replica.look(WANG)).isEqualTo(REVOKED);
    assertThat(replica.forgottenRevocations(9)).containsExactly(WANG.ref());
  }

  @Test
  void whatTheHubNamesOrStillSendsIsNotForgotten() {
    Item wang = new Item.Revocation(1, WANG.ref());
    Item lin = new Item.Revocation(2, LIN.ref());
    replica.apply(whole(PageKind.REVOCATIONS, Version.NONE, true, version("a", 2), wang, lin));
    assertThat(replica.forgottenRevocations(9)).isEmpty();

    // Restored, it knows of one, and of another that died since; it sends them one by one.
    Item again = new Item.Revocation(1, LIN.ref());
    replica.apply(
        page(PageKind.REVOCATIONS, version("a", 2), true, version("b", 1), version("b", 2), again));
    assertThat(replica.forgottenRevocations(9)).isEmpty();
    Item other = new Item.Revocation(2, card(3).ref());
    replica.apply(whole(PageKind.REVOCATIONS, version("b", 1), false, version("b", 2), other));
    assertThat(replica.forgottenRevocations(9)).containsExactly(WANG.ref());

    Item told = new Item.Revocation(3, WANG.ref());
    replica.apply(whole(PageKind.REVOCATIONS, version("b", 2), false, version("b", 3), told));
    assertThat(replica.forgottenRevocations(9)).isEmpty();
  }

  @Test
  void aFileOfTheEarlierSchemaKeepsItsDeadCards() throws SQLException {
    Item dead = new Item.Revocation(1, WANG.ref());
    replica.apply(whole(PageKind.REVOCATIONS, Version.NONE, true, version("a", 1), dead));
    replica.close();
    try (Connection db =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("replica.db"));
        Statement statement = db.createStatement()) {
      statement.execute("CREATE TABLE old(ref BLOB PRIMARY KEY) WITHOUT ROWID");
      statement.execute("INSERT INTO old SELECT ref FROM revoked");
      statement.execute("DROP TABLE revoked");
      statement.execute("ALTER TABLE old RENAME TO revoked");
      statement.execute("PRAGMA user_version = 2");
    }
    open();

    assertThat(replica.problems()).isEmpty();
    assertThat(replica.look(WANG)).isEqualTo(REVOKED);
    assertThat(replica.forgottenRevocations(9)).isEmpty();
  }

  @Test
  void claimsAreFoundByCardAndGoByKey() {
    Occasion lunch = Occasion.parse("meal:lunch:2026-11-24").orElseThrow();
    Occasion dinner = Occasion.parse("meal:dinner:2026-11-24").orElseThrow();
    Item.Claim first = new Item.Claim(1, WANG.ref(), lunch, 1_000);
    replica.apply(
        whole(
            PageKind.CLAIMS,
            Version.NONE,
            true,
            version("a", 3),
            first,
            new Item.Claim(2, WANG.ref(), dinner, 2_000),
            new Item.Claim(3, LIN.ref(), lunch, 3_000)));

    assertThat(replica.claims(WANG.ref())).containsOnlyKeys(lunch, dinner);
    assertThat(replica.claims(LIN.ref())).containsEntry(lunch, 3_000L).hasSize(1);

    Item gone = new Item.Gone(4, first.key());
    replica.apply(whole(PageKind.CLAIMS, version("a", 3), false, version("a", 4), gone));
    assertThat(replica.claims(WANG.ref())).containsOnlyKeys(dinner);
  }

  @Test
  void settingsAndTimetableAreReadAtOnceAndAfterARestart() {
    Site site = new Site(Pages.SITE, "康乐社区", "Kangle", ZoneId.of("Asia/Shanghai"));
    Device device = new Device("kiosk-1", "一号机", "canteen", Device.Role.ENTRANCE, 100);
    Session film =
        new Session(
            "film-1125",
            "film",
            "hall",
            "film",
            "电影",
            "Film",
            LocalDateTime.parse("2026-11-25T14:00"),
            LocalDateTime.parse("2026-11-25T16:00"),
            0,
            true);
    replica.apply(
        whole(
            PageKind.SETTINGS,
            Version.NONE,
            true,
            version("a", 2),
            new Item.SiteSettings(1, site),
            new Item.DeviceSettings(2, device)));
    replica.apply(
        whole(
            PageKind.TIMETABLE, Version.NONE, true, version("a", 1), new Item.Timetable(1, film)));
    Settings before = replica.settings();
    reopen();

    assertThat(before.site()).contains(site);
    assertThat(before.devices()).containsEntry("kiosk-1", device);
    assertThat(before.sessionsAt("hall")).containsExactly(film);
    assertThat(replica.settings()).isEqualTo(before);
  }

  @Test
  void anItemThatCannotBeReadIsLeftOutAndToldWhileTheRestIsTaken() {
    Page sound = whole(PageKind.ROSTER, Version.NONE, true, version("a", 5), roster(5, WANG, "王*"));
    byte[] odd = "{\"type\":\"hologram\",\"version\":4}".getBytes(StandardCharsets.UTF_8);
    Page page =
        new Page(
            sound.kind(),
            sound.from(),
            true,
            sound.upTo(),
            sound.latest(),
            List.of(odd, sound.items().get(0)));

    assertThat(replica.apply(page)).isEqualTo(Applied.COMPLETE);
    assertThat(replica.look(WANG)).isInstanceOf(RosterAnswer.Known.class);
    assertThat(replica.problems()).containsExactly(Replica.ITEM_UNREADABLE);
  }
}
