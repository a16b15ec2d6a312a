package io.jinlin.kiosk.app;

import io.jinlin.contract.event.Input;
import io.jinlin.edge.agent.EdgeAgent;
import io.jinlin.edge.decide.Verdict;
import io.jinlin.kiosk.config.CameraChoice;
import io.jinlin.kiosk.config.KioskConfig;
import io.jinlin.kiosk.demo.SampleCards;
import io.jinlin.kiosk.printer.Slip;
import io.jinlin.kiosk.printer.TicketPrinter;
import io.jinlin.kiosk.printer.TicketSlips;
import io.jinlin.kiosk.reader.Frame;
import io.jinlin.kiosk.screen.ScreenConfig;
import io.jinlin.kiosk.screen.ScreenServer;
import io.jinlin.kiosk.screen.ScreenStatus;
import io.jinlin.kiosk.watch.Seen;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/**
 * A kiosk: what is read goes to the agent, and its verdict, committed by then, to the screen. Owns
 * its sources and its screen; the agent is closed by whoever opened it, after the kiosk.
 */
public final class Kiosk implements AutoCloseable {
  private static final DateTimeFormatter SLIP_TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private final CardDesk desk;
  private final LongSupplier nowMillis;
  private final HelpDesk help;
  private final PageWorker worker = new PageWorker();
  private final Sources sources;
  private final Optional<TicketPrinter> printer;
  private final StatusView status;
  private final ScreenServer screen;
  private final Viewfinder finder;

  private Kiosk(KioskConfig config, CardDesk desk, SampleCards samples, LongSupplier nanoTime) {
    this.nowMillis = () -> nanoTime.getAsLong() / 1_000_000;
    this.desk = desk;
    this.help = new HelpDesk(desk);
    this.sources = new Sources(config, this::scanned, this::seen);
    this.printer = config.printer().map(settings -> new TicketPrinter(settings, this::changed));
    this.status = new StatusView(desk, help, this::problems, nowMillis);
    this.screen =
        new ScreenServer(
            screenConfig(config, samples),
            new PageRequests(this, samples, nowMillis),
            status::latest,
            nanoTime);
    this.finder = new Viewfinder(screen, config.camera() == CameraChoice.COMMAND, nowMillis);
  }

  /**
   * Starts the screen and then the sources.
   *
   * @param nanoTime monotonic, in nanoseconds
   * @throws IOException when the port is taken or the sample cards cannot be read; says what to do
   */
  public static Kiosk open(KioskConfig config, EdgeAgent agent, LongSupplier nanoTime)
      throws IOException {
    Kiosk kiosk = open(config, new AgentDesk(agent), nanoTime);
    agent.problems(kiosk::problems);
    return kiosk;
  }

  static Kiosk open(KioskConfig config, CardDesk desk, LongSupplier nanoTime) throws IOException {
    SampleCards samples =
        config.demoCards().isPresent()
            ? SampleCards.read(config.demoCards().get())
            : SampleCards.none();
    Kiosk kiosk = new Kiosk(config, desk, samples, nanoTime);
    kiosk.start();
    return kiosk;
  }

  private void start() throws IOException {
    screen.start();
    desk.onChange(this::changed);
    status.start(screen::statusChanged);
    sources.start();
  }

  private static ScreenConfig screenConfig(KioskConfig config, SampleCards samples) {
    ScreenConfig.Reader reader =
        switch (config.camera()) {
          case NONE -> ScreenConfig.Reader.SCANNER;
          case BROWSER -> ScreenConfig.Reader.BROWSER;
          case COMMAND -> ScreenConfig.Reader.CAMERA;
        };
    return new ScreenConfig(
        config.port(),
        reader,
        config.sounds(),
        config.helpWhere(),
        samples.offers().stream()
            .map(offer -> new ScreenConfig.Sample(offer.id(), offer.label()))
            .toList());
  }

  /** Where the page is. */
  public String address() {
    return screen.address();
  }

  /** A code was presented; called from the thread of its source, which waits for the commit. */
  void scanned(String text, Input input) {
    Verdict verdict = desk.present(text, input);
    show(verdict);
    if (verdict instanceof Verdict.SoldOut) {
      // Whoever came for a meal is not left alone with the news.
      help.press(nowMillis.getAsLong());
      changed();
    }
  }

  void proxy() {
    screen.show(desk.beginProxy());
  }

  void endProxy() {
    desk.endProxy();
  }

  void chosen(String id) {
    show(desk.choose(id));
  }

  /** The screen first: paper may take its time. */
  private void show(Verdict verdict) {
    screen.show(verdict);
    printer.ifPresent(paper -> slip(verdict).ifPresent(paper::print));
  }

  private Optional<Slip> slip(Verdict verdict) {
    if (!(verdict instanceof Verdict.Ticket)) {
      return Optional.empty();
    }
    CardDesk.State state = desk.state();
    String place = state.place().map(standing -> standing.name().zh()).orElse("");
    ZoneId zone = state.place().map(ScreenStatus.Standing::zone).orElse(ZoneOffset.UTC);
    Optional<String> time =
        state.clockTrusted()
            ? Optional.of(SLIP_TIME.format(Instant.ofEpochMilli(state.wallMillis()).atZone(zone)))
            : Optional.empty();
    return TicketSlips.of(verdict, place, time);
  }

  private List<String> problems() {
    return Stream.concat(
            sources.problems().stream(),
            printer.stream().flatMap(paper -> paper.problems().stream()))
        .toList();
  }

  private void seen(Seen seen, Frame frame) {
    finder.show(seen, frame);
  }

  void changed() {
    status.soon(screen::statusChanged);
  }

  HelpDesk help() {
    return help;
  }

  PageWorker worker() {
    return worker;
  }

  Sources sources() {
    return sources;
  }

  @Override
  public void close() {
    sources.close();
    worker.close();
    printer.ifPresent(TicketPrinter::close);
    status.close();
    screen.close();
  }
}
