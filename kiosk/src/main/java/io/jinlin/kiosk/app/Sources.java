package io.jinlin.kiosk.app;

import io.jinlin.contract.event.Input;
import io.jinlin.kiosk.config.CameraChoice;
import io.jinlin.kiosk.config.KioskConfig;
import io.jinlin.kiosk.reader.CardSource;
import io.jinlin.kiosk.reader.CommandCamera;
import io.jinlin.kiosk.reader.Frame;
import io.jinlin.kiosk.reader.LineSource;
import io.jinlin.kiosk.reader.Presentation;
import io.jinlin.kiosk.reader.ScanSink;
import io.jinlin.kiosk.watch.FrameLoop;
import io.jinlin.kiosk.watch.Seen;
import io.jinlin.kiosk.watch.SequenceReader;
import io.jinlin.kiosk.watch.Watch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * All that cards are read through at this kiosk. A source that fails is a problem, never an end.
 */
final class Sources implements AutoCloseable {
  private final List<CardSource> sources = new ArrayList<>();
  private final Optional<FrameLoop> browser;
  private final Optional<FrameLoop> camera;

  Sources(KioskConfig config, ScanSink sink, BiConsumer<Seen, Frame> seen) {
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
      KioskConfig config, Input input, ScanSink sink, BiConsumer<Seen, Frame> seen) {
    SequenceReader reader = new SequenceReader(config.budgetMillis(), System::nanoTime);
    Watch watch = new Watch(reader, Presentation.ofFrames(config.awayMillis()));
    return new FrameLoop(watch, input, sink, seen);
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
