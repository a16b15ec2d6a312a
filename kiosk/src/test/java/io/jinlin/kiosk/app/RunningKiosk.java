package io.jinlin.kiosk.app;

import io.jinlin.contract.card.CardCode;
import io.jinlin.contract.config.ConfigReader;
import io.jinlin.contract.page.Service;
import io.jinlin.edge.agent.EdgeAgent;
import io.jinlin.edge.agent.EdgeParts;
import io.jinlin.edge.clock.ClockTrust;
import io.jinlin.edge.clock.OffsetClock;
import io.jinlin.edge.config.AgentConfig;
import io.jinlin.kiosk.config.KioskConfig;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A kiosk on real files, without a hub, with a clock that can be put forward. */
final class RunningKiosk implements AutoCloseable {
  private final List<String> settings;
  private final SettableClock clock;
  private final EdgeAgent agent;
  private final Kiosk kiosk;

  private RunningKiosk(List<String> settings, SettableClock clock) throws IOException {
    this.settings = settings;
    this.clock = clock;
    ConfigReader reader = ConfigReader.load(List.of(), settings);
    KioskConfig config = KioskConfig.read(reader);
    AgentConfig agentConfig = AgentConfig.read(reader);
    reader.finish();
    EdgeParts parts =
        new EdgeParts(
            new OffsetClock(clock, ClockTrust.ALWAYS),
            new SecureRandom(),
            EdgeParts.system(agentConfig).links());
    agent = EdgeAgent.open(agentConfig, parts);
    kiosk = Kiosk.open(config, agent, System::nanoTime);
  }

  static RunningKiosk start(Path folder, Service service, String... more) throws IOException {
    Files.createDirectories(folder);
    Fixture.write(folder.resolve("replica.db"), service);
    List<String> settings =
        new ArrayList<>(
            List.of(
                "http.port=0",
                "sound.volume=0",
                "site=" + Fixture.SITE,
                "device=" + Fixture.DEVICE,
                "data=" + folder,
                "hub.port=1",
                "hub.password=nobody-listens"));
    settings.addAll(List.of(more));
    return new RunningKiosk(settings, new SettableClock());
  }

  /** The same kiosk, started again at the same address. */
  RunningKiosk again() throws IOException {
    List<String> same = new ArrayList<>(settings);
    same.add("http.port=" + URI.create(address()).getPort());
    return new RunningKiosk(same, clock);
  }

  static Path sampleCards(Path folder) throws IOException {
    Path file = folder.resolve("sample-cards.tsv");
    String wang = Fixture.WANG.text() + "\tresident\t王*\n";
    String other = CardCode.random(new Random(9)).text();
    Files.writeString(file, wang + other + "\tchild\t梓*\n");
    return file;
  }

  String address() {
    return kiosk.address();
  }

  SettableClock clock() {
    return clock;
  }

  EdgeAgent agent() {
    return agent;
  }

  @Override
  public void close() {
    kiosk.close();
    agent.close();
  }
}
