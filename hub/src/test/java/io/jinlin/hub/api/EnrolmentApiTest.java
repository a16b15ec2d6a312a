package io.jinlin.hub.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jinlin.contract.card.CardCode;
import io.jinlin.contract.card.CardReading;
import io.jinlin.contract.card.Seal;
import io.jinlin.contract.page.Item;
import io.jinlin.contract.page.ItemCodec;
import io.jinlin.contract.page.RosterEntryCodec;
import io.jinlin.contract.wire.PageKind;
import io.jinlin.hub.store.Rows;
import io.jinlin.hub.testing.StaffClient;
import io.jinlin.hub.testing.TestHub;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Lists of series on Tuesday, 2026-11-24; the sample's elders are enrolled in one class or none.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EnrolmentApiTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long DAY_MS = 86_400_000;

  private TestHub hub;
  private StaffClient staff;
  private final List<CardCode> elders = new ArrayList<>();

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    hub = TestHub.start(folder.resolve("hub"));
    staff = new StaffClient(hub.port());
    for (String line : Files.readAllLines(folder.resolve("hub/sample-cards.tsv"))) {
      String[] fields = line.split("\t");
      if (fields[1].equals("elder") && CardCode.read(fields[0]) instanceof CardReading.Card card) {
        elders.add(card.code());
      }
    }
  }

  @BeforeEach
  void login() throws Exception {
    staff.login("demo", hub.demoPassword());
  }

  @AfterAll
  void stop() throws Exception {
    hub.close();
  }

  private long person(int elder) {
    return hub.apiParts().cards().personOf(elders.get(elder).keys("jinlin").ref()).orElseThrow();
  }

  private String series(String title, String place, int capacity) throws Exception {
    ObjectNode body =
        JSON.createObjectNode()
            .put("title", title)
            .put("titleEnglish", "English")
            .put("category", "class")
            .put("place", place)
            .put("teacher", "")
            .put("capacity", capacity)
            .put("walkIns", false)
            .put("everyWeeks", 1)
            .put("from", "2026-11-24")
            .put("until", "");
    ObjectNode slots = body.putObject("slots");
    for (String day : List.of("tuesday", "wednesday", "thursday")) {
      slots.putObject(day).put("starts", "19:00").put("ends", "20:00");
    }
    return staff.post("/api/timetable/series", body.toString()).json().path("series").asText();
  }

  private StaffClient.Answer act(String what, String series, long person) throws Exception {
    String body = "{\"series\":\"" + series + "\",\"person\":" + person + "}";
    return staff.post("/api/enrolments/" + what, body);
  }

  private String state(String series, int elder) throws Exception {
    return act("enrol", series, person(elder)).json().path("state").asText();
  }

  private List<Long> list(String series, String which) throws Exception {
    List<Long> persons = new ArrayList<>();
    JsonNode list = staff.get("/api/enrolments?series=" + series).json();
    list.path(which).forEach(row -> persons.add(row.path("person").asLong()));
    return persons;
  }

  /** What a kiosk reads with the card before it. */
  private List<String> atKiosks(int elder) {
    CardCode code = elders.get(elder);
    String sql = "SELECT body FROM page_item WHERE kind = ? AND key = ?";
    String ref = code.keys("jinlin").ref().text();
    int kind = PageKind.ROSTER.ordinal();
    byte[] body =
        hub.apiParts()
            .database()
            .read(db -> Rows.all(db, sql, row -> row.getBytes(1), kind, ref))
            .get(0);
    Item.Roster item =
        (Item.Roster) ItemCodec.decode(PageKind.ROSTER, body).toOptional().orElseThrow();
    byte[] open = Seal.open(code.keys("jinlin"), item.version(), item.sealed()).orElseThrow();
    return RosterEntryCodec.decode(open).toOptional().orElseThrow().enrolled();
  }

  @Test
  void aFullSeriesLetsPeopleWaitAndAPlaceGoesToWhoWaitedLongest() throws Exception {
    String series = series("剪纸", "reading", 2);
    assertThat(state(series, 0)).isEqualTo("enrolled");
    assertThat(state(series, 1)).isEqualTo("enrolled");
    hub.pass(1_000);
    assertThat(state(series, 3)).isEqualTo("waiting");
    hub.pass(1_000);
    assertThat(state(series, 2)).isEqualTo("waiting");
    assertThat(atKiosks(0)).contains(series);
    assertThat(atKiosks(3)).doesNotContain(series);
    assertThat(act("enrol", series, person(0)).code()).isEqualTo("enrolled-already");
    assertThat(act("enrol", series, person(3)).code()).isEqualTo("enrolled-already");

    JsonNode left = act("leave", series, person(0)).json();

    assertThat(left.path("next").asText()).isNotEmpty();
    assertThat(list(series, "enrolled")).containsExactlyInAnyOrder(person(1), person(3));
    assertThat(list(series, "waiting")).containsExactly(person(2));
    assertThat(atKiosks(0)).doesNotContain(series);
    assertThat(atKiosks(3)).contains(series);
    assertThat(act("leave", series, person(2)).json().path("next").isNull()).isTrue();
    assertThat(list(series, "waiting")).isEmpty();
  }

  @Test
  void theSheetOfAPastDayKeepsWhoWasEnrolledThen() throws Exception {
    String series = series("合唱", "activity", 0);
    act("enrol", series, person(4));
    hub.pass(DAY_MS);
    login();
    act("leave", series, person(4));
    String tuesday = series + "-2026-11-24";
    String wednesday = series + "-2026-11-25";
    assertThat(staff.get("/api/attendance?session=" + tuesday).json().path("rows")).hasSize(1);
    assertThat(staff.get("/api/attendance?session=" + wednesday).json().path("rows")).isEmpty();
    hub.pass(-DAY_MS);
  }

  @Test
  void aCardHoldsEightSeriesAndNoMore() throws Exception {
    List<String> made = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      made.add(series("班" + i, "reading", 0));
    }
    int already = atKiosks(5).size();
    for (String series : made.subList(0, 8 - already)) {
      assertThat(state(series, 5)).isEqualTo("enrolled");
    }
    assertThat(act("enrol", made.get(8), person(5)).code()).isEqualTo("too-many-series");
    assertThat(atKiosks(5)).hasSize(8);
  }

  @Test
  void whatCannotBeIsNamed() throws Exception {
    String series = series("太极", "fitness", 0);
    assertThat(act("enrol", "no-such", person(6)).code()).isEqualTo("unknown-series");
    assertThat(act("leave", "no-such", person(6)).code()).isEqualTo("unknown-series");
    assertThat(act("enrol", series, 999_999_999).code()).isEqualTo("unknown-person");
    assertThat(act("enrol", "school-430", person(6)).code()).isEqualTo("not-a-child");
    String gone =
        "{\"person\":"
            + person(7)
            + ",\"state\":\"died\",\"day\":\"2026-11-23\",\"known\":\"2026-11-24\"}";
    assertThat(staff.post("/api/people/state", gone).status()).isEqualTo(200);
    assertThat(act("enrol", series, person(7)).code()).isEqualTo("file-closed");
    assertThat(list(series, "enrolled")).isEmpty();
  }
}
