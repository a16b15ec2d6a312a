package io.jinlin.hub.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jinlin.hub.store.StoreException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.Deflater;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgrammeTest {
  private static final String OFFICER = "officer passphrase 1";
  private static final String DOCTOR = "doctor passphrase 22";
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  private static final int FAST_KIB = 64;

  @TempDir Path folder;
  private final AtomicLong now = new AtomicLong(1_795_491_720_000L);
  private final InstantSource clock = () -> Instant.ofEpochMilli(now.get());
  private Programme programme;
  private Clinician desk;

  @BeforeEach
  void open() {
    programme = Programme.open(file(), clock, new SecureRandom(), FAST_KIB);
    desk = new Clinician(programme);
  }

  @AfterEach
  void close() {
    programme.close();
  }

  private Path file() {
    return folder.resolve(Programme.FILE);
  }

  private void begin() {
    programme.create("b-officer", "officer", OFFICER);
    desk.give("b-officer", "doctor", DOCTOR);
    assertThat(programme.unlock("b-doctor", "doctor", DOCTOR)).isEqualTo(Programme.Unlock.OPENED);
  }

  private int add(String name) {
    ProgrammeView view = desk.member("b-doctor", Optional.empty(), name, "女儿 138****1234", "每月注射");
    return view.members().stream().filter(one -> one.name().equals(name)).findFirst().get().id();
  }

  private static void refused(String code, Runnable work) {
    assertThatThrownBy(work::run)
        .isInstanceOfSatisfying(
            ProgrammeRefusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }

  @Test
  void whatAClinicianWritesIsThereAfterARestartAndOnlyWithThePassphrase() {
    begin();
    add("陈某某");
    programme.close();
    open();
    assertThat(programme.opener("b-doctor")).isEmpty();
    refused("locked", () -> programme.read("b-doctor", 0));
    assertThat(programme.unlock("b2", "doctor", "wrong passphrase"))
        .isEqualTo(Programme.Unlock.WRONG);
    assertThat(programme.unlock("b2", "officer", DOCTOR)).isEqualTo(Programme.Unlock.WRONG);
    assertThat(programme.unlock("b2", "doctor", DOCTOR)).isEqualTo(Programme.Unlock.OPENED);
    assertThat(programme.read("b2", 0).members()).extracting(Member::name).containsExactly("陈某某");
    refused("locked", () -> programme.read("another browser", 0));
  }

  @Test
  void anInjectionIsDueThenOverdueAndOneThatWasGivenIsPlannedAgain() {
    begin();
    int id = add("陈某某");
    ProgrammeView view = desk.plan("b-doctor", id, Member.Kind.INJECTION, "棕榈酸帕利哌酮", TODAY, 30);
    Member.Task first = view.members().get(0).tasks().get(0);
    assertThat(first.standing(TODAY.minusDays(1))).isEqualTo(Member.Standing.AHEAD);
    assertThat(first.standing(TODAY)).isEqualTo(Member.Standing.DUE);
    assertThat(first.standing(TODAY.plusDays(1))).isEqualTo(Member.Standing.OVERDUE);
    ProgrammeView after = desk.done("b-doctor", id, first.id(), TODAY.plusDays(2));
    assertThat(after.members().get(0).tasks())
        .extracting(Member.Task::due)
        .containsExactly("2026-11-24", "2026-12-26");
    refused("unknown", () -> desk.done("b-doctor", id, first.id(), TODAY));
  }

  @Test
  void theOfficerSeesConsentsKeysAndTheLogButNoNotesAndTheClinicianNoLog() {
    begin();
    int id = add("陈某某");
    desk.plan("b-doctor", id, Member.Kind.FOLLOW_UP, "家访", TODAY, 0);
    desk.consent("b-doctor", id, new Member.Consent("注射", "本人", "2026-11-01", null));
    ProgrammeView officer = programme.read("b-officer", 0);
    assertThat(officer.members().get(0).note()).isEmpty();
    assertThat(officer.members().get(0).tasks()).isEmpty();
    assertThat(officer.members().get(0).consents()).hasSize(1);
    assertThat(officer.log())
        .extracting(Content.Access::act)
        .contains("create", "key doctor", "open", "add", "plan", "consent", "read");
    assertThat(programme.read("b-doctor", 0).log()).isEmpty();
    refused("not-yours", () -> desk.remove("b-officer", id));
    refused("not-yours", () -> desk.give("b-doctor", "friend", "friend passphrase"));
    refused("invalid", () -> desk.take("b-officer", "officer"));
  }

  @Test
  void aClinicianWhoLeftCannotOpenItNotEvenWhereItIsOpen() {
    begin();
    desk.take("b-officer", "doctor");
    refused("locked", () -> programme.read("b-doctor", 0));
    assertThat(programme.unlock("b3", "doctor", DOCTOR)).isEqualTo(Programme.Unlock.WRONG);
  }

  @Test
  void itClosesByItselfAndWrongPassphrasesMustWait() {
    begin();
    now.addAndGet(Programme.IDLE_MS + 1);
    refused("locked", () -> programme.read("b-doctor", 0));
    for (int i = 0; i < 5; i++) {
      assertThat(programme.unlock("b4", "doctor", "wrong")).isEqualTo(Programme.Unlock.WRONG);
    }
    assertThat(programme.unlock("b4", "doctor", DOCTOR)).isEqualTo(Programme.Unlock.WAIT);
    now.addAndGet(60_000);
    assertThat(programme.unlock("b4", "doctor", DOCTOR)).isEqualTo(Programme.Unlock.OPENED);
  }

  @Test
  void emptyOneAndElevenMembersLookAlikeFromOutside() throws IOException {
    long size = Files.size(file());
    byte[] nobody = Files.readAllBytes(file());
    begin();
    for (int i = 0; i < 11; i++) {
      add("成员" + i);
    }
    byte[] eleven = Files.readAllBytes(file());
    assertThat(Files.size(file())).isEqualTo(size);
    assertThat(Files.getLastModifiedTime(file())).isEqualTo(BlockFile.TIME);
    assertThat(rows("block")).isEqualTo(BlockFile.BLOCKS);
    assertThat(rows("slot")).isEqualTo(BlockFile.SLOTS + 1);
    assertThat(new String(eleven, StandardCharsets.UTF_8))
        .doesNotContain("成员", "doctor", "officer");
    assertThat(deflated(eleven)).isCloseTo(deflated(nobody), Percentage.withPercentage(0.5));
  }

  private long rows(String table) {
    try (Connection db = DriverManager.getConnection("jdbc:sqlite:" + file());
        Statement statement = db.createStatement()) {
      return statement.executeQuery("SELECT count(*) FROM " + table).getLong(1);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private static int deflated(byte[] bytes) {
    Deflater deflater = new Deflater();
    deflater.setInput(bytes);
    deflater.finish();
    byte[] out = new byte[2 * bytes.length];
    return deflater.deflate(out);
  }

  @Test
  void aFileThatWasChangedFromOutsideIsNotRead() throws Exception {
    begin();
    add("陈某某");
    programme.close();
    try (Connection db = DriverManager.getConnection("jdbc:sqlite:" + file());
        Statement statement = db.createStatement()) {
      statement.execute("UPDATE block SET body = (SELECT body FROM block WHERE n = 1) WHERE n = 0");
    }
    open();
    assertThatThrownBy(() -> programme.unlock("b5", "doctor", DOCTOR))
        .isInstanceOf(StoreException.class);
  }

  @Test
  void aNewStoreKeepsTheOldFile() throws IOException {
    begin();
    programme.create("b-officer", "officer", OFFICER);
    try (var files = Files.list(folder)) {
      assertThat(files.filter(one -> one.toString().contains("replaced"))).hasSize(2);
    }
    assertThat(programme.unlock("b6", "doctor", DOCTOR)).isEqualTo(Programme.Unlock.WRONG);
  }
}
