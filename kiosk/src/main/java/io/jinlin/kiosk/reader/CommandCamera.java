package io.jinlin.kiosk.reader;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A camera behind a command: {@code rpicam-vid} on a Pi, {@code ffmpeg} for USB cameras. The command
 * is started again when it ends, at once the first time and then ever more slowly.
 */
public final class CommandCamera implements CardSource {
  private static final Logger LOG = LoggerFactory.getLogger(CommandCamera.class);
  private static final long FIRST_PAUSE_MS = 500;
  private static final long LONGEST_PAUSE_MS = 30_000;
  private static final long CLOSE_MS = 1_000;

  private final CameraSettings settings;
  private final Consumer<Frame> frames;
  private final Thread thread = new Thread(this::run, "camera");

  private volatile Optional<String> problem = Optional.of("camera-starting");
  private volatile @Nullable Process process;
  private boolean closed;

  public CommandCamera(CameraSettings settings, Consumer<Frame> frames) {
    this.settings = settings;
    this.frames = frames;
    thread.setDaemon(true);
  }

  @Override
  public void start() {
    thread.start();
  }

  @Override
  public Optional<String> problem() {
    return problem;
  }

  private void run() {
    long pause = FIRST_PAUSE_MS;
    while (!isClosed()) {
      long read = runOnce();
      pause = read > 0 ? FIRST_PAUSE_MS : Math.min(2 * pause, LONGEST_PAUSE_MS);
      await(pause);
    }
  }

  /** Runs the command to its end and returns how many frames it gave. */
  private long runOnce() {
    long read = 0;
    try {
      Process started =
          new ProcessBuilder(settings.command())
              .redirectError(Redirect.DISCARD)
              .redirectInput(Redirect.from(new File("/dev/null")))
              .start();
      process = started;
      if (isClosed()) {
        started.destroyForcibly();
      }
      read = readFrames(started.getInputStream());
      LOG.warn("The camera command ended after {} frames; starting it again", read);
    } catch (IOException cannotStart) {
      report("camera-missing");
      LOG.warn("The camera command \"{}\" cannot be started", settings.command().get(0));
    } finally {
      stopProcess();
    }
    return read;
  }

  private long readFrames(InputStream stream) throws IOException {
    long read = 0;
    byte[] luma = new byte[settings.lumaBytes()];
    int got = stream.readNBytes(luma, 0, luma.length);
    while (got == luma.length) {
      frames.accept(new Frame(settings.width(), settings.height(), luma));
      read++;
      problem = Optional.empty();
      stream.skipNBytes(settings.colourBytes());
      luma = new byte[settings.lumaBytes()];
      got = stream.readNBytes(luma, 0, luma.length);
    }
    report(got == 0 ? "camera-lost" : "camera-frame-size");
    return read;
  }

  private void report(String what) {
    problem = Optional.of(what);
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

  private void stopProcess() {
    Process running = process;
    if (running != null) {
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
      thread.join(CLOSE_MS);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
