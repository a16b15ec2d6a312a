package io.jinlin.kiosk.app;

import io.jinlin.contract.config.ConfigReader;
import io.jinlin.contract.page.Service;
import io.jinlin.kiosk.config.KioskConfig;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A kiosk on real files, without a hub, with a clock that can be put forward. */
final class RunningKiosk implements AutoCloseable {
  private final Path folder;
  private final List<String> settings;
  private final SettableClock clock;
  private final DecidingDesk desk;
  private final Kiosk kiosk;

  private RunningKiosk(Path folder, List<String> settings, SettableClock clock)
      throws IOException {
    this.folder = folder;
    this.settings = settings;
    this.clock = clock;
    ConfigReader reader = ConfigReader.load(List.of(), settings);
    KioskConfig config = KioskConfig.read(reader);
    reader.finish();
    desk = new DecidingDesk(folder, clock);
    kiosk = Kiosk.open(config, desk, System::nanoTime);
  }

  static RunningKiosk start(Path folder, Service service, String... more) throws IOException {
    Files.createDirectories(folder);
    Fixture.write(folder.resolve("replica.db"), service);
    List<String> settings = new ArrayList<>(List.of("http.port=0", "sound.volume=0"));
    settings.addAll(List.of(more));
    return new RunningKiosk(folder, settings, new SettableClock());
  }

  /** The same kiosk, started again at the same address. */
  RunningKiosk again() throws IOException {
    List<String> same = new ArrayList<>(settings);
    same.add("http.port=" + URI.create(address()).getPort());
    return new RunningKiosk(folder, same, clock);
  }

  static Path sampleCards(Path folder) throws IOException {
    Path file = folder.resolve("sample-cards.tsv");
    String wang = Fixture.WANG.text() + "\tresident\t王*\n";
    String other = io.jinlin.contract.card.CardCode.random(new Random(9)).text();
    Files.writeString(file, wang + other + "\tchild\t梓*\n");
    return file;
  }

  String address() {
    return kiosk.address();
  }

  SettableClock clock() {
    return clock;
  }

  CardDesk desk() {
    return desk;
  }

  @Override
  public void close() {
    kiosk.close();
    desk.close();
  }
}
