package io.jinlin.e2e.torture;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Holds up cards at a steady rate by writing their texts to a FIFO. */
final class Feeder implements AutoCloseable {
  /** Cards a second at one kiosk; a rush in a canteen is one in four seconds. */
  static final int CARDS_PER_SECOND = 100;

  private static final int BEAT_MS = 50;
  private static final int CARDS_PER_BEAT = CARDS_PER_SECOND * BEAT_MS / 1_000;

  private final ScheduledExecutorService beat;
  private final Path fifo;
  private final Cards cards;
  private volatile boolean paused = true;

  /** Which cards are held up. */
  record Cards(List<String> texts, Random random) {
    String next() {
      return texts.get(random.nextInt(texts.size()));
    }
  }

  Feeder(String name, Path fifo, Cards cards) {
    this.fifo = fifo;
    this.cards = cards;
    beat =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread thread = new Thread(work, "feeder-" + name);
              thread.setDaemon(true);
              return thread;
            });
    beat.scheduleWithFixedDelay(this::feed, BEAT_MS, BEAT_MS, TimeUnit.MILLISECONDS);
  }

  void pause(boolean pause) {
    paused = pause;
  }

  /** Opened for reading too, so that opening waits for nobody; closed, so that nothing is kept. */
  private void feed() {
    if (paused) {
      return;
    }
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < CARDS_PER_BEAT; i++) {
      lines.append(cards.next()).append('\n');
    }
    try (RandomAccessFile pipe = new RandomAccessFile(fifo.toFile(), "rw")) {
      pipe.write(lines.toString().getBytes(StandardCharsets.US_ASCII));
    } catch (IOException notNow) {
      // The next beat tries again.
    }
  }

  @Override
  public void close() {
    beat.shutdownNow();
  }
}
