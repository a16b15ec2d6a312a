package io.jinlin.hub.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jinlin.contract.card.CardRef;
import io.jinlin.contract.event.Fact;
import io.jinlin.contract.event.Input;
import io.jinlin.contract.event.Occasion;
import io.jinlin.contract.event.Outcome;
import io.jinlin.contract.event.Way;
import io.jinlin.hub.accounts.Role;
import io.jinlin.hub.store.Rows;
import io.jinlin.hub.testing.StaffClient;
import io.jinlin.hub.testing.StaffClient.Answer;
import io.jinlin.hub.testing.TestHub;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person's data out, with a receipt. */
class CopyApiTest {
  private static final String NAMING =
      "SELECT DISTINCT m.name FROM sqlite_master m JOIN pragma_table_info(m.name) c"
          + " WHERE m.type = 'table' AND c.name IN ('person', 'child', 'adult', 'subject')"
          + " ORDER BY 1";

  @TempDir private static Path folder;
  private static TestHub hub;
  private static StaffClient director;

  @BeforeAll
  static void start() throws Exception {
    hub = TestHub.start(folder.resolve("hub"));
    director = new StaffClient(hub.port());
    String password = hub.apiParts().accounts().addGenerated("head", Set.of(Role.DIRECTOR));
    director.login("head", password);
  }

  @AfterAll
  static void stop() throws Exception {
    hub.close();
  }

  private static Answer copy(long person) throws Exception {
    return director.post("/api/people/copy", "{\"person\":" + person + "}");
  }

  private static long person(CardRef ref) {
    return hub.apiParts().cards().personOf(ref).orElseThrow();
  }

  private static byte[] zip(Answer answer) {
    assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
    return Base64.getDecoder().decode(answer.json().path("zip").asText());
  }

  private static Map<String, String> files(byte[] zip) throws Exception {
    Map<String, String> files = new LinkedHashMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        files.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return files;
  }

  private static String text(String sql, Object... values) {
    return hub.apiParts()
        .database()
        .read(db -> Rows.all(db, sql, row -> String.valueOf(row.getString(1)), values).get(0));
  }

  private static void eats(CardRef ref, LocalDate day) throws Exception {
    Occasion lunch = new Occasion(Occasion.Kind.MEAL, "lunch", day);
    hub.sent(
        "kiosk-canteen-1",
        new Fact.Scan(
            "canteen",
            ref,
            Outcome.ACCEPTED,
            Optional.of(lunch),
            Optional.of(Way.DINE_IN),
            0,
            Input.CAMERA));
  }

  @Test
  void aCopyHasAllThatTheHubKeepsAndItsReceiptFitsTheFile() throws Exception {
    CardRef ref = hub.cards("elder").get(3);
    long person = person(ref);
    eats(ref, LocalDate.of(2026, 11, 24));
    String note = "=1+1 <b>现金</b>";
    director.post(
        "/api/settlement/payment",
        "{\"person\":" + person + ",\"fen\":1250,\"method\":\"cash\",\"note\":\"" + note + "\"}");
    director.get("/api/people?person=" + person);

    Answer answer = copy(person);
    byte[] zip = zip(answer);
    Map<String, String> files = files(zip);
    String page = files.get("index.html");
    assertThat(page)
        .contains(text("SELECT name FROM person WHERE id = ?", person))
        .contains(text("SELECT born FROM person WHERE id = ?", person))
        .contains("请向卫生服务站的隐私专员询问")
        .contains("&lt;b&gt;现金")
        .doesNotContain("<b>");
    assertThat(files.get("attendance.csv")).contains("食堂").contains("lunch 2026-11-24");
    assertThat(files.get("payments.csv")).contains("12.50").contains("现金 · cash").contains("'=1+1");
    assertThat(files.get("charges.csv")).contains("2026-11-24").contains("午餐");
    assertThat(files.get("cards.csv"))
        .contains(text("SELECT number FROM card WHERE ref = ?", (Object) ref.bytes()));
    assertThat(files.get("accesses.csv")).contains("head").contains("打开资料");
    String digest = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(zip));
    JsonNode receipt = answer.json().path("receipt");
    assertThat(receipt.path("digest").asText()).isEqualTo(digest);
    assertThat(page).contains(receipt.path("id").asText());
    JsonNode rows = director.get("/api/people/copies?person=" + person).json().path("rows");
    assertThat(rows.path(0)).isEqualTo(receipt);
    String noted = "SELECT count(*) FROM access WHERE action = 'copied' AND account = 'head'";
    assertThat(text(noted)).isNotEqualTo("0");
    assertThat(files(zip(copy(person))).get("copies.csv")).contains(digest);
  }

  @Test
  void nothingOfSomebodyElseIsInItButTheNamesOfFamilyWhoCollect() throws Exception {
    long child = person(hub.cards("pupil").get(0));
    String all = String.join("\n", files(zip(copy(child))).values());
    List<String> strangers =
        hub.apiParts()
            .database()
            .read(
                db ->
                    Rows.all(
                        db,
                        "SELECT name FROM person WHERE length(name) > 2 AND id <> ?1 AND id NOT IN"
                            + " (SELECT adult FROM guardian WHERE child = ?1) AND name NOT IN"
                            + " (SELECT name FROM person WHERE id = ?1 OR id IN"
                            + " (SELECT adult FROM guardian WHERE child = ?1))",
                        row -> row.getString(1),
                        child));
    assertThat(strangers).hasSizeGreaterThan(10_000);
    assertThat(strangers.stream().filter(all::contains)).isEmpty();
    assertThat(all)
        .contains(
            text(
                "SELECT name FROM person JOIN guardian ON adult = id WHERE child = ? LIMIT 1",
                child));
  }

  @Test
  void everybodyIsToldTheSameOfTheClinicsConfidentialRecords() throws Exception {
    String first = files(zip(copy(1))).get("index.html");
    String second = files(zip(copy(2))).get("index.html");
    String about = "<p>卫生服务站的保密档案";
    String told =
        first.substring(first.indexOf(about), first.indexOf("</p>", first.indexOf(about)));
    assertThat(told).isNotEmpty();
    assertThat(second).contains(told);
  }

  @Test
  void nobodyHasNoCopy() throws Exception {
    assertThat(copy(1_999_999).code()).isEqualTo("unknown-person");
  }

  /** A row of each table with something that must be in the copy: see {@link #witness}. */
  private static Map<String, String> witnesses() {
    Map<String, String> rows = new LinkedHashMap<>();
    rows.put("attendance_mark", "VALUES ('s', ?1, 'present', 1, 'x', ?2, '')");
    rows.put("card", "VALUES (zeroblob(16), zeroblob(32), ?1, ?2, 1, NULL)");
    rows.put("category", "VALUES (?1, 'empty-nest', ?2, NULL)");
    rows.put("door_step", "VALUES ('k1', 'o', ?1, 1, json_object('note', ?2))");
    rows.put("door_visit", "VALUES ('k2', 'o', ?1, 1, json_object('note', ?2))");
    rows.put("enrolment", "VALUES (?1, ?2, '2026-01-01')");
    rows.put("enrolment_past", "VALUES (?2, ?1, '2026-01-01', '2026-02-01')");
    rows.put("enrolment_waiting", "VALUES (?2, ?1, 7)");
    rows.put("entitlement", "VALUES (999999, ?1, NULL, 'low-income', ?2, NULL, 1)");
    rows.put("guardian", "VALUES (?1, 2, ?2, 1)");
    rows.put("meal_order", "VALUES ('m1', ?1, json_object('note', ?2), NULL, 'x', 1)");
    rows.put("order_pause", "VALUES ('p1', ?1, json_object('reason', ?2), NULL)");
    rows.put("payment", "VALUES ('r1', ?1, 100, 'cash', 1, '2026-01-01', 'x', ?2)");
    rows.put("person_copy", "VALUES ('c1', ?1, 1, ?2, 'd', 1)");
    rows.put("person_register", "VALUES (?1, ?2, NULL, NULL, NULL, NULL)");
    rows.put("person_state", "VALUES (?1, 1, 'active', '2026-01-01', '2026-01-01', ?2)");
    rows.put(
        "pickup_alone", "VALUES ('a1', ?1, '2026-01-01', '2026-01-02', ?2, 1, 'x', NULL, NULL)");
    rows.put("pickup_ban", "VALUES ('b1', ?1, NULL, ?2, 'reason', 1, 'x', NULL, NULL, NULL)");
    return rows;
  }

  /** Prices are worked out from entitlements, so that one of them must have a day. */
  private static String witness(String table) {
    return table.equals("entitlement") ? "1999-01-02" : "witness-" + table;
  }

  /** A table that is new and names people fails here until the copy has it. */
  @Test
  void whatStandsOfAPersonInAnyTableIsInTheCopy() throws Exception {
    long person = person(hub.cards("elder").get(20));
    Map<String, String> rows = witnesses();
    for (Map.Entry<String, String> row : rows.entrySet()) {
      String sql = "INSERT OR REPLACE INTO " + row.getKey() + " " + row.getValue();
      hub.ledger()
          .write(db -> Rows.change(db, sql, person, witness(row.getKey())))
          .get(20, TimeUnit.SECONDS);
    }
    hub.ledger()
        .write(
            db ->
                Rows.change(
                        db,
                        "INSERT INTO import VALUES ('i1', 1, 'x', 'witness-import', 0, 1, NULL, NULL)")
                    + Rows.change(
                        db, "INSERT INTO import_change VALUES ('i1', ?, NULL, '')", person)
                    + Rows.change(
                        db,
                        "INSERT INTO pickup_code VALUES (x'00', x'00', 'witness-code', 'aunt', '',"
                            + " 1, 2, 1, 'x', NULL, NULL, NULL)")
                    + Rows.change(db, "INSERT INTO pickup_code_child VALUES (x'00', ?)", person))
        .get(20, TimeUnit.SECONDS);
    Map<String, String> files = files(zip(copy(person)));
    String page = files.remove("index.html");
    String csv = String.join("\n", files.values());
    for (String table : rows.keySet()) {
      assertThat(page).contains(witness(table));
      assertThat(csv).contains(witness(table));
    }
    assertThat(page).contains("witness-import").contains("witness-code");

    Set<String> naming = new TreeSet<>(rows.keySet());
    naming.addAll(List.of("import_change", "pickup_code_child"));
    // Seen in the other test; the last two follow from the ledger.
    naming.addAll(List.of("ledger", "access_person", "counted", "runner_up"));
    List<String> tables =
        hub.apiParts().database().read(db -> Rows.all(db, NAMING, row -> row.getString(1)));
    assertThat(tables).containsExactlyElementsOf(naming);
  }
}
