package io.jinlin.kiosk.reader;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A camera behind a command: {@code rpicam-vid} on a Pi, {@code ffmpeg} for USB cameras. The
 * command is started again when it ends or gives nothing more: soon the first time, then ever more
 * slowly.
 *
 * <p>Problems: {@code camera-starting}, {@code camera-missing} (the command cannot be started),
 * {@code camera-lost} (it ended), {@code camera-stalled} (it runs and gives no frames), {@code
 * camera-frame-size} (it gave less than one frame of the configured size), {@code camera-format}
 * (what it gives are no raw frames of the configured size and pixel format: nothing could be read).
 */
public final class CommandCamera implements CardSource {
  private static final Logger LOG = LoggerFactory.getLogger(CommandCamera.class);
  private static final long CLOSE_MS = 1_000;

  /** What is wrong stays so until a frame comes, although the command was ended because of it. */
  private static final Set<String> LASTING = Set.of("camera-stalled", "camera-format");

  /**
   * How patient it is, in milliseconds.
   *
   * @param firstPauseMillis before the command is started again the first time
   * @param longestPauseMillis the pause doubles up to this while no frame comes
   * @param stalledMillis without a frame before a running command is ended
   */
  record Patience(long firstPauseMillis, long longestPauseMillis, long stalledMillis) {
    static final Patience USUAL = new Patience(500, 10_000, 8_000);
  }

  private final CameraSettings settings;
  private final Consumer<Frame> frames;
  private final Patience patience;
  private final Thread reading = new Thread(this::run, "camera");
  private final Thread watching = new Thread(this::watch, "camera-watch");

  private volatile Optional<String> problem = Optional.of("camera-starting");
  private volatile @Nullable Process process;
  private final AtomicLong progress = new AtomicLong();
  private boolean closed;

  /**
   * @param frames takes each frame and returns at once
   */
  public CommandCamera(CameraSettings settings, Consumer<Frame> frames) {
    this(settings, frames, Patience.USUAL);
  }

  CommandCamera(CameraSettings settings, Consumer<Frame> frames, Patience patience) {
    this.settings = settings;
    this.frames = frames;
    this.patience = patience;
    reading.setDaemon(true);
    watching.setDaemon(true);
  }

  @Override
  public void start() {
    reading.start();
    watching.start();
  }

  @Override
  public Optional<String> problem() {
    return problem;
  }

  private void run() {
    long pause = patience.firstPauseMillis;
    while (!isClosed()) {
      long before = progress.get();
      runOnce();
      boolean gaveFrames = progress.get() - before > 1;
      pause =
          gaveFrames ? patience.firstPauseMillis : Math.min(2 * pause, patience.longestPauseMillis);
      await(pause);
    }
  }

  private void runOnce() {
    progress.incrementAndGet();
    try {
      Process started =
          new ProcessBuilder(settings.command())
              .redirectError(Redirect.DISCARD)
              .redirectInput(Redirect.from(new File("/dev/null")))
              .start();
      process = started;
      if (!isClosed()) {
        readFrames(started.getInputStream());
      }
    } catch (IOException cannotStart) {
      report("camera-missing");
    } catch (RuntimeException defect) {
      LOG.error("A frame could not be handed on; starting the camera again", defect);
    } finally {
      stopProcess();
    }
  }

  private void readFrames(InputStream stream) {
    long read = 0;
    int got = 0;
    FormatCheck check = new FormatCheck();
    try {
      byte[] luma = new byte[settings.lumaBytes()];
      got = stream.readNBytes(luma, 0, luma.length);
      while (got == luma.length) {
        Frame frame = new Frame(settings.width(), settings.height(), luma);
        if (read == 0 && FormatCheck.isCompressed(luma) || check.isWrong(frame)) {
          report("camera-format");
          return;
        }
        frames.accept(frame);
        read++;
        progress.incrementAndGet();
        problem = Optional.empty();
        stream.skipNBytes(settings.colourBytes());
        luma = new byte[settings.lumaBytes()];
        got = stream.readNBytes(luma, 0, luma.length);
      }
    } catch (IOException ended) {
      LOG.debug("The camera's output ended: {}", ended.getMessage());
    }
    report(read == 0 && got > 0 ? "camera-frame-size" : "camera-lost");
  }

  /** Ends a command that runs and gives nothing: some cameras hang after a loose contact. */
  private void watch() {
    while (!isClosed()) {
      long before = progress.get();
      await(patience.stalledMillis);
      Process running = process;
      if (progress.get() == before && running != null && running.isAlive()) {
        report("camera-stalled");
        stopProcess();
      }
    }
  }

  /** A stalled camera stays one when the end of its command is noticed. */
  private synchronized void report(String what) {
    boolean ended = what.equals("camera-lost") && problem.filter(LASTING::contains).isPresent();
    if (closed || ended || problem.equals(Optional.of(what))) {
      return;
    }
    problem = Optional.of(what);
    LOG.warn("{}: {}: {}", what, settings.command().get(0), advice(what));
  }

  private String advice(String what) {
    String wanted =
        settings.width()
            + "×"
            + settings.height()
            + " "
            + settings.format().name().toLowerCase(Locale.ROOT);
    return switch (what) {
      case "camera-missing" -> "no such command; set camera.command";
      case "camera-format", "camera-frame-size" ->
          "what it writes are no raw frames of "
              + wanted
              + "; let it write those (ffmpeg: -f rawvideo -pix_fmt gray; rpicam-vid: --codec yuv420)"
              + " or set camera.width, camera.height, camera.format";
      case "camera-stalled" -> "it runs and gives no frames; starting it again";
      default -> "it ended; starting it again";
    };
  }

  private synchronized boolean isClosed() {
    return closed;
  }

  private synchronized void await(long millis) {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    long left = millis;
    while (!closed && left > 0) {
      try {
        wait(left);
      } catch (InterruptedException stop) {
        closed = true;
      }
      left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
    }
  }

  /** Ends the command and what it started: it may be a shell script around the real one. */
  private void stopProcess() {
    Process running = process;
    if (running != null) {
      running.descendants().forEach(ProcessHandle::destroyForcibly);
      running.destroyForcibly();
    }
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      notifyAll();
    }
    stopProcess();
    try {
      reading.join(CLOSE_MS);
      watching.join(CLOSE_MS);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
