package io.jinlin.hub.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jinlin.contract.card.CardRef;
import io.jinlin.hub.store.Rows;
import io.jinlin.hub.testing.StaffClient;
import io.jinlin.hub.testing.StaffClient.Answer;
import io.jinlin.hub.testing.TestHub;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.awaitility.Awaitility;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportApiTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String EVERYONE =
      "SELECT group_concat(line, x'0a') FROM (SELECT p.id || p.name || p.sex || p.born ||"
          + " ifnull(p.phone, '') || p.language || ifnull(p.household, '') || ifnull(p.died, '')"
          + " || ifnull((SELECT group_concat(kind) FROM category c WHERE c.person = p.id AND"
          + " until IS NULL), '') AS line FROM person p ORDER BY id)";

  @TempDir private static Path folder;
  private static TestHub hub;
  private static StaffClient desk;

  @BeforeAll
  static void start() throws Exception {
    hub = TestHub.start(folder.resolve("hub"));
    desk = new StaffClient(hub.port());
    desk.login("demo", hub.demoPassword());
  }

  @AfterAll
  static void stop() throws Exception {
    hub.close();
  }

  private static Answer upload(String name, byte[] content) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(
                desk.post("/api/imports/file", "", "X-File-Name", name), (k, v) -> true)
            .setHeader("Content-Type", "application/octet-stream")
            .POST(HttpRequest.BodyPublishers.ofByteArray(content))
            .build();
    return desk.send(request);
  }

  private static Answer upload(String csv) throws Exception {
    return upload("list.csv", csv.getBytes(StandardCharsets.UTF_8));
  }

  private static ObjectNode asProposed(JsonNode preview) {
    ObjectNode body = JSON.createObjectNode().put("draft", preview.path("draft").asText());
    ArrayNode columns = body.putArray("columns");
    preview.path("columns").forEach(column -> columns.add(column.path("field")));
    return body;
  }

  private static JsonNode check(Answer opened) throws Exception {
    assertThat(opened.status()).as(opened.raw().body()).isEqualTo(200);
    return desk.post("/api/imports/check", asProposed(opened.json()).toString()).json();
  }

  private static Answer begin(Answer opened, boolean skip) throws Exception {
    String body = asProposed(opened.json()).put("skip", skip).toString();
    return desk.post("/api/imports/begin", body);
  }

  private static void awaitDone(String state) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(20))
        .until(
            () -> desk.get("/api/imports").json().path("progress").path("state").asText(),
            state::equals);
  }

  private static String imported(Answer opened) throws Exception {
    Answer begun = begin(opened, false);
    assertThat(begun.status()).as(begun.raw().body()).isEqualTo(200);
    awaitDone("done");
    return begun.json().path("import").asText();
  }

  private static String everyone() {
    return hub.apiParts()
        .database()
        .read(db -> Rows.all(db, EVERYONE, row -> row.getString(1)).get(0));
  }

  private static List<String> codes(JsonNode check) {
    List<String> codes = new ArrayList<>();
    check
        .path("remarks")
        .forEach(
            remark -> codes.add(remark.path("line").asInt() + " " + remark.path("code").asText()));
    return codes;
  }

  private static byte[] exported(String format) throws Exception {
    HttpRequest request = desk.request("/api/people/export?format=" + format).build();
    return java.net.http.HttpClient.newHttpClient()
        .send(request, java.net.http.HttpResponse.BodyHandlers.ofByteArray())
        .body();
  }

  @Test
  void whatIsExportedChangesNothingWhenItIsImportedAgain() throws Exception {
    for (String format : List.of("xlsx", "csv")) {
      byte[] file = exported(format);
      JsonNode check = check(upload("residents." + format, file));
      assertThat(check.path("lines").asInt()).isGreaterThan(13_000);
      assertThat(check.path("created").asInt()).isZero();
      assertThat(codes(check)).isEmpty();
      assertThat(check.path("same").asInt()).isEqualTo(check.path("lines").asInt());
    }
  }

  @Test
  void theOfficesTableIsUnderstoodAndAllOfItCanBeTakenBack() throws Exception {
    String before = everyone();
    CardRef card = hub.cards("elder").get(40);
    long elder = hub.apiParts().cards().personOf(card).orElseThrow();
    String csv =
        "幸福社区居民信息表(2026年11月),,,,,,,\n"
            + "序号,居民编号,姓 名,性别,出生年月日(必填),联系电话,家庭住址,人员类别\n"
            + "1,XF-001,测试甲,女,农历1950年三月初二,138 0000 0001,一期三栋二梯1203室,独居、重残\n"
            + "2,XF-002,测试乙,男,1948.3.2,无,9期1栋1梯0101,\n"
            + "3,P"
            + String.format("%06d", elder)
            + ",测试丙,,,,,\n";
    Answer opened = upload("%E7%A4%BE%E5%8C%BA.csv", csv.getBytes(Charset.forName("GBK")));
    assertThat(opened.json().path("encoding").asText()).isEqualTo("GB18030");
    assertThat(opened.json().path("headerLine").asInt()).isEqualTo(2);
    JsonNode check = check(opened);
    assertThat(check.path("created").asInt()).isEqualTo(2);
    assertThat(check.path("changed").asInt()).isEqualTo(1);
    assertThat(check.path("households").asInt()).isEqualTo(2);
    assertThat(codes(check)).containsExactly("5 name-changes");
    assertThat(everyone()).isEqualTo(before);

    String id = imported(opened);
    assertThat(everyone()).contains("测试甲female1950-04-1813800000001").contains("测试丙");
    JsonNode found = desk.post("/api/people/search", "{\"text\":\"测试甲\"}").json();
    assertThat(found.path("rows").path(0).path("address").asText()).isEqualTo("1期3栋2梯1203");
    JsonNode again = check(upload("b.csv", csv.getBytes(StandardCharsets.UTF_8)));
    assertThat(again.path("same").asInt()).isEqualTo(3);
    assertThat(begin(upload(csv), false).code()).isEqualTo("import-nothing");

    assertThat(desk.post("/api/imports/undo", "{\"import\":\"" + id + "\"}").status())
        .isEqualTo(200);
    awaitDone("done");
    assertThat(everyone()).isEqualTo(before);
    assertThat(desk.post("/api/imports/undo", "{\"import\":\"" + id + "\"}").code())
        .isEqualTo("import-undone");
  }

  @Test
  void anImportThatSomebodyCameInWithSinceIsNotTakenBack() throws Exception {
    String csv = "姓名,性别,出生日期\n测试丁,女,1951-01-02\n";
    String id = imported(upload(csv));
    JsonNode found = desk.post("/api/people/search", "{\"text\":\"测试丁\"}").json();
    int person = found.path("rows").path(0).path("person").asInt();
    assertThat(desk.post("/api/cards/issue", "{\"person\":" + person + "}").status())
        .isEqualTo(200);
    Answer undone = desk.post("/api/imports/undo", "{\"import\":\"" + id + "\"}");
    assertThat(undone.status()).isEqualTo(422);
    assertThat(undone.code()).isEqualTo("import-in-the-way");
  }

  @Test
  void theCardsOfThoseWhoDiedAreDeadAsWell() throws Exception {
    CardRef card = hub.cards("elder").get(41);
    long elder = hub.apiParts().cards().personOf(card).orElseThrow();
    String name =
        hub.apiParts()
            .database()
            .read(
                db ->
                    Rows.all(
                        db, "SELECT name FROM person WHERE id = ?", row -> row.getString(1), elder))
            .get(0);
    imported(upload("编号,姓名,去世日期\nP" + String.format("%06d", elder) + "," + name + ",2026.11.1\n"));
    JsonNode shown = desk.get("/api/people?person=" + elder).json();
    assertThat(shown.path("person").path("closed").asBoolean()).isTrue();
    shown.path("cards").forEach(one -> assertThat(one.path("revoked").isNull()).isFalse());
  }

  @Test
  void everyBadLineIsNamedAndStopsTheWholeFileUnlessItIsLeftOut() throws Exception {
    String before = everyone();
    String csv =
        """
        编号,姓名,性别,出生日期,身份证号,电话,住址,人员类别
        A1,测试戊,女,1950-02-30,,,,
        A2,测试己,女,1950.3,,,,
        A3,,女,1950-03-02,,,,
        A4,测试庚,猫,1950-03-02,,,,
        A5,测试辛,男,1950-03-02,110105194912310021,,,
        A6,测试壬,男,1950-03-02,,123,,
        A7,测试癸,男,1950-03-02,,,村口,
        A8,测试子,男,1950-03-02,,,,富有
        A9,测试丑,男,1950-03-02,,,1期1栋1梯101,
        A9,测试丑,男,1950-03-02,,,1期1栋1梯102,
        A10,测试寅,女,,11010519491231002X,,1期1栋1梯101,
        A11,测试卯,女,,11010519491231002X,,1期1栋1梯101,
        A12,测试辰,男,2090-01-01,,,,
        A13,测试巳,男,1950-03-02,11010519491231002X,,,
        A14,测试午,男,1950-03-02,,,,
        """;
    Answer opened = upload(csv);
    JsonNode check = check(opened);
    assertThat(codes(check))
        .contains(
            "2 date-not-there",
            "3 date-no-day",
            "4 name-missing",
            "5 sex-unclear",
            "6 identity-check",
            "7 phone-unclear",
            "8 address-unclear",
            "9 category-unclear",
            "11 two-households",
            "13 identity-twice",
            "14 born-impossible",
            "15 sex-differs",
            "15 born-differs");
    assertThat(check.path("failedLines").asInt()).isEqualTo(12);
    assertThat(check.path("created").asInt()).isEqualTo(3);
    Answer stopped = begin(opened, false);
    assertThat(stopped.code()).isEqualTo("import-has-errors");
    assertThat(everyone()).isEqualTo(before);
    assertThat(begin(opened, true).status()).isEqualTo(200);
    awaitDone("done");
    assertThat(everyone()).contains("测试寅female1949-12-31").contains("测试午");
    String kept = "SELECT identity FROM person_register WHERE identity IS NOT NULL";
    List<String> sealed =
        hub.apiParts().database().read(db -> Rows.all(db, kept, row -> row.getString(1)));
    assertThat(sealed).hasSize(1).noneMatch(text -> text.contains("1949"));
  }

  private static byte[] workbook(java.util.function.Consumer<Worksheet> fill) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(out, "test", null)) {
      Worksheet sheet = book.newWorksheet("名单");
      List<String> headers = List.of("姓名", "性别", "出生日期", "住址");
      for (int i = 0; i < headers.size(); i++) {
        sheet.value(0, i, headers.get(i));
      }
      fill.accept(sheet);
    }
    return out.toByteArray();
  }

  @Test
  void mergedCellsFormulasAndDatesOfAWorkbookAreSeen() throws Exception {
    byte[] file =
        workbook(
            sheet -> {
              sheet.value(1, 0, "测试未");
              sheet.value(1, 1, "女");
              sheet.value(1, 2, 18324);
              sheet.value(1, 3, "1期1栋1梯101");
              sheet.range(1, 3, 2, 3).merge();
              sheet.value(2, 0, "测试申");
              sheet.value(2, 1, "男");
              sheet.value(2, 2, java.time.LocalDate.of(1950, 3, 2));
              sheet.style(2, 2).format("yyyy\"年\"m\"月\"d\"日\"").set();
              sheet.value(3, 0, "测试酉");
              sheet.formula(3, 1, "IF(1,\"女\",\"男\")");
              sheet.value(3, 2, "1950.3.2");
            });
    Answer opened = upload("list.xlsx", file);
    assertThat(opened.json().path("columns").path(2).path("samples").path(1).asText())
        .isEqualTo("1950-03-02");
    assertThat(codes(check(opened))).containsExactly("2 merged", "3 merged", "4 formula-broken");
  }

  private static byte[] zip(Map<String, byte[]> files) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
      }
    }
    return out.toByteArray();
  }

  @Test
  void filesThatAreNoListAreRefusedInWordsAndChangeNothing() throws Exception {
    String before = everyone();
    byte[] zeros = new byte[40 << 20];
    byte[] bomb = zip(Map.of("xl/workbook.xml", zeros, "a", zeros, "b", zeros, "c", zeros));
    byte[] whole = workbook(sheet -> sheet.value(1, 0, "测试戌"));
    byte[] ole = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0};
    byte[] latin = {(byte) 0xff, 0x41, (byte) 0xff, (byte) 0xff, 0x0a};
    record Bad(String code, byte[] content) {}
    List<Bad> bad =
        List.of(
            new Bad("import-bomb", bomb),
            new Bad("import-old-excel", ole),
            new Bad("import-web-page", "<html><table><tr><td>姓名".getBytes(StandardCharsets.UTF_8)),
            new Bad("import-no-workbook", zip(Map.of("word/document.xml", new byte[10]))),
            new Bad("import-damaged", java.util.Arrays.copyOf(whole, whole.length / 2)),
            new Bad("import-encoding", latin),
            new Bad("import-empty", new byte[0]),
            new Bad("import-empty", "姓名,性别,出生日期\n".getBytes(StandardCharsets.UTF_8)),
            new Bad("import-no-header", "a,b,c\n1,2,3\n".getBytes(StandardCharsets.UTF_8)),
            new Bad(
                "import-too-many-lines",
                ("姓名,性别\n" + "某,女\n".repeat(20_100)).getBytes(StandardCharsets.UTF_8)));
    for (Bad one : bad) {
      Answer answer = upload("file.xlsx", one.content());
      assertThat(answer.code()).as(one.code()).isEqualTo(one.code());
      assertThat(answer.json().path("error").path("zh").asText()).isNotEqualTo(one.code());
    }
    assertThat(upload("big.csv", new byte[17 << 20]).status()).isEqualTo(413);
    assertThat(everyone()).isEqualTo(before);
  }
}
