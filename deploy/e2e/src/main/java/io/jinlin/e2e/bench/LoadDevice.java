package io.jinlin.e2e.bench;

import io.jinlin.contract.wire.Batch;
import io.jinlin.contract.wire.BatchCodec;
import io.jinlin.contract.wire.Hello;
import io.jinlin.contract.wire.HelloCodec;
import io.jinlin.contract.wire.Topics;
import io.jinlin.contract.wire.Version;
import io.jinlin.e2e.mqtt.LoadClient;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** A device as the hub sees it: says Hello, then sends batches, and is told that they are kept. */
final class LoadDevice implements AutoCloseable {
  private static final String BOOT = "bench";

  private final LoadClient client;
  private final String epoch;
  private final String nonce;
  private final String topic;
  private long next = 1;

  private LoadDevice(LoadClient client, String device, String epoch) {
    this.client = client;
    this.epoch = epoch;
    this.nonce = epoch;
    this.topic = new Topics(Site.ID, device, Topics.Kind.EVENTS).text();
  }

  /**
   * Connects and greets.
   *
   * @param epoch a new name
   * @param window messages on their way at once
   */
  static LoadDevice connect(int port, String device, String password, String epoch, int window)
      throws IOException {
    String filter = Topics.downFilter(Site.ID, device);
    LoadClient client =
        LoadClient.connect(port, device, password, filter, window, (topic, payload) -> {});
    LoadDevice one = new LoadDevice(client, device, epoch);
    Hello hello = new Hello(one.nonce, BOOT, 0, List.of(), "bench");
    client.publish(new Topics(Site.ID, device, Topics.Kind.HELLO).text(), HelloCodec.encode(hello));
    client.drain();
    return one;
  }

  /** Makes a message of so many events, numbered on from the last. */
  byte[] message(Supplier<byte[]> source, int events) {
    List<byte[]> lines = new ArrayList<>();
    for (int i = 0; i < events; i++) {
      lines.add(source.get());
    }
    Batch.Header header =
        new Batch.Header(nonce, epoch, next, events, 0, BOOT, OptionalLong.empty(), Version.NONE);
    next += events;
    return BatchCodec.encode(new Batch(header, lines));
  }

  LoadClient client() {
    return client;
  }

  String topic() {
    return topic;
  }

  @Override
  public void close() {
    client.close();
  }
}
