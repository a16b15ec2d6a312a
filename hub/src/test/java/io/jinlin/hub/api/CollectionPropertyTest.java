package io.jinlin.hub.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jinlin.contract.card.CardRef;
import io.jinlin.contract.event.Fact;
import io.jinlin.contract.event.Input;
import io.jinlin.contract.event.Occasion;
import io.jinlin.contract.event.Outcome;
import io.jinlin.hub.store.Rows;
import io.jinlin.hub.testing.StaffClient;
import io.jinlin.hub.testing.TestHub;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * Any order of cards, decisions and presses, from kiosks that know nothing of the newest decisions
 * and send late: nobody is offered a child who may not collect it, and no child is handed over
 * without a person's press. What is right is worked out a second time here, from what was done.
 */
class CollectionPropertyTest {
  private static final String SESSION = "school-430-2026-11-24";
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  private static final Occasion OCCASION = new Occasion(Occasion.Kind.SESSION, SESSION, TODAY);
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final long MINUTE_MS = 60_000;
  private static final int FAMILIES = 4;
  private static final int STEPS = 40;
  private static final int LOOK_EVERY = 4;
  private static final String GUARDIANS =
      "SELECT g.child, g.adult, g.collects, p.name, p.born FROM guardian g"
          + " JOIN person p ON p.id = g.adult JOIN enrolment e ON e.person = g.child"
          + " WHERE e.series = 'school-430' ORDER BY g.child, g.adult";

  private static Path folder;
  private static TestHub hub;
  private static StaffClient teacher;
  private static long offers;

  private record Adult(long person, String name, LocalDate born) {}

  private record Code(CardRef ref, String name, Set<Long> children, long from, long until) {}

  private record Over(long at, boolean used) {}

  private record Ban(String id, long child, long adult, String who) {}

  private record Asked(String event, CardRef adult, List<CardRef> children, long at) {}

  @BeforeContainer
  static void start() throws Exception {
    folder = Files.createTempDirectory("collection");
    hub = TestHub.start(folder.resolve("hub"));
    teacher = new StaffClient(hub.port());
    teacher.login("demo", hub.demoPassword());
    hub.pass(300 * MINUTE_MS);
  }

  @AfterContainer
  static void stop() throws Exception {
    hub.close();
    assertThat(offers).as("a property of nothing").isPositive();
    try (var files = Files.walk(folder)) {
      files.sorted((a, b) -> b.compareTo(a)).forEach(file -> file.toFile().delete());
    }
  }

  @Property(tries = 5, shrinking = ShrinkingMode.OFF)
  void nobodyIsOfferedAChildWithoutRightAndNoChildGoesWithoutAPress(@ForAll long seed)
      throws Exception {
    Door door = new Door(new Random(seed));
    for (int i = 0; i < STEPS; i++) {
      door.step();
      door.offersAreRight();
      if (i % LOOK_EVERY == 0 || i == STEPS - 1) {
        door.nobodyIsGoneUnpressed();
      }
    }
    door.cleanUp();
  }

  /** What was done since the start of a try, and what follows from it. */
  private static final class Door {
    private final Random random;
    private final Map<Long, Set<Long>> guardians = new HashMap<>();
    private final Map<Long, Adult> adults = new HashMap<>();
    private final Map<CardRef, Long> living = new HashMap<>();
    private final Map<Long, CardRef> cards = new HashMap<>();
    private final List<Long> children = new ArrayList<>();
    private final Set<CardRef> dead = new LinkedHashSet<>();
    private final Map<CardRef, Code> codes = new HashMap<>();
    private final Map<CardRef, Over> over = new HashMap<>();
    private final List<Ban> bans = new ArrayList<>();
    private final List<Asked> asked = new ArrayList<>();
    private final Set<Long> pressed = new HashSet<>();
    private final List<String> handOvers = new ArrayList<>();

    Door(Random random) {
      this.random = random;
      hub.apiParts().database().read(db -> Rows.all(db, GUARDIANS, this::guardian));
      long first = random.nextInt(children.size() - FAMILIES);
      children.retainAll(children.subList((int) first, (int) first + FAMILIES));
      String sql = "SELECT ref FROM card WHERE person = ? AND revoked IS NULL";
      Set<Long> all = new LinkedHashSet<>(children);
      all.addAll(adults.keySet());
      for (long person : all) {
        hub.apiParts()
            .database()
            .read(db -> Rows.all(db, sql, row -> CardRef.of(row.getBytes(1)), person))
            .forEach(
                ref -> {
                  living.put(ref, person);
                  cards.put(person, ref);
                });
      }
      children.removeIf(child -> !cards.containsKey(child));
    }

    private boolean guardian(ResultSet row) throws SQLException {
      long child = row.getLong(1);
      long adult = row.getLong(2);
      if (!children.contains(child)) {
        children.add(child);
      }
      adults.put(adult, new Adult(adult, row.getString(4), LocalDate.parse(row.getString(5))));
      if (row.getInt(3) != 0) {
        guardians.computeIfAbsent(child, none -> new HashSet<>()).add(adult);
      }
      return true;
    }

    private <T> T any(List<T> list) {
      return list.get(random.nextInt(list.size()));
    }

    /** Half of them adults of these children, else anybody. */
    private CardRef anyCard() {
      List<CardRef> some = new ArrayList<>(dead);
      some.addAll(codes.keySet());
      some.add(new CardRef(random.nextLong(), random.nextLong()));
      some.add(cards.get(any(children)));
      for (long child : children) {
        guardians.getOrDefault(child, Set.of()).stream()
            .filter(cards::containsKey)
            .map(cards::get)
            .forEach(some::add);
      }
      return random.nextInt(5) == 0 ? any(List.copyOf(living.keySet())) : any(some);
    }

    /** Often now, else earlier or later today: a kiosk was cut off, or its clock is off. */
    private long anyTime() {
      long now = hub.clock().millis();
      return random.nextBoolean() ? now : now + (random.nextInt(180) - 120) * MINUTE_MS;
    }

    void step() throws Exception {
      hub.pass(1_000 + random.nextInt(20_000));
      switch (random.nextInt(10)) {
        case 0 -> scan(cards.get(any(children)), Outcome.ACCEPTED, Optional.of(OCCASION));
        case 1 -> scan(anyCard(), Outcome.SEE_STAFF, Optional.empty());
        case 2, 3, 4 -> ask();
        case 5 -> ban();
        case 6 -> code();
        case 7 -> withdraw();
        case 8 -> press();
        default -> reprintOrSign();
      }
    }

    private void scan(CardRef ref, Outcome outcome, Optional<Occasion> occasion) throws Exception {
      hub.sent(
          "kiosk-school",
          new Fact.Scan("school", ref, outcome, occasion, Optional.empty(), 0, Input.CAMERA),
          anyTime());
    }

    private void ask() throws Exception {
      CardRef adult = anyCard();
      List<CardRef> wanted = new ArrayList<>();
      for (long child : children) {
        if (random.nextBoolean()) {
          wanted.add(cards.get(child));
        }
      }
      if (!wanted.isEmpty()) {
        long at = anyTime();
        Fact fact = new Fact.Collection("school", adult, OCCASION, wanted, Input.CAMERA);
        asked.add(new Asked(hub.sent("kiosk-school", fact, at), adult, wanted, at));
      }
    }

    private void ban() throws Exception {
      if (!bans.isEmpty() && random.nextBoolean()) {
        Ban ended = bans.remove(random.nextInt(bans.size()));
        assertThat(post("ban/end", "{'id':'%s','reason':'x'}", ended.id()).status()).isEqualTo(200);
        return;
      }
      long child = any(children);
      List<Long> some = new ArrayList<>(guardians.getOrDefault(child, Set.of()));
      boolean known = !some.isEmpty() && random.nextBoolean();
      long adult = known ? any(some) : 0;
      String who = known ? adults.get(adult).name() : "代接" + random.nextInt(3);
      String whom = known ? "'adult':" + adult : "'who':'" + who + "'";
      StaffClient.Answer answer = post("ban", "{'child':%d,%s,'reason':'x'}", child, whom);
      assertThat(answer.status()).isEqualTo(200);
      bans.add(new Ban(answer.json().path("id").asText(), child, adult, who));
    }

    private void code() throws Exception {
      Set<Long> some = new HashSet<>(List.of(any(children), any(children)));
      String name = "代接" + random.nextInt(3);
      long from =
          hub.clock().millis() / MINUTE_MS * MINUTE_MS + (random.nextInt(60) - 40) * MINUTE_MS;
      long until =
          hub.clock().millis() / MINUTE_MS * MINUTE_MS + (61 + random.nextInt(60)) * MINUTE_MS;
      StaffClient.Answer made =
          post(
              "code",
              "{'children':%s,'name':'%s','relation':'x','from':'%s','until':'%s'}",
              some,
              name,
              local(from),
              local(until));
      if (made.status() == 200) {
        CardRef ref = CardRef.parse(made.json().path("ref").asText()).orElseThrow();
        codes.put(ref, new Code(ref, name, some, from, until));
      } else {
        assertThat(made.code()).isEqualTo("must-not-collect");
      }
    }

    private static String local(long millis) {
      return LocalDateTime.ofInstant(Instant.ofEpochMilli(millis), ZONE).toString();
    }

    private void withdraw() throws Exception {
      List<CardRef> open = codes.keySet().stream().filter(ref -> !over.containsKey(ref)).toList();
      if (!open.isEmpty()) {
        CardRef ref = any(open);
        assertThat(post("code/withdraw", "{'ref':'%s'}", ref.text()).status()).isEqualTo(200);
        over.put(ref, new Over(hub.clock().millis(), false));
      }
    }

    private void press() throws Exception {
      if (asked.isEmpty()) {
        return;
      }
      Asked one = any(asked);
      CardRef child = any(one.children());
      StaffClient.Answer answer =
          teacher.post(
              "/api/hand-over",
              "{\"event\":\"" + one.event() + "\",\"child\":\"" + child.text() + "\"}");
      if (answer.status() == 200) {
        assertThat(may(one.adult(), person(child), one.at())).isTrue();
        pressed.add(person(child));
        handOvers.add(answer.json().path("event").asText());
        if (codes.containsKey(one.adult())) {
          over.putIfAbsent(one.adult(), new Over(hub.clock().millis(), true));
        }
      } else {
        assertThat(answer.code()).isIn("may-not-collect", "already-handed-over");
      }
    }

    private long person(CardRef child) {
      return living.get(child);
    }

    private void reprintOrSign() throws Exception {
      if (random.nextBoolean()) {
        long child = any(children);
        String sign = "{\"session\":\"%s\",\"person\":%d,\"mark\":\"collected\",\"note\":\"外婆\"}";
        if (teacher.post("/api/attendance/mark", String.format(sign, SESSION, child)).status()
            == 200) {
          pressed.add(child);
        }
        return;
      }
      List<Long> some = new ArrayList<>(guardians.getOrDefault(any(children), Set.of()));
      some.removeIf(adult -> !cards.containsKey(adult));
      if (!some.isEmpty()) {
        long adult = any(some);
        CardRef old = cards.get(adult);
        StaffClient.Answer fresh =
            teacher.post("/api/cards/reprint", "{\"card\":\"" + old.text() + "\"}");
        dead.add(old);
        living.remove(old);
        CardRef now = CardRef.parse(fresh.json().path("card").asText()).orElseThrow();
        living.put(now, adult);
        cards.put(adult, now);
      }
    }

    private StaffClient.Answer post(String what, String json, Object... values) throws Exception {
      return teacher.post(
          "/api/collection/" + what, String.format(json, values).replace('\'', '"'));
    }

    private boolean may(CardRef ref, long child, long at) {
      Code code = codes.get(ref);
      Long person = living.get(ref);
      String name = code != null ? code.name() : person == null ? "" : adultName(person);
      for (Ban ban : bans) {
        boolean same = person != null && ban.adult() == person;
        if (ban.child() == child && (same || ban.who().equals(name))) {
          return false;
        }
      }
      if (code != null) {
        Over end = over.get(ref);
        boolean holds = end == null || (end.used() && end.at() >= at);
        return holds && code.children().contains(child) && at >= code.from() && at < code.until();
      }
      return person != null
          && adults.containsKey(person)
          && !adults.get(person).born().isAfter(TODAY.minusYears(18))
          && guardians.getOrDefault(child, Set.of()).contains(person);
    }

    private String adultName(long person) {
      return adults.containsKey(person) ? adults.get(person).name() : "";
    }

    void offersAreRight() throws Exception {
      JsonNode today = teacher.get("/api/attendance/today").json();
      for (JsonNode offer : today.path("handOvers")) {
        Asked event =
            asked.stream()
                .filter(one -> one.event().equals(offer.path("event").asText()))
                .findFirst()
                .orElseThrow();
        for (JsonNode child : offer.path("children")) {
          offers++;
          assertThat(may(event.adult(), child.path("person").asLong(), event.at()))
              .as("offered without right: %s", event)
              .isTrue();
        }
      }
    }

    void nobodyIsGoneUnpressed() throws Exception {
      for (JsonNode row : teacher.get("/api/attendance?session=" + SESSION).json().path("rows")) {
        String state = row.path("state").asText();
        if (state.equals("collected") || state.equals("alone")) {
          assertThat(pressed).as("gone without a press").contains(row.path("person").asLong());
        }
      }
    }

    /** The next try finds all children here, and no decisions. */
    void cleanUp() throws Exception {
      for (String event : handOvers) {
        teacher.post("/api/void", "{\"event\":\"" + event + "\",\"reason\":\"x\"}");
      }
      for (long child : pressed) {
        String none = "{\"session\":\"%s\",\"person\":%d,\"mark\":\"none\"}";
        teacher.post("/api/attendance/mark", String.format(none, SESSION, child));
      }
      for (Ban ban : bans) {
        post("ban/end", "{'id':'%s','reason':'x'}", ban.id());
      }
      for (Asked one : asked) {
        teacher.post("/api/void", "{\"event\":\"" + one.event() + "\",\"reason\":\"x\"}");
      }
    }
  }
}
