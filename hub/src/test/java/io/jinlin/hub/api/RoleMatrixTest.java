package io.jinlin.hub.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jinlin.contract.event.Words;
import io.jinlin.hub.accounts.Role;
import io.jinlin.hub.testing.StaffClient;
import io.jinlin.hub.testing.TestHub;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may ask for what, tried with one account of every role on every route. */
class RoleMatrixTest {
  private static final String NOBODY = "nobody";

  @TempDir private static Path folder;
  private static TestHub hub;
  private static Map<String, String> matrix;

  @BeforeAll
  static void start() throws Exception {
    hub = TestHub.start(folder.resolve("hub"));
    matrix = new LinkedHashMap<>();
    try (InputStream in = RoleMatrixTest.class.getResourceAsStream("/roles.tsv")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      text.lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t"))
          .forEach(fields -> matrix.put(fields[0], fields[1]));
    }
  }

  @AfterAll
  static void stop() throws Exception {
    hub.close();
  }

  @Test
  void everyRouteHasALine() throws Exception {
    Set<String> documented = new TreeSet<>();
    JsonNode paths = new StaffClient(hub.port()).get("/api/openapi.json").json().path("paths");
    paths
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .fieldNames()
                    .forEachRemaining(method -> documented.add(method + " " + path.getKey())));
    assertThat(documented).containsExactlyInAnyOrderElementsOf(matrix.keySet());
  }

  @Test
  void everyRouteLetsOnExactlyTheRolesOfItsLine() throws Exception {
    Map<String, StaffClient> clients = new TreeMap<>();
    clients.put(NOBODY, new StaffClient(hub.port()));
    for (Role role : Role.values()) {
      String account = Words.of(role);
      clients.put(account, client(account, role));
    }
    List<String> wrong = new ArrayList<>();
    for (Map.Entry<String, String> line : matrix.entrySet()) {
      for (Map.Entry<String, StaffClient> one : clients.entrySet()) {
        boolean expected = expected(line.getValue(), one.getKey());
        int status = status(line.getKey(), one.getValue());
        // The programme does not say that it is there.
        boolean hidden = line.getKey().contains("/api/programme") && status == 404;
        boolean letOn = status != 401 && status != 403 && !hidden;
        if (letOn != expected) {
          wrong.add(one.getKey() + ": " + line.getKey() + " answered " + status);
        }
        if (line.getKey().endsWith("/api/logout") && !one.getKey().equals(NOBODY)) {
          login(one.getValue(), one.getKey());
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static boolean expected(String allowed, String who) {
    return switch (allowed) {
      case "public" -> true;
      case "everyone" -> !who.equals(NOBODY);
      case "any" -> !who.equals(NOBODY) && !who.equals(Words.of(Role.DELIVERY));
      default -> List.of(allowed.split(" ")).contains(who);
    };
  }

  private static final Map<String, String> PASSWORDS = new TreeMap<>();

  private static StaffClient client(String account, Role role) throws Exception {
    String name = account.equals("director") ? "director-2" : account;
    PASSWORDS.put(account, hub.apiParts().accounts().addGenerated(name, Set.of(role)));
    StaffClient client = new StaffClient(hub.port());
    login(client, account);
    return client;
  }

  private static void login(StaffClient client, String account) throws Exception {
    String name = account.equals("director") ? "director-2" : account;
    assertThat(client.login(name, PASSWORDS.get(account)).status()).isEqualTo(200);
  }

  /** Asks with an empty body: whoever is let on is told what is missing. */
  private static int status(String route, StaffClient client) throws Exception {
    String path = route.substring(route.indexOf(' ') + 1);
    HttpRequest request =
        route.startsWith("post ")
            ? client.post(path, "{}", "Accept", "*/*")
            : client.request(path).GET().build();
    HttpResponse<InputStream> response =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
    response.body().close();
    return response.statusCode();
  }
}
