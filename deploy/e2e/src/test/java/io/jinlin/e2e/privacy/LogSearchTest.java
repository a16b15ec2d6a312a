package io.jinlin.e2e.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import io.jinlin.contract.card.CardCode;
import io.jinlin.contract.event.Input;
import io.jinlin.e2e.programme.Staff;
import io.jinlin.e2e.sample.SampleHub;
import io.jinlin.edge.agent.EdgeAgent;
import io.jinlin.edge.decide.Verdict;
import io.jinlin.hub.accounts.Role;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/**
 * What a hub and a kiosk log at the level at which they are shipped, while people come, staff look
 * them up and lists are imported, and much of it goes wrong: no name, phone, card number, reference
 * or text of a card. StolenKioskTest looks through the log of a simulated week, with its cuts.
 */
@Tag("slow")
class LogSearchTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int SCANS = 60;

  @TempDir Path folder;
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final List<String> others = Collections.synchronizedList(new ArrayList<>());
  private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();

  /** Paho logs by the Java platform's own means. */
  private final Handler platform =
      new Handler() {
        @Override
        public void publish(LogRecord line) {
          others.add(line.getMessage() + " " + line.getThrown());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void listen() throws Exception {
    configure("hub/src/main/resources/logback.xml");
    Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    assertThat(root.getLevel()).as("as shipped").isEqualTo(Level.INFO);
    root.detachAndStopAllAppenders();
    log.setContext(context);
    log.start();
    root.addAppender(log);
    java.util.logging.Logger.getLogger("").addHandler(platform);
  }

  @AfterEach
  void deaf() throws Exception {
    java.util.logging.Logger.getLogger("").removeHandler(platform);
    configure("deploy/logback-test.xml");
  }

  private void configure(String file) throws Exception {
    context.reset();
    JoranConfigurator configurator = new JoranConfigurator();
    configurator.setContext(context);
    configurator.doConfigure(
        Path.of(System.getProperty("jinlin.root", "../..")).resolve(file).toFile());
  }

  private byte[] said() {
    StringBuilder said = new StringBuilder();
    for (ILoggingEvent line : List.copyOf(log.list)) {
      said.append(line.getLoggerName()).append(' ').append(line.getFormattedMessage());
      if (line.getThrowableProxy() != null) {
        said.append('\n').append(ThrowableProxyUtil.asString(line.getThrowableProxy()));
      }
      said.append('\n');
    }
    List.copyOf(others).forEach(line -> said.append(line).append('\n'));
    return said.toString().getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void aDayAtTheDesksWithMistakesLogsNobodyAndAPlantedNameIsFound() throws Exception {
    Secrets secrets;
    try (SampleHub hub = SampleHub.start(folder, ZoneId.of("Asia/Shanghai"));
        EdgeAgent kiosk = hub.kiosk("kiosk-hall")) {
      secrets = new Secrets(hub.data());
      scans(secrets, kiosk);
      Staff director = new Staff(hub.site().port());
      director.login(
          "head", hub.site().api().accounts().addGenerated("head", Set.of(Role.DIRECTOR)));
      desks(secrets, director);
      mistakes(secrets, director);
    }
    Needles needles = secrets.ofLogs();
    assertThat(said()).isNotEmpty();
    assertThat(needles.in(said())).isEmpty();
    LoggerFactory.getLogger("io.jinlin.hub.Planted").info("looked up {}", secrets.aName());
    assertThat(needles.in(said())).isNotEmpty();
  }

  /** Good cards, cards of nobody, and codes that were misread or belong elsewhere. */
  private static void scans(Secrets secrets, EdgeAgent kiosk) throws Exception {
    List<CardCode> codes = new ArrayList<>(secrets.codes().values());
    await()
        .atMost(PATIENCE)
        .until(() -> kiosk.present(codes.get(0).text(), Input.LINE) instanceof Verdict.Accepted);
    for (CardCode code : codes.subList(0, SCANS)) {
      kiosk.present(code.text(), Input.CAMERA);
      kiosk.present(code.text().substring(0, 20), Input.LINE);
      kiosk.present(code.text().replace('J', 'K'), Input.LINE);
    }
    kiosk.present(CardCode.random(new SecureRandom()).text(), Input.CAMERA);
    kiosk.present("https://example.org/?q=" + secrets.aName(), Input.CAMERA);
    kiosk.present(secrets.aPhone(), Input.LINE);
    await().atMost(PATIENCE).until(() -> kiosk.status().unsent() == 0);
  }

  private static void desks(Secrets secrets, Staff director) throws Exception {
    director.post("/api/people/search", "{\"text\":\"" + secrets.aName() + "\"}");
    director.post("/api/people/search", "{\"text\":\"" + secrets.aPhone() + "\"}");
    for (int person = 1; person <= 20; person++) {
      director.get("/api/people?person=" + person);
      director.get("/api/settlement/account?person=" + person);
      director.post("/api/people/copy", "{\"person\":" + person + "}");
      director.post("/api/cards/issue", "{\"person\":" + person + "}");
    }
    director.post(
        "/api/people/state",
        "{\"person\":9,\"state\":\"moved\",\"day\":\"2026-01-01\",\"known\":\"2026-01-02\"}");
    director.get("/api/people/export?format=csv");
    director.get("/api/access");
    director.get("/api/events?limit=500");
  }

  /** What people type in the wrong place, and lists that are broken. */
  private static void mistakes(Secrets secrets, Staff director) throws Exception {
    String name = secrets.aName();
    String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8);
    String card = secrets.codes().values().iterator().next().text();
    for (String path :
        List.of(
            "/api/people?person=" + encoded,
            "/api/people/" + encoded,
            "/api/events?from=" + encoded + "&place=" + encoded,
            "/api/access?account=" + encoded + "&from=" + secrets.aPhone(),
            "/" + encoded,
            "/assets/" + card + "/" + encoded,
            "/voice/" + encoded)) {
      director.get(path);
    }
    for (String body :
        List.of(
            "{\"person\":\"" + name + "\"}",
            "{\"text\":\"" + name + "\"",
            "{\"card\":\"" + card + "\",\"reason\":\"" + name + "\"}",
            "[\"" + secrets.aPhone() + "\"]")) {
      for (String path :
          List.of("/api/people/search", "/api/people/state", "/api/cards/revoke", "/api/void")) {
        director.post(path, body);
      }
    }
    String phone = secrets.aPhone();
    for (String list :
        List.of(
            "姓名,性别,出生日期,电话\n" + name + ",男,不知道," + phone + "\n",
            "姓名,姓名\n" + name + "," + phone + "\n",
            "\"" + name + "\n",
            name)) {
      director.upload("list.csv", list.getBytes(StandardCharsets.UTF_8));
      director.upload("list.xlsx", list.getBytes(StandardCharsets.UTF_8));
    }
  }
}
