package io.jinlin.hub.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jinlin.contract.page.Item;
import io.jinlin.contract.page.ItemCodec;
import io.jinlin.contract.wire.PageKind;
import io.jinlin.hub.store.Rows;
import io.jinlin.hub.testing.StaffClient;
import io.jinlin.hub.testing.TestHub;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The timetable as the staff page asks for it, on the sample of Tuesday, 2026-11-24, 11:42. */
class TimetableApiTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int EVENTS = 10_000;

  @TempDir private static Path folder;
  private static TestHub hub;

  private final StaffClient browser = new StaffClient(hub.port());

  @BeforeAll
  static void start() throws Exception {
    hub = TestHub.start(folder.resolve("hub"));
  }

  @AfterAll
  static void stop() throws Exception {
    hub.close();
  }

  @BeforeEach
  void login() throws Exception {
    browser.login("demo", hub.demoPassword());
  }

  private static ObjectNode series(String title, String day, String starts, String ends) {
    ObjectNode body =
        JSON.createObjectNode()
            .put("title", title)
            .put("titleEnglish", "English " + title)
            .put("category", "class")
            .put("place", "reading")
            .put("teacher", "李老师")
            .put("capacity", 12)
            .put("walkIns", true)
            .put("everyWeeks", 1)
            .put("from", "2026-11-24")
            .put("until", "");
    body.putObject("slots").putObject(day).put("starts", starts).put("ends", ends);
    return body;
  }

  private List<JsonNode> sessions(String from, String until, String series) throws Exception {
    List<JsonNode> found = new ArrayList<>();
    JsonNode days = browser.get("/api/timetable?from=" + from + "&until=" + until).json();
    days.path("sessions")
        .forEach(
            one -> {
              if (one.path("series").asText().equals(series)) {
                found.add(one);
              }
            });
    return found;
  }

  private StaffClient.Answer date(String series, String date, String change) throws Exception {
    return browser.post(
        "/api/timetable/date",
        "{\"series\":\"" + series + "\",\"date\":\"" + date + "\",\"change\":" + change + "}");
  }

  /** What kiosks have of a session; empty when they have it no more. */
  private static List<String> atKiosks(String session) {
    String sql = "SELECT body FROM page_item WHERE kind = ? AND key = ? AND NOT gone";
    int kind = PageKind.TIMETABLE.ordinal();
    return hub
        .apiParts()
        .database()
        .read(db -> Rows.all(db, sql, row -> row.getBytes(1), kind, session))
        .stream()
        .map(body -> ItemCodec.decode(PageKind.TIMETABLE, body).toOptional().orElseThrow())
        .map(item -> ((Item.Timetable) item).session())
        .map(one -> one.place() + " " + one.starts() + " " + one.title())
        .toList();
  }

  @Test
  void aNewSeriesIsChangedCancelledRestoredAndEndedAndKiosksFollow() throws Exception {
    StaffClient.Answer made =
        browser.post("/api/timetable/series", series("剪纸", "friday", "09:30", "10:45").toString());
    assertThat(made.status()).isEqualTo(200);
    String id = made.json().path("series").asText();
    assertThat(made.json().path("clashes").path(0).path("title").path("zh").asText())
        .isEqualTo("书法课");
    String session = id + "-2026-11-27";
    assertThat(atKiosks(session)).containsExactly("reading 2026-11-27T09:30 剪纸");
    StaffClient.Answer moved =
        date(
            id,
            "2026-11-27",
            "{\"day\":\"2026-11-28\",\"starts\":\"15:00\",\"ends\":\"16:00\",\"place\":\"activity\",\"teacher\":\"王老师\",\"note\":\"换教室\"}");
    assertThat(moved.json().path("clashes")).isEmpty();
    assertThat(atKiosks(session)).containsExactly("activity 2026-11-28T15:00 剪纸");
    JsonNode line = sessions("2026-11-28", "2026-11-29", id).get(0);
    assertThat(line.path("teacher").asText()).isEqualTo("王老师");
    assertThat(line.path("changed").asBoolean()).isTrue();
    date(id, "2026-11-27", "{\"cancelled\":true,\"note\":\"停电\"}");
    assertThat(atKiosks(session)).isEmpty();
    assertThat(sessions("2026-11-27", "2026-11-28", id).get(0).path("note").asText())
        .isEqualTo("停电");
    browser.post(
        "/api/timetable/date/restore", "{\"series\":\"" + id + "\",\"date\":\"2026-11-27\"}");
    assertThat(atKiosks(session)).containsExactly("reading 2026-11-27T09:30 剪纸");
    // 52 Fridays, of which one is in the Spring Festival.
    assertThat(sessions("2026-11-24", "2027-11-24", id).size()).isEqualTo(51);
    browser.post("/api/timetable/series/end", "{\"series\":\"" + id + "\"}");
    assertThat(atKiosks(session)).isEmpty();
    assertThat(sessions("2026-11-24", "2027-11-24", id)).isEmpty();
  }

  @Test
  void whatCannotBeIsRefusedInWords() throws Exception {
    StaffClient.Answer answer =
        browser.post("/api/timetable/series", series("反了", "friday", "10:45", "09:30").toString());
    assertThat(answer.code()).isEqualTo("timetable-ends-before-it-starts");
    assertThat(answer.json().path("error").path("zh").asText()).contains("10:45–09:30");
    assertThat(date("film", "2026-11-18", "{\"cancelled\":true}").code())
        .isEqualTo("timetable-past");
    assertThat(date("film", "2026-11-26", "{\"cancelled\":true}").code())
        .isEqualTo("timetable-no-such-date");
    assertThat(date("no-such", "2026-11-26", "{\"cancelled\":true}").code())
        .isEqualTo("unknown-series");
    ObjectNode nowhere = series("哪里", "friday", "09:30", "10:45").put("place", "moon");
    assertThat(browser.post("/api/timetable/series", nowhere.toString()).code())
        .isEqualTo("unknown-place");
  }

  @Test
  void aSessionThatHasBegunStaysAndALaterOneFollows() throws Exception {
    assertThat(sessions("2026-11-24", "2026-11-25", "baduanjin")).hasSize(1);
    JsonNode found = browser.get("/api/timetable/series?q=八段锦").json().path("rows").path(0);
    ObjectNode changed = ((ObjectNode) found).put("place", "hall");
    assertThat(browser.post("/api/timetable/series", changed.toString()).status()).isEqualTo(200);
    assertThat(sessions("2026-11-24", "2026-11-25", "baduanjin").get(0).path("place").asText())
        .isEqualTo("fitness");
    assertThat(sessions("2026-11-25", "2026-11-26", "baduanjin").get(0).path("place").asText())
        .isEqualTo("hall");
  }

  @Test
  void aHolidayClosesAllThatDoesNotGoOnAnywayAndAnExplicitDateGoesBeforeIt() throws Exception {
    date(
        "singing",
        "2026-12-07",
        "{\"day\":\"2026-12-07\",\"starts\":\"14:30\",\"ends\":\"16:00\",\"anyway\":true}");
    JsonNode before = browser.get("/api/timetable").json().path("calendar");
    ObjectNode calendar = before.deepCopy();
    calendar
        .withArray("holidays")
        .addObject()
        .put("name", "停水")
        .put("nameEnglish", "No water")
        .put("from", "2026-12-07")
        .put("until", "2026-12-08");
    browser.post("/api/timetable/calendar", calendar.toString());
    JsonNode days = browser.get("/api/timetable?from=2026-12-07&until=2026-12-09").json();
    assertThat(days.path("sessions"))
        .filteredOn(one -> !one.path("cancelled").asBoolean())
        .extracting(one -> one.path("series").asText())
        .containsExactly("singing");
    browser.post("/api/timetable/calendar", before.toString());
    assertThat(
            browser.get("/api/timetable?from=2026-12-07&until=2026-12-09").json().path("sessions"))
        .hasSizeGreaterThan(4);
  }

  private StaffClient.Answer upload(byte[] file, String query) throws Exception {
    HttpRequest.Builder request = browser.request("/api/timetable/import" + query);
    return browser.send(
        request
            .header("Content-Type", "text/calendar")
            .header("X-CSRF-Token", browser.csrf())
            .POST(HttpRequest.BodyPublishers.ofByteArray(file))
            .build());
  }

  private StaffClient.Answer upload(String file, String query) throws Exception {
    return upload(file.getBytes(java.nio.charset.StandardCharsets.UTF_8), query);
  }

  private static String calendar(String events) {
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//EN\r\n"
        + events
        + "END:VCALENDAR\r\n";
  }

  private static String event(String uid, String more) {
    return "BEGIN:VEVENT\r\nUID:"
        + uid
        + "\r\nDTSTAMP:20261101T000000Z\r\n"
        + more
        + "END:VEVENT\r\n";
  }

  private long rows() {
    return hub.apiParts()
        .database()
        .read(
            db ->
                Rows.number(db, "SELECT count(*) FROM session")
                    + Rows.number(db, "SELECT count(*) FROM series")
                    + Rows.number(db, "SELECT count(*) FROM session_change"));
  }

  @Test
  void tenThousandSessionsImportedTwiceGiveNoDoubles() throws Exception {
    StringBuilder events = new StringBuilder();
    for (int i = 0; i < EVENTS; i++) {
      java.time.LocalDate day = java.time.LocalDate.of(2027, 3, 1).plusDays(i % 300);
      String date = day.toString().replace("-", "");
      String hour = String.format("%02d", 8 + i % 12);
      events.append(
          event(
              "many-" + i,
              "SUMMARY:活动 "
                  + i
                  + "\r\nLOCATION:阅览室\r\nDTSTART:"
                  + date
                  + "T"
                  + hour
                  + "0000\r\nDTEND:"
                  + date
                  + "T"
                  + hour
                  + "3000\r\n"));
    }
    String file = calendar(events.toString());
    String place = "?take=1&place=reading";
    JsonNode first = upload(file.replace("LOCATION:阅览室\r\n", ""), place).json();
    assertThat(first.path("added").asInt()).as("%s", first.path("troubles")).isEqualTo(EVENTS);
    assertThat(first.path("taken").asBoolean()).isTrue();
    long rows = rows();
    JsonNode second = upload(file.replace("LOCATION:阅览室\r\n", ""), place).json();
    assertThat(second.path("same").asInt()).isEqualTo(EVENTS);
    assertThat(rows()).isEqualTo(rows);
    assertThat(
            browser.get("/api/timetable?from=2027-03-01&until=2027-03-08").json().path("sessions"))
        .hasSizeGreaterThan(7 * 33);
  }

  @Test
  void aBrokenFileIsReportedAndChangesNothing() throws Exception {
    long rows = rows();
    String good =
        event("good", "SUMMARY:好的\r\nDTSTART:20261130T090000\r\nDTEND:20261130T100000\r\n");
    String bad =
        event("bad", "SUMMARY:反了的\r\nDTSTART:20261130T110000\r\nDTEND:20261130T100000\r\n");
    String whole = event("day", "SUMMARY:整天\r\nDTSTART;VALUE=DATE:20261130\r\n");
    String nowhere =
        event(
            "moon",
            "SUMMARY:远\r\nLOCATION:月球\r\nDTSTART:20261130T090000\r\nDTEND:20261130T100000\r\n");
    JsonNode report =
        upload(calendar(good + bad + whole + nowhere), "?take=1&place=reading").json();
    assertThat(report.path("taken").asBoolean()).isFalse();
    assertThat(report.path("troubles"))
        .extracting(one -> one.path("number").asInt() + " " + one.path("code").asText())
        .containsExactly("2 ends-before-it-starts", "3 whole-day", "4 place-unknown");
    assertThat(report.path("troubles").path(2).path("words").path("zh").asText()).contains("月球");
    String cut = calendar(good).substring(0, 120);
    for (String broken : List.of(cut, "hello", "PK\u0003\u0004 no sheet", calendar(""))) {
      JsonNode refused = upload(broken, "?take=1&place=reading").json();
      assertThat(refused.path("troubles")).as("%s", refused).hasSize(1);
      assertThat(refused.path("taken").asBoolean()).isFalse();
    }
    assertThat(rows()).isEqualTo(rows);
  }

  @Test
  void rulesOfOtherCalendarsAreUnderstood() throws Exception {
    String weekly =
        event(
            "weekly",
            "SUMMARY:瑜伽\r\nCATEGORIES:健身\r\nDTSTART;TZID=Asia/Shanghai:20261130T190000\r\n"
                + "DTEND;TZID=Asia/Shanghai:20261130T200000\r\nRRULE:FREQ=WEEKLY;BYDAY=MO,WE;COUNT=6\r\n"
                + "EXDATE;TZID=Asia/Shanghai:20261207T190000\r\n");
    String moved =
        event(
            "weekly",
            "SUMMARY:瑜伽(代课)\r\nRECURRENCE-ID;TZID=Asia/Shanghai:20261202T190000\r\n"
                + "DTSTART;TZID=Asia/Shanghai:20261203T180000\r\nDTEND;TZID=Asia/Shanghai:20261203T190000\r\n");
    String monthly =
        event(
            "monthly",
            "SUMMARY:读书会\r\nDTSTART:20261204T150000\r\nDTEND:20261204T160000\r\n"
                + "RRULE:FREQ=MONTHLY;BYDAY=1FR;COUNT=4\r\n");
    String utc = event("utc", "SUMMARY:直播\r\nDTSTART:20261201T010000Z\r\nDURATION:PT45M\r\n");
    JsonNode report =
        upload(calendar(weekly + moved + monthly + utc), "?take=1&place=reading").json();
    assertThat(report.path("added").asInt()).as("%s", report).isEqualTo(3);
    List<String> seen = new ArrayList<>();
    browser
        .get("/api/timetable?from=2026-11-30&until=2027-04-01")
        .json()
        .path("sessions")
        .forEach(
            one -> {
              String title = one.path("title").path("zh").asText();
              if (title.startsWith("瑜伽") || title.equals("读书会") || title.equals("直播")) {
                seen.add(
                    title
                        + " "
                        + one.path("starts").asText()
                        + (one.path("cancelled").asBoolean() ? " off" : ""));
              }
            });
    assertThat(seen)
        .containsExactly(
            "瑜伽 2026-11-30T19:00",
            "直播 2026-12-01T09:00",
            "瑜伽(代课) 2026-12-03T18:00",
            "读书会 2026-12-04T15:00",
            "瑜伽 2026-12-07T19:00 off",
            "瑜伽 2026-12-09T19:00",
            "瑜伽 2026-12-14T19:00",
            "瑜伽 2026-12-16T19:00",
            "读书会 2027-01-01T15:00",
            // The first Friday of February is a day of the sample's Spring Festival.
            "读书会 2027-03-05T15:00");
  }

  private byte[] file(String path) throws Exception {
    HttpResponse<byte[]> answer =
        java.net.http.HttpClient.newHttpClient()
            .send(browser.request(path).GET().build(), HttpResponse.BodyHandlers.ofByteArray());
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }

  @Test
  void whatIsExportedAndImportedAgainIsTheSame() throws Exception {
    JsonNode sheet = upload(file("/api/timetable/export.xlsx"), "?take=1").json();
    assertThat(sheet.path("troubles")).isEmpty();
    assertThat(sheet.path("added").asInt() + sheet.path("changed").asInt()).isZero();
    assertThat(sheet.path("same").asInt()).isGreaterThanOrEqualTo(12);
    byte[] weeks = file("/api/timetable/export.ics?from=2026-11-25&until=2026-12-20");
    JsonNode calendar = upload(weeks, "?take=1").json();
    assertThat(calendar.path("troubles")).isEmpty();
    assertThat(calendar.path("added").asInt() + calendar.path("changed").asInt())
        .as("%s", calendar)
        .isZero();
    assertThat(calendar.path("same").asInt()).isGreaterThan(30);
  }

  @Test
  void whoOnlyReadsChangesNothing() throws Exception {
    HttpRequest request =
        browser.post("/api/timetable/series/end", "{\"series\":\"film\"}", "X-CSRF-Token", "no");
    assertThat(browser.send(request).code()).isEqualTo("csrf");
    assertThat(new StaffClient(hub.port()).get("/api/timetable").status()).isEqualTo(401);
  }
}
