package io.jinlin.hub.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jinlin.hub.accounts.Role;
import io.jinlin.hub.testing.StaffClient;
import io.jinlin.hub.testing.TestHub;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountApiTest {

  @TempDir private static Path folder;
  private static TestHub hub;
  private static StaffClient director;

  @BeforeAll
  static void start() throws Exception {
    hub = TestHub.start(folder.resolve("hub"));
    director = new StaffClient(hub.port());
    String password = hub.apiParts().accounts().addGenerated("head", Set.of(Role.DIRECTOR));
    director.login("head", password);
    for (String other : new String[] {"demo", "director"}) {
      post("roles", other, "staff");
    }
  }

  @AfterAll
  static void stop() throws Exception {
    hub.close();
  }

  private static StaffClient.Answer post(String act, String account, String... roles)
      throws Exception {
    String list = roles.length == 0 ? "" : "\"" + String.join("\",\"", roles) + "\"";
    return director.post(
        "/api/accounts/" + act, "{\"account\":\"" + account + "\",\"roles\":[" + list + "]}");
  }

  private static JsonNode account(String name) throws Exception {
    for (JsonNode one : director.get("/api/accounts").json().path("accounts")) {
      if (one.path("account").asText().equals(name)) {
        return one;
      }
    }
    throw new AssertionError("no account " + name);
  }

  @Test
  void aNewAccountHasAPasswordThatIsShownOnceAndReplacedFirst() throws Exception {
    StaffClient.Answer made = post("add", "wang-li", "delivery");
    assertThat(made.status()).isEqualTo(200);
    assertThat(account("wang-li").path("entered").isNull()).isTrue();
    StaffClient volunteer = new StaffClient(hub.port());
    String password = made.json().path("password").asText();
    JsonNode session = volunteer.login("wang-li", password).json();
    assertThat(session.path("mustChangePassword").asBoolean()).isTrue();
    assertThat(session.path("roles").toString()).isEqualTo("[\"delivery\"]");
    assertThat(account("wang-li").path("browsers").asInt()).isEqualTo(1);
    assertThat(account("wang-li").path("entered").asLong()).isPositive();
    assertThat(director.get("/api/accounts").raw().body()).doesNotContain(password);
    assertThat(post("add", "wang-li", "staff").code()).isEqualTo("account-taken");
  }

  @Test
  void whoLosesARoleIsSignedOutAndComesBackWithout() throws Exception {
    String password = hub.apiParts().accounts().addGenerated("chen", Set.of(Role.STAFF));
    StaffClient staff = new StaffClient(hub.port());
    staff.login("chen", password);
    assertThat(post("roles", "chen", "canteen", "nurse").status()).isEqualTo(200);
    assertThat(staff.get("/api/live").code()).isEqualTo("not-signed-in");
    assertThat(staff.login("chen", password).json().path("roles").toString())
        .isEqualTo("[\"canteen\",\"nurse\"]");
    JsonNode deed = director.get("/api/accounts").json().path("deeds").path(0);
    assertThat(deed.path("by").asText()).isEqualTo("head");
    assertThat(deed.path("roles").toString()).isEqualTo("[\"nurse\",\"canteen\"]");
  }

  @Test
  void aSuspendedAccountSignsNobodyInUntilItIsRestored() throws Exception {
    String password = hub.apiParts().accounts().addGenerated("lin", Set.of(Role.STAFF));
    StaffClient staff = new StaffClient(hub.port());
    staff.login("lin", password);
    assertThat(post("suspend", "lin").status()).isEqualTo(200);
    assertThat(staff.get("/api/live").code()).isEqualTo("not-signed-in");
    assertThat(staff.login("lin", password).code()).isEqualTo("wrong-login");
    assertThat(account("lin").path("suspended").asBoolean()).isTrue();
    assertThat(post("restore", "lin").status()).isEqualTo(200);
    assertThat(staff.login("lin", password).status()).isEqualTo(200);
  }

  @Test
  void aForgottenPasswordIsReplacedAndTheOldOneIsDead() throws Exception {
    String before = hub.apiParts().accounts().addGenerated("zhou", Set.of(Role.NURSE));
    String after = post("password", "zhou").json().path("password").asText();
    StaffClient nurse = new StaffClient(hub.port());
    assertThat(nurse.login("zhou", before).code()).isEqualTo("wrong-login");
    assertThat(nurse.login("zhou", after).json().path("mustChangePassword").asBoolean()).isTrue();
  }

  @Test
  void somebodyIsAlwaysLeftWhoMayDoEverything() throws Exception {
    assertThat(post("roles", "head", "staff").code()).isEqualTo("last-director");
    assertThat(post("suspend", "head").code()).isEqualTo("own-account");
    assertThat(director.get("/api/accounts").status()).isEqualTo(200);
  }

  @Test
  void whatIsWrongIsNamed() throws Exception {
    assertThat(post("add", "王丽", "staff").code()).isEqualTo("account-name");
    assertThat(post("add", "x", "cook").code()).isEqualTo("unknown-role");
    assertThat(post("add", "x").code()).isEqualTo("no-role");
    for (String act : new String[] {"password", "suspend", "restore"}) {
      assertThat(post(act, "nobody").code()).as(act).isEqualTo("unknown-account");
    }
  }
}
