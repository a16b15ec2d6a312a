package io.jinlin.kiosk.reader;

import io.jinlin.contract.card.CardReading;
import io.jinlin.contract.event.Input;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A scanner that gives one code a line: a serial device, a FIFO, or a file that grows (read from
 * its beginning). A device that is unplugged is opened again when it is back.
 */
public final class LineSource implements CardSource {
  private static final Logger LOG = LoggerFactory.getLogger(LineSource.class);
  private static final long RETRY_MS = 1_000;
  private static final long FILE_POLL_MS = 100;
  private static final long CLOSE_MS = 1_000;
  private static final int BUFFER_BYTES = 8_192;

  private final Path path;
  private final ScanSink sink;
  private final Presentation presentation = Presentation.ofTexts();
  private final Lines lines = new Lines(CardReading.MAX_TEXT_LENGTH, this::line);
  private final Thread thread = new Thread(this::run, "scanner");

  private volatile Optional<String> problem = Optional.empty();
  private @Nullable FileChannel channel;
  private boolean closed;

  public LineSource(Path path, ScanSink sink) {
    this.path = path;
    this.sink = sink;
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
    while (!isClosed()) {
      try (FileChannel opened = open()) {
        problem = Optional.empty();
        read(opened);
      } catch (ClosedChannelException closedByUs) {
        return;
      } catch (IOException gone) {
        if (problem.isEmpty()) {
          LOG.warn("The scanner {} is not there; trying again each second", path);
        }
        problem = Optional.of("scanner-lost");
      }
      pause(RETRY_MS);
    }
  }

  /** A FIFO opened for both directions neither waits for a writer nor ends when one leaves. */
  private FileChannel open() throws IOException {
    SerialLine.prepare(path);
    FileChannel opened =
        Files.isRegularFile(path)
            ? FileChannel.open(path, StandardOpenOption.READ)
            : FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
    synchronized (this) {
      channel = opened;
      if (closed) {
        opened.close();
      }
    }
    return opened;
  }

  private void read(FileChannel opened) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
    while (!isClosed()) {
      int count = opened.read(buffer.clear());
      if (count < 0) {
        if (!Files.isRegularFile(path)) {
          throw new IOException("end of device");
        }
        pause(FILE_POLL_MS);
      } else {
        lines.accept(buffer.flip());
      }
    }
  }

  private void line(String raw) {
    String text = ScannerText.clean(raw);
    if (!text.isEmpty() && presentation.begins(text, System.nanoTime() / 1_000_000)) {
      try {
        sink.scanned(text, Input.LINE);
      } catch (RuntimeException defect) {
        LOG.error("A line from {} could not be answered; going on", path, defect);
      }
    }
  }

  private synchronized boolean isClosed() {
    return closed;
  }

  private synchronized void pause(long millis) {
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

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      notifyAll();
      FileChannel open = channel;
      if (open != null) {
        try {
          open.close();
        } catch (IOException alreadyGone) {
          LOG.debug("Closing {}: {}", path, alreadyGone.getMessage());
        }
      }
    }
    try {
      thread.join(CLOSE_MS);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
