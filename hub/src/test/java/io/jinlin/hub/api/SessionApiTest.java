package io.jinlin.hub.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.jinlin.contract.event.Fact;
import io.jinlin.hub.accounts.Role;
import io.jinlin.hub.testing.StaffClient;
import io.jinlin.hub.testing.TestHub;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionApiTest {

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

  @Test
  void theFirstAccountSignsInWithThePasswordThatWasShownAndIsToldToChangeIt() throws Exception {
    StaffClient.Answer answer = browser.login("director", hub.firstPassword());
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("roles").toString()).isEqualTo("[\"director\"]");
    assertThat(answer.json().path("mustChangePassword").asBoolean()).isTrue();
    assertThat(answer.raw().headers().firstValue("Set-Cookie").orElseThrow())
        .contains("HTTPOnly", "SameSite=Strict", "Path=/");
    assertThat(browser.get("/api/session").json().path("account").asText()).isEqualTo("director");
  }

  @Test
  void untilTheFirstPasswordIsReplacedTheHubItselfRefusesEverythingElse() throws Exception {
    String given = "a password from the director";
    hub.apiParts().accounts().add("newcomer", given, Set.of(Role.STAFF), true);
    browser.login("newcomer", given);
    for (String path : new String[] {"/api/live", "/api/live/stream", "/api/events"}) {
      assertThat(browser.get(path).code()).as(path).isEqualTo("must-change-password");
    }
    String body = "{\"place\":\"hall\",\"people\":3}";
    StaffClient.Answer refused = browser.post("/api/hand-count", body);
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.code()).isEqualTo("must-change-password");
    assertThat(refused.json().path("error").path("zh").asText()).contains("密码");
    assertThat(browser.get("/api/session").status()).isEqualTo(200);
    StaffClient.Answer done = change(given, "a brand new password");
    browser.remember(done);
    assertThat(browser.get("/api/live").status()).isEqualTo(200);
  }

  @Test
  void anotherBrowserOfTheAccountIsSignedOutByAChangedPasswordAndItsStreamEnds() throws Exception {
    StaffClient other = new StaffClient(hub.port());
    other.login("demo", hub.demoPassword());
    InputStream stream = other.stream("/api/live/stream").body();
    browser.login("demo", hub.demoPassword());
    browser.remember(change(hub.demoPassword(), "a brand new password"));
    assertThat(other.get("/api/live").code()).isEqualTo("not-signed-in");
    hub.sent("kiosk-clinic", new Fact.HelpCall("clinic", "call-1", false));
    assertThat(new String(stream.readAllBytes(), UTF_8)).doesNotContain("call-1");
    assertThat(change("a brand new password", hub.demoPassword()).status()).isEqualTo(200);
  }

  @Test
  void aWrongPasswordIsAnsweredInBothLanguagesAndSaysNotWhatWasWrong() throws Exception {
    StaffClient.Answer answer = browser.login("demo", "wrong wrong wrong");
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.code()).isEqualTo("wrong-login");
    assertThat(answer.json().path("error").path("zh").asText()).isEqualTo("账号或密码不对。");
    assertThat(browser.login("nobody", "wrong wrong wrong").json()).isEqualTo(answer.json());
  }

  @Test
  void guessingIsAnsweredWithHowLongToWait() throws Exception {
    for (int i = 0; i < 5; i++) {
      browser.login("guessed", "wrong wrong wrong");
    }
    StaffClient.Answer answer = browser.login("guessed", "wrong wrong wrong");
    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.json().path("retryAfterSeconds").asInt()).isPositive();
    assertThat(answer.raw().headers().firstValue("Retry-After")).isPresent();
  }

  @Test
  void withoutSigningInNothingOfTheStaffIsShown() throws Exception {
    for (String path :
        new String[] {"/api/live", "/api/live/stream", "/api/events", "/api/review"}) {
      StaffClient.Answer answer = browser.get(path);
      assertThat(answer.status()).as(path).isEqualTo(401);
      assertThat(answer.code()).as(path).isEqualTo("not-signed-in");
    }
  }

  @Test
  void aChangeWithoutTheTokenOrFromAnotherSiteIsRefused() throws Exception {
    browser.login("demo", hub.demoPassword());
    String body = "{\"place\":\"hall\",\"people\":3}";
    String path = "/api/hand-count";
    assertThat(browser.send(browser.post(path, body, "X-CSRF-Token", "")).code()).isEqualTo("csrf");
    assertThat(browser.send(browser.post(path, body, "Origin", "https://evil.example")).code())
        .isEqualTo("wrong-origin");
    assertThat(browser.send(browser.post(path, body, "Origin", "null")).code())
        .isEqualTo("wrong-origin");
    assertThat(browser.send(browser.post(path, body, "Sec-Fetch-Site", "cross-site")).code())
        .isEqualTo("wrong-origin");
    assertThat(browser.post(path, body).status()).isEqualTo(200);
  }

  @Test
  void signingOutEndsTheSession() throws Exception {
    browser.login("demo", hub.demoPassword());
    assertThat(browser.post("/api/logout", "{}").status()).isEqualTo(200);
    assertThat(browser.get("/api/session").status()).isEqualTo(401);
  }

  @Test
  void aPasswordIsChangedAndTheBrowserStaysSignedIn() throws Exception {
    browser.login("demo", hub.demoPassword());
    StaffClient.Answer wrong = change("not the old one", "a brand new password");
    assertThat(wrong.status()).isEqualTo(403);
    assertThat(wrong.code()).isEqualTo("password-wrong");
    assertThat(change(hub.demoPassword(), "short").code()).isEqualTo("password-too-short");
    StaffClient.Answer done = change(hub.demoPassword(), "a brand new password");
    assertThat(done.status()).isEqualTo(200);
    assertThat(browser.get("/api/session").status()).isEqualTo(401);
    browser.remember(done);
    assertThat(browser.get("/api/session").status()).isEqualTo(200);
    assertThat(change("a brand new password", hub.demoPassword()).status()).isEqualTo(200);
  }

  private StaffClient.Answer change(String before, String after) throws Exception {
    String body = "{\"old\":\"" + before + "\",\"new\":\"" + after + "\"}";
    return browser.post("/api/password", body);
  }

  @Test
  void whatIsNoJsonOrTooMuchIsRefusedByName() throws Exception {
    assertThat(browser.post("/api/login", "not json").code()).isEqualTo("not-json");
    assertThat(browser.post("/api/login", "[1]").code()).isEqualTo("not-json");
    assertThat(browser.post("/api/login", "{}").code()).isEqualTo("field-missing");
    assertThat(browser.post("/api/login", "{\"account\":1}").code()).isEqualTo("field-invalid");
    assertThat(browser.post("/api/login", "[".repeat(10_000)).code()).isEqualTo("not-json");
    assertThat(browser.post("/api/login", "x".repeat(20_000)).status()).isEqualTo(413);
    assertThat(browser.get("/api/no-such-thing").status()).isEqualTo(404);
  }
}
