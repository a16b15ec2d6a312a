package io.jinlin.hub.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jinlin.contract.card.CardRef;
import io.jinlin.hub.accounts.Role;
import io.jinlin.hub.testing.StaffClient;
import io.jinlin.hub.testing.TestHub;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessApiTest {
  @TempDir private static Path folder;
  private static TestHub hub;
  private static StaffClient desk;
  private static StaffClient director;

  @BeforeAll
  static void start() throws Exception {
    hub = TestHub.start(folder.resolve("hub"));
    desk = new StaffClient(hub.port());
    desk.login("demo", hub.demoPassword());
    director = new StaffClient(hub.port());
    String password = hub.apiParts().accounts().addGenerated("head", Set.of(Role.DIRECTOR));
    director.login("head", password);
  }

  @AfterAll
  static void stop() throws Exception {
    hub.close();
  }

  private static List<String> actions(String query) throws Exception {
    List<String> actions = new ArrayList<>();
    for (JsonNode row : director.get("/api/access?" + query).json().path("rows")) {
      actions.add(row.path("action").asText());
    }
    return actions;
  }

  @Test
  void everyLookAtAPersonAndEveryChangeIsNotedBeforeItIsAnswered() throws Exception {
    CardRef card = hub.cards("elder").get(12);
    long person = hub.apiParts().cards().personOf(card).orElseThrow();
    String name =
        desk.get("/api/people?person=" + person).json().path("person").path("name").asText();
    desk.post("/api/people/search", "{\"text\":\"" + name + "\"}");
    desk.get("/api/settlement/account?person=" + person);
    String receipt =
        desk.post(
                "/api/settlement/payment",
                "{\"person\":" + person + ",\"fen\":100,\"method\":\"cash\",\"note\":\"\"}")
            .json()
            .path("receipt")
            .asText();
    desk.get("/api/settlement/day");
    desk.post("/api/settlement/payment/void", "{\"receipt\":\"" + receipt + "\",\"reason\":\"x\"}");
    String fresh =
        desk.post("/api/cards/reprint", "{\"card\":\"" + card.text() + "\"}")
            .json()
            .path("card")
            .asText();
    desk.post("/api/cards/revoke", "{\"card\":\"" + fresh + "\",\"reason\":\"lost\"}");
    desk.post("/api/cards/issue", "{\"person\":" + person + "}");
    assertThat(actions("person=" + person))
        .containsExactly(
            "card-issued",
            "card-revoked",
            "card-reprinted",
            "paid",
            "payments",
            "paid",
            "account",
            "searched",
            "looked");
    assertThat(actions("person=" + person + "&account=head")).isEmpty();
    assertThat(actions("person=" + person + "&action=card-issued")).hasSize(1);
    JsonNode row = director.get("/api/access?limit=1&person=" + person).json();
    assertThat(row.path("rows").path(0).path("persons").path(0).path("name").asText())
        .isEqualTo(name);
    assertThat(row.path("rows").path(0).path("account").asText()).isEqualTo("demo");
    String next = row.path("next").asText();
    assertThat(actions("limit=1&person=" + person + "&after=" + next))
        .containsExactly("card-revoked");
  }

  @Test
  void takingTheWholeListOutAndReadingTheLogAreNotedToo() throws Exception {
    desk.get("/api/people/export?format=csv");
    assertThat(actions("action=list-exported&account=demo")).isNotEmpty();
    assertThat(actions("action=log-read&account=head")).isNotEmpty();
    assertThat(desk.get("/api/access").status()).isEqualTo(403);
  }
}
