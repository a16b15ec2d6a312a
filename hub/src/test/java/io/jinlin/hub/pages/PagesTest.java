package io.jinlin.hub.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinlin.contract.card.CardRef;
import io.jinlin.contract.card.Seal;
import io.jinlin.contract.page.Device;
import io.jinlin.contract.page.Item;
import io.jinlin.contract.page.ItemCodec;
import io.jinlin.contract.wire.Limits;
import io.jinlin.contract.wire.Page;
import io.jinlin.contract.wire.PageCodec;
import io.jinlin.contract.wire.PageKind;
import io.jinlin.contract.wire.Version;
import io.jinlin.hub.store.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PagesTest {
  @TempDir Path folder;
  private Database database;
  private Pages pages;

  @BeforeEach
  void open() {
    start("t1");
  }

  private void start(String term) {
    database = Database.open(folder.resolve("hub.db"));
    Claims claims = new Claims(database, InstantSource.system(), ZoneId.of("UTC"), term);
    pages = Pages.open(database, claims, term);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private void revoke(int from, int to) {
    database.write(
        db -> {
          try (PageWriter writer = new PageWriter(db)) {
            for (int i = from; i < to; i++) {
              CardRef ref = new CardRef(i, i);
              writer.put(PageKind.REVOCATIONS, version -> new Item.Revocation(version, ref));
            }
          }
          return to;
        });
  }

  private Version read(Version have, Set<String> keys) {
    Page page;
    Version at = have;
    do {
      page = pages.after("kiosk-1", PageKind.REVOCATIONS, at, at);
      assertThat(PageCodec.encode(page).length).isLessThanOrEqualTo(Limits.MAX_MESSAGE_BYTES);
      for (byte[] line : page.items()) {
        keys.add(ItemCodec.decode(page.kind(), line).toOptional().orElseThrow().key());
      }
      at = page.upTo();
    } while (!at.equals(page.latest()));
    return at;
  }

  @Test
  void aDeviceGetsEverythingPageByPageAndThenOnlyWhatIsNew() {
    revoke(0, 1_234);
    Set<String> keys = new HashSet<>();
    Version have = read(Version.NONE, keys);
    assertThat(keys).hasSize(1_234);

    revoke(1_234, 1_236);
    Page news = pages.after("kiosk-1", PageKind.REVOCATIONS, have, have);
    assertThat(news.reset()).isFalse();
    assertThat(news.items()).hasSize(2);
  }

  @Test
  void aVersionOfAnEarlierStartIsStillOfTheSameHistory() {
    revoke(0, 10);
    Version have = read(Version.NONE, new HashSet<>());
    database.close();
    start("t2");

    Page page = pages.after("kiosk-1", PageKind.REVOCATIONS, have, have);
    assertThat(page.reset()).isFalse();
    assertThat(page.items()).isEmpty();
    assertThat(page.upTo()).isEqualTo(new Version("t2", 10));
  }

  @Test
  void aNumberThatAnOlderBackupForgotIsNotTakenForTheSame() throws IOException {
    revoke(0, 10);
    database.close();
    Files.copy(folder.resolve("hub.db"), folder.resolve("backup.db"));
    start("t2");
    revoke(10, 15);
    Version have = read(Version.NONE, new HashSet<>());
    database.close();
    Files.delete(folder.resolve("hub.db"));
    Files.move(folder.resolve("backup.db"), folder.resolve("hub.db"));
    start("t3");
    revoke(100, 120);

    Page page = pages.after("kiosk-1", PageKind.REVOCATIONS, have, have);
    assertThat(page.reset()).isTrue();
    assertThat(page.items()).hasSize(30);
  }

  @Test
  void aDeviceThatWasGoingTowardWhatTheHubForgotGetsEverything() {
    revoke(0, 10);
    Version have = new Version("t1", 5);

    Page known = pages.after("kiosk-1", PageKind.REVOCATIONS, have, new Version("t1", 10));
    assertThat(known.reset()).isFalse();
    assertThat(known.items()).hasSize(5);
    Page forgotten = pages.after("kiosk-1", PageKind.REVOCATIONS, have, new Version("t1", 12));
    assertThat(forgotten.reset()).isTrue();
    assertThat(forgotten.items()).hasSize(10);
  }

  @Test
  void aDeviceSeesNoOtherDevicesSettings() {
    database.write(
        db -> {
          try (PageWriter writer = new PageWriter(db)) {
            for (int i = 1; i <= 3; i++) {
              Device device = new Device("kiosk-" + i, "K" + i, "hall", Device.Role.ENTRANCE, 0);
              writer.put(PageKind.SETTINGS, version -> new Item.DeviceSettings(version, device));
            }
          }
          return 0;
        });

    Page page = pages.after("kiosk-2", PageKind.SETTINGS, Version.NONE, Version.NONE);
    assertThat(page.items()).hasSize(1);
    assertThat(page.upTo()).isEqualTo(page.latest());
    assertThat(page.latest().number()).isEqualTo(3);
  }

  @Test
  void sealedEntriesFillPagesButNeverMoreThanAMessage() {
    byte[] sealed = new byte[Seal.SEALED_BYTES];
    database.write(
        db -> {
          try (PageWriter writer = new PageWriter(db)) {
            for (int i = 0; i < 200; i++) {
              CardRef ref = new CardRef(i, i);
              writer.put(PageKind.ROSTER, version -> new Item.Roster(version, ref, sealed));
            }
          }
          return 0;
        });
    Page page = pages.after("kiosk-1", PageKind.ROSTER, Version.NONE, Version.NONE);
    assertThat(page.items().size()).isGreaterThan(40);
    assertThat(PageCodec.encode(page).length).isLessThanOrEqualTo(Limits.MAX_MESSAGE_BYTES);
  }
}
