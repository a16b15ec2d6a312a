package io.jinlin.hub.gateway;

import io.jinlin.contract.card.CardRef;
import io.jinlin.contract.event.Event;
import io.jinlin.contract.event.Fact;
import io.jinlin.contract.event.Input;
import io.jinlin.contract.event.Occasion;
import io.jinlin.contract.event.Outcome;
import io.jinlin.contract.event.Way;
import io.jinlin.contract.wire.Ack;
import io.jinlin.contract.wire.AckCodec;
import io.jinlin.contract.wire.Batch;
import io.jinlin.contract.wire.BatchCodec;
import io.jinlin.contract.wire.EpochRange;
import io.jinlin.contract.wire.EventCodec;
import io.jinlin.contract.wire.Hello;
import io.jinlin.contract.wire.HelloCodec;
import io.jinlin.contract.wire.Topics;
import io.jinlin.contract.wire.Version;
import io.jinlin.hub.devices.Devices;
import io.jinlin.hub.ledger.Journal;
import io.jinlin.hub.ledger.Ledger;
import io.jinlin.hub.ledger.Subjects;
import io.jinlin.hub.pages.Claims;
import io.jinlin.hub.pages.Pages;
import io.jinlin.hub.store.Database;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** A gateway, its ledger and its pages on one thread, as a simulation drives them. */
final class GatewayFixture implements AutoCloseable {
  static final long NOON = Instant.parse("2026-11-24T04:00:00Z").toEpochMilli();

  /** What was sent down. */
  record Sent(String device, Topics.Kind kind, byte[] payload) {}

  /** An endpoint that only remembers what was sent. */
  static final class Recorder implements Endpoint {
    final List<Sent> sent = new ArrayList<>();

    @Override
    public CompletionStage<Void> start(Handler handler) {
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public void send(String device, Topics.Kind kind, byte[] payload) {
      sent.add(new Sent(device, kind, payload));
    }

    @Override
    public Executor executor() {
      return Runnable::run;
    }

    @Override
    public CompletionStage<Void> stop() {
      return CompletableFuture.completedFuture(null);
    }
  }

  final Recorder endpoint = new Recorder();
  final Database database;
  final Journal journal;
  final Ledger ledger;
  final Devices devices;
  final Pages pages;
  final Gateway gateway;
  long now = NOON;
  int done;

  GatewayFixture(Path folder, String start) {
    InstantSource clock = () -> Instant.ofEpochMilli(now);
    database = Database.open(folder.resolve("hub.db"));
    journal = Journal.open(folder.resolve("journal.db"));
    ledger =
        Ledger.open(
            new Ledger.Parts(database, journal, Subjects.NONE, clock, start, Runnable::run),
            Map.of());
    devices = new Devices(clock);
    Claims claims = new Claims(database, clock, ZoneId.of("Asia/Shanghai"), start);
    ledger.onCommitted(claims::accept);
    pages = Pages.open(database, claims, start);
    gateway =
        new Gateway(
            new Gateway.Parts(
                endpoint, ledger, pages, devices, clock, () -> true, Runnable::run, Runnable::run));
    gateway.tick();
  }

  void receive(String device, Topics.Kind kind, byte[] payload) {
    gateway.received(device, kind, payload, () -> done++);
    ledger.commitNow();
  }

  void hello(String device, String nonce, EpochRange... epochs) {
    Hello hello = new Hello(nonce, "boot-1", 5_000, List.of(epochs), "test");
    receive(device, Topics.Kind.HELLO, HelloCodec.encode(hello));
  }

  void events(String device, String nonce, String epoch, long first, byte[]... lines) {
    receive(device, Topics.Kind.EVENTS, batch(nonce, epoch, first, lines));
  }

  static byte[] batch(String nonce, String epoch, long first, byte[]... lines) {
    Batch.Header header =
        new Batch.Header(
            nonce, epoch, first, lines.length, 0, "boot-1", OptionalLong.empty(), Version.NONE);
    return BatchCodec.encode(new Batch(header, List.of(lines)));
  }

  static byte[] meal(int card) {
    Fact.Scan scan =
        new Fact.Scan(
            "canteen",
            new CardRef(card, card),
            Outcome.ACCEPTED,
            Occasion.parse("meal:lunch:2026-11-24"),
            Optional.of(Way.DINE_IN),
            0,
            Input.CAMERA);
    return EventCodec.encode(new Event(NOON, 1_000, scan));
  }

  Ack lastAck() {
    for (int i = endpoint.sent.size() - 1; i >= 0; i--) {
      if (endpoint.sent.get(i).kind() == Topics.Kind.ACK) {
        return AckCodec.decode(endpoint.sent.get(i).payload()).toOptional().orElseThrow();
      }
    }
    throw new AssertionError("no Ack was sent");
  }

  byte[] last(Topics.Kind kind) {
    return endpoint.sent.stream()
        .filter(sent -> sent.kind() == kind)
        .reduce((earlier, later) -> later)
        .orElseThrow()
        .payload();
  }

  @Override
  public void close() {
    ledger.close();
    journal.close();
    database.close();
  }
}
