package io.jinlin.edge.uplink;

import io.jinlin.contract.event.EventId;
import io.jinlin.contract.wire.Ack;
import io.jinlin.contract.wire.AckCodec;
import io.jinlin.contract.wire.Ask;
import io.jinlin.contract.wire.AskCodec;
import io.jinlin.contract.wire.Batch;
import io.jinlin.contract.wire.BatchCodec;
import io.jinlin.contract.wire.EpochRange;
import io.jinlin.contract.wire.Health;
import io.jinlin.contract.wire.HealthCodec;
import io.jinlin.contract.wire.Hello;
import io.jinlin.contract.wire.HelloCodec;
import io.jinlin.contract.wire.PageKind;
import io.jinlin.contract.wire.Topics;
import io.jinlin.contract.wire.Version;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** A hub as the contract describes it, for one device, on the test's own thread. */
final class FakeHub implements LinkFactory {
  final Map<String, Long> positions = new HashMap<>();
  final TreeSet<EventId> ledger = new TreeSet<>();
  final List<Hello> hellos = new ArrayList<>();
  final List<Batch> batches = new ArrayList<>();
  final List<Ask> asks = new ArrayList<>();
  final List<Health> healths = new ArrayList<>();
  final Map<PageKind, Version> versions = new HashMap<>();
  int links;
  int open;
  boolean refuses;
  boolean connects = true;
  boolean answersHello = true;
  boolean takesEvents = true;
  boolean answersEvents = true;
  int refuseBatches;
  boolean synchronised = true;
  long wall = 1_795_491_720_000L;
  String nonce = "none";
  private LinkEvents device;

  @Override
  public Link create() {
    links++;
    open++;
    return new Link() {
      private LinkEvents own;

      @Override
      public void connect(LinkEvents events) {
        own = events;
        device = events;
        if (refuses) {
          events.lost("refused");
        } else if (connects) {
          events.connected();
        }
      }

      @Override
      public void publish(Topics topic, byte[] payload) {
        if (own == device) {
          take(topic, payload);
        }
      }

      @Override
      public void close() {
        open--;
      }
    };
  }

  private void take(Topics topic, byte[] payload) {
    switch (topic.kind()) {
      case HELLO -> hello(HelloCodec.decode(payload).toOptional().orElseThrow());
      case EVENTS -> events(BatchCodec.decode(payload).toOptional().orElseThrow());
      case ASK -> asks.add(AskCodec.decode(payload).toOptional().orElseThrow());
      case HEALTH -> healths.add(HealthCodec.decode(payload).toOptional().orElseThrow());
      default -> throw new AssertionError(topic.text());
    }
  }

  private void hello(Hello hello) {
    hellos.add(hello);
    if (answersHello) {
      nonce = hello.nonce();
      List<Ack.Position> answer =
          hello.epochs().stream().map(EpochRange::epoch).map(this::position).toList();
      ack(Ack.Answer.HELLO, answer, hello.monotonicMillis());
    }
  }

  private Ack.Position position(String epoch) {
    return new Ack.Position(epoch, positions.getOrDefault(epoch, 0L), 0);
  }

  private void events(Batch batch) {
    batches.add(batch);
    if (refuseBatches > 0) {
      refuseBatches--;
      ack(Ack.Answer.REFUSED, List.of(), 0);
      return;
    }
    Batch.Header header = batch.header();
    if (!header.nonce().equals(nonce)) {
      ack(header.nonce(), Ack.Answer.UNKNOWN, List.of(), 0);
      return;
    }
    long position = positions.getOrDefault(header.epoch(), 0L);
    if (takesEvents && header.first() - header.lost() <= position + 1) {
      for (long seq = header.first(); seq < header.first() + header.count(); seq++) {
        ledger.add(new EventId("kiosk-1", header.epoch(), seq));
      }
      positions.merge(header.epoch(), header.first() + header.count() - 1, Math::max);
    }
    if (answersEvents) {
      ack(Ack.Answer.PROGRESS, List.of(position(header.epoch())), 0);
    }
  }

  void heartbeat() {
    ack(Ack.Answer.HEARTBEAT, List.of(), 0);
  }

  void ack(Ack.Answer answer, List<Ack.Position> at, long monotonic) {
    ack(nonce, answer, at, monotonic);
  }

  void ack(String ackNonce, Ack.Answer answer, List<Ack.Position> at, long monotonic) {
    send(
        Topics.Kind.ACK,
        AckCodec.encode(
            new Ack(
                answer,
                ackNonce,
                wall,
                synchronised,
                monotonic,
                at,
                versions,
                List.of(),
                answer == Ack.Answer.REFUSED ? "header boot" : "")));
  }

  void send(Topics.Kind kind, byte[] payload) {
    device.received(new Topics("site", "kiosk-1", kind).text(), payload);
  }

  void cut() {
    device.lost("cut");
  }
}
