package io.jinlin.e2e.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.jinlin.contract.card.CardCode;
import io.jinlin.contract.card.CardReading;
import io.jinlin.contract.card.CardRef;
import io.jinlin.contract.event.Input;
import io.jinlin.e2e.sample.SampleHub;
import io.jinlin.edge.agent.EdgeAgent;
import io.jinlin.edge.decide.Verdict;
import io.jinlin.hub.accounts.Role;
import io.jinlin.hub.ledger.CloudEvents;
import io.jinlin.hub.ledger.Export;
import io.jinlin.hub.serve.Core;
import io.jinlin.hub.serve.FiguresTimer;
import io.jinlin.hub.web.StaffSite;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/**
 * Sixty people come to the clinic, eleven of them members, by lot. The attacker has every byte
 * between kiosk and hub, the hub's and the kiosk's files, all logs, both exports, the answers to
 * all other roles, and how long each answer took; and must not tell who is a member.
 */
@Tag("slow")
class ProgrammeAttackTest {
  private static final int PEOPLE = 60;
  private static final int MEMBERS = 11;
  private static final int ROUNDS = 7;

  /** More than this within a tenth of a second is a page. */
  private static final int HEARTBEAT_BYTES = 2_000;

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String PHRASE = "a passphrase of 20 letters";

  @TempDir Path folder;
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final Random random = new Random();
  private final boolean[] member = new boolean[PEOPLE];
  private final int[] ticket = new int[PEOPLE];
  private final int[] heardAfter = new int[PEOPLE];
  private final Map<Role, Staff> others = new EnumMap<>(Role.class);
  private List<String> codes = List.of();
  private Staff doctor = new Staff(0);
  private Path journal = Path.of("");
  private long[] person = new long[PEOPLE];

  @Test
  void nobodyOutsideTheStoreTellsMembersFromOthersBetterThanByChance() throws Exception {
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    Logger ours = (Logger) LoggerFactory.getLogger("io.jinlin");
    Level before = ours.getLevel();
    log.start();
    root.addAppender(log);
    ours.setLevel(Level.DEBUG);
    try (SampleHub hub = SampleHub.start(folder, SampleHub.eleven());
        FiguresTimer figures = hub.figures();
        Tap tap = new Tap(hub.mqttPort());
        EdgeAgent kiosk = hub.kiosk("kiosk-clinic", tap.port())) {
      journal = hub.config().journal();
      codes = hub.elders().subList(0, PEOPLE);
      figures.tick();
      attack(hub.core(), hub.site(), tap, kiosk);
    } finally {
      root.detachAppender(log);
      ours.setLevel(before);
    }
  }

  private void attack(Core core, StaffSite site, Tap tap, EdgeAgent kiosk) throws Exception {
    for (int i = 0; i < PEOPLE; i++) {
      person[i] = core.cards().personOf(ref(i)).orElseThrow();
    }
    for (Role role : List.of(Role.DIRECTOR, Role.STAFF, Role.NURSE, Role.AUDITOR)) {
      others.put(role, staff(site, "other-" + role.ordinal(), role));
    }
    enrol(site);
    await()
        .atMost(PATIENCE)
        .until(() -> kiosk.present(codes.get(0), Input.LINE) instanceof Verdict.Choose);
    quiet(tap);
    visits(tap, kiosk);
    await().atMost(PATIENCE).until(() -> kiosk.status().unsent() == 0);
    await().atMost(PATIENCE).until(() -> rows(Role.NURSE).size() >= PEOPLE);

    Attacker attacker = new Attacker(PEOPLE);
    look(attacker, core, tap);
    time(attacker, kiosk);
    assertThat(attacker.respects()).isGreaterThan(15);
    assertThat(attacker.tells(member)).isEmpty();
    plantedLeaksAreFound(attacker);
  }

  private CardRef ref(int i) {
    return ((CardReading.Card) CardCode.read(codes.get(i))).code().keys("jinlin").ref();
  }

  private static Staff staff(StaffSite site, String account, Role role) throws Exception {
    Staff staff = new Staff(site.port());
    staff.login(account, site.api().accounts().addGenerated(account, Set.of(role)));
    return staff;
  }

  /** Eleven by lot, with all that a record can have; the clinician has it open all the time. */
  private void enrol(StaffSite site) throws Exception {
    List<Integer> lot = shuffled();
    Staff officer = staff(site, "officer", Role.PRIVACY_OFFICER);
    officer.does("create", "{'passphrase':'" + PHRASE + "'}");
    officer.does("key", "{'account':'doctor','passphrase':'" + PHRASE + "'}");
    doctor = staff(site, "doctor", Role.CLINICIAN);
    doctor.does("open", "{'passphrase':'" + PHRASE + "'}");
    for (int i : lot.subList(0, MEMBERS)) {
      member[i] = true;
      String record = "{'name':'居民%d','contact':'%s','note':'诊室3'}";
      int id = doctor.does("member", record.formatted(person[i], codes.get(i)));
      String plan =
          "{'member':%d,'kind':'injection','what':'注射','due':'2026-01-01','everyDays':28}";
      doctor.does("plan", plan.formatted(id));
    }
  }

  /** The kiosk has learned all that it asks for: nothing is left but the hub's heartbeat. */
  private static void quiet(Tap tap) {
    await()
        .atMost(PATIENCE)
        .during(Duration.ofSeconds(2))
        .until(
            new Callable<Boolean>() {
              private int before;

              @Override
              public Boolean call() {
                int now = tap.heard().length;
                boolean still = now - before < HEARTBEAT_BYTES;
                before = now;
                return still;
              }
            });
  }

  /** Everybody comes once, in an order by another lot, and takes an ordinary number. */
  private void visits(Tap tap, EdgeAgent kiosk) {
    for (int i : shuffled()) {
      int before = tap.heard().length;
      kiosk.present(codes.get(i), Input.LINE);
      ticket[i] = ((Verdict.Ticket) kiosk.choose("basic-care")).number();
      await().atMost(PATIENCE).until(() -> kiosk.status().unsent() == 0);
      heardAfter[i] = tap.heard().length - before;
    }
  }

  private List<Integer> shuffled() {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < PEOPLE; i++) {
      order.add(i);
    }
    Collections.shuffle(order, random);
    return order;
  }

  private List<String> rows(Role role) throws Exception {
    String all = others.get(role).get("/api/events?limit=500&place=clinic");
    return Stream.of(all.split("(?=\\{\"event\")"))
        .filter(row -> row.contains("\"scan\""))
        .toList();
  }

  /** How often, and at what length, each person is met in what can be had. */
  private void look(Attacker attacker, Core core, Tap tap) throws Exception {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("wire", Loot.latin(tap.heard()));
    all.put("hub.db", Loot.dump(folder.resolve("hub/hub.db")));
    all.put("journal", Loot.dump(journal));
    all.put("kiosk files", Loot.files(folder.resolve("kiosk-clinic")));
    all.put("hub files", Loot.files(folder.resolve("hub")));
    StringBuilder said = new StringBuilder();
    log.list.forEach(line -> said.append(line.getFormattedMessage()).append('\n'));
    all.put("logs", said.toString());
    ByteArrayOutputStream export = new ByteArrayOutputStream();
    core.database().read(db -> exported(db, export));
    all.put("exports", export.toString(StandardCharsets.UTF_8));
    for (Map.Entry<Role, Staff> other : others.entrySet()) {
      StringBuilder answers = new StringBuilder();
      for (String path :
          List.of("/api/live", "/api/board", "/api/clinic", "/api/review", "/api/audit")) {
        answers.append(other.getValue().get(path)).append('\n');
      }
      all.put("answers to " + other.getKey(), answers + String.join("\n", rows(other.getKey())));
    }
    for (int i = 0; i < PEOPLE; i++) {
      String ref = ref(i).text();
      for (Map.Entry<String, String> one : all.entrySet()) {
        attacker.note(one.getKey() + ": reference", i, Loot.count(one.getValue(), ref));
        String number = "\"ticket\":" + ticket[i];
        attacker.note(one.getKey() + ": number", i, Loot.count(one.getValue(), number));
      }
      attacker.note("logs: person", i, Loot.count(all.get("logs"), "" + person[i]));
      attacker.note("bytes on the wire after the card", i, heardAfter[i]);
    }
  }

  private static boolean exported(Connection db, ByteArrayOutputStream out)
      throws java.sql.SQLException {
    try {
      return Export.write(db, out) + CloudEvents.write(db, "jinlin", out) > 0;
    } catch (java.io.IOException impossible) {
      throw new java.io.UncheckedIOException(impossible);
    }
  }

  /** A question about a person, whose answer is timed. */
  private interface Question {
    void ask(int person) throws Exception;
  }

  private Map<String, Question> questions(EdgeAgent kiosk) {
    Map<String, Question> questions = new LinkedHashMap<>();
    for (Role role : List.of(Role.DIRECTOR, Role.STAFF)) {
      Staff staff = others.get(role);
      questions.put(
          "time of the person's page to " + role,
          i -> staff.get("/api/people?person=" + person[i]));
      questions.put(
          "time of the account to " + role,
          i -> staff.get("/api/settlement/account?person=" + person[i]));
    }
    Staff nurse = others.get(Role.NURSE);
    String prefer = "{\"step\":\"prefer\",\"ticket\":%d}";
    questions.put(
        "time of a nurse's step", i -> nurse.post("/api/clinic/step", prefer.formatted(ticket[i])));
    questions.put("time of the kiosk", i -> kiosk.present(codes.get(i), Input.LINE));
    return questions;
  }

  private void time(Attacker attacker, EdgeAgent kiosk) throws Exception {
    for (Map.Entry<String, Question> one : questions(kiosk).entrySet()) {
      measure(attacker, one.getKey(), one.getValue());
    }
  }

  private void measure(Attacker attacker, String respect, Question question) throws Exception {
    double[][] took = new double[PEOPLE][ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      for (int i : shuffled()) {
        long before = System.nanoTime();
        question.ask(i);
        took[i][round] = System.nanoTime() - before;
      }
    }
    for (int i = 0; i < PEOPLE; i++) {
      attacker.note(respect, i, took[i]);
    }
  }

  /** The same attacker with the same numbers, if there were something to see. */
  private void plantedLeaksAreFound(Attacker attacker) throws Exception {
    int[] sorted = heardAfter.clone();
    Arrays.sort(sorted);
    int usual = sorted[PEOPLE / 2];
    for (int i = 0; i < PEOPLE; i++) {
      attacker.note("planted: a line in a log", i, member[i] ? 2 : 1);
      attacker.note("planted: a second message", i, heardAfter[i] + (member[i] ? usual : 0));
    }
    Staff staff = others.get(Role.STAFF);
    measure(
        attacker,
        "planted: the store is asked on the way",
        i -> {
          staff.get("/api/people?person=" + person[i]);
          if (member[i]) {
            doctor.does("read", "{'member':0}");
          }
        });
    assertThat(attacker.tells(member))
        .as("bytes after each card: %s", Arrays.toString(sorted))
        .hasSize(3)
        .allMatch(leak -> leak.startsWith("planted"));
  }
}
