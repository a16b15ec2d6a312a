package io.jinlin.e2e.bench;

import io.jinlin.e2e.mqtt.LoadClient;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Sends from several clients at once, and takes the time until everything is acknowledged. */
final class Stopwatch implements AutoCloseable {
  /** What one client has to send. */
  record Share(LoadClient client, String topic, List<byte[]> messages) {}

  private final ExecutorService threads = Executors.newCachedThreadPool();

  /** Seconds until the last acknowledgement. */
  double seconds(List<Share> shares) throws IOException, InterruptedException {
    List<Callable<Boolean>> work = new ArrayList<>();
    shares.forEach(share -> work.add(() -> send(share)));
    long started = System.nanoTime();
    for (Future<Boolean> one : threads.invokeAll(work)) {
      try {
        one.get();
      } catch (ExecutionException failed) {
        throw new IOException("a client failed", failed);
      }
    }
    return (System.nanoTime() - started) / 1e9;
  }

  private static boolean send(Share share) throws IOException {
    for (byte[] message : share.messages()) {
      share.client().publish(share.topic(), message);
    }
    share.client().drain();
    return true;
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
