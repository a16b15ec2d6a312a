package io.jinlin.kiosk.app;

import io.jinlin.contract.event.Input;
import io.jinlin.kiosk.config.CameraChoice;
import io.jinlin.kiosk.config.KioskConfig;
import io.jinlin.kiosk.reader.CardSource;
import io.jinlin.kiosk.reader.CommandCamera;
import io.jinlin.kiosk.reader.FoundCode;
import io.jinlin.kiosk.reader.Frame;
import io.jinlin.kiosk.reader.FrameLoop;
import io.jinlin.kiosk.reader.LineSource;
import io.jinlin.kiosk.reader.Presentation;
import io.jinlin.kiosk.reader.QrReader;
import io.jinlin.kiosk.reader.ScanSink;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * All that cards are read through at this kiosk. A source that fails is a problem, never an end.
 */
final class Sources implements AutoCloseable {
  /**
   * A frame may start a further way of reading for this long, in milliseconds: 15 frames a second.
   */
  private static final long FRAME_BUDGET_MS = 45;

  private final List<CardSource> sources = new ArrayList<>();
  private final Optional<FrameLoop> browser;
  private final Optional<FrameLoop> camera;

  Sources(KioskConfig config, ScanSink sink, Consumer<FoundCode> seen) {
    browser =
        config.camera() == CameraChoice.BROWSER
            ? Optional.of(loop(config, Input.BROWSER, sink, seen))
            : Optional.empty();
    camera =
        config.camera() == CameraChoice.COMMAND
            ? Optional.of(loop(config, Input.CAMERA, sink, seen))
            : Optional.empty();
    camera.ifPresent(loop -> sources.add(new CommandCamera(config.command(), loop::offer)));
    config.scanner().ifPresent(path -> sources.add(new LineSource(path, sink)));
  }

  private static FrameLoop loop(
      KioskConfig config, Input input, ScanSink sink, Consumer<FoundCode> seen) {
    QrReader reader = new QrReader(FRAME_BUDGET_MS, System::nanoTime);
    return new FrameLoop(reader, Presentation.ofFrames(config.awayMillis()), input, sink, seen);
  }

  void start() {
    sources.forEach(CardSource::start);
  }

  /** A frame of the browser's camera; left alone where the settings know of none. */
  void browserFrame(Frame frame) {
    browser.ifPresent(loop -> loop.offer(frame));
  }

  /** What is wrong with the sources. */
  List<String> problems() {
    return sources.stream().flatMap(source -> source.problem().stream()).toList();
  }

  @Override
  public void close() {
    sources.forEach(CardSource::close);
    browser.ifPresent(FrameLoop::close);
    camera.ifPresent(FrameLoop::close);
  }
}
