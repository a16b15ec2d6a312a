package io.jinlin.e2e.bench.micro;

import io.jinlin.contract.card.CardCode;
import io.jinlin.contract.card.CardReading;
import io.jinlin.contract.card.CardRef;
import io.jinlin.contract.event.Event;
import io.jinlin.contract.event.Fact;
import io.jinlin.contract.event.Input;
import io.jinlin.contract.event.Occasion;
import io.jinlin.contract.event.Outcome;
import io.jinlin.contract.wire.Decoded;
import io.jinlin.contract.wire.EventCodec;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Optional;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * One scan: from the card's text to its keys, and the event's line written and read. The baseline
 * is one SHA-256 of the same line.
 */
@State(Scope.Thread)
public class EventBenchmark {
  private final CardCode code = CardCode.random(new SecureRandom());
  private final String text = code.text();
  private final CardRef ref = code.keys("jinlin").ref();
  private final Event event =
      new Event(
          System.currentTimeMillis(),
          8_000,
          new Fact.Scan(
              "canteen",
              ref,
              Outcome.ACCEPTED,
              Optional.of(new Occasion(Occasion.Kind.MEAL, "lunch", LocalDate.of(2026, 11, 24))),
              Optional.empty(),
              0,
              Input.CAMERA));
  private final byte[] line = EventCodec.encode(event);
  private final MessageDigest digest;

  public EventBenchmark() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** A card's text, checked. */
  @Benchmark
  public CardReading card() {
    return CardCode.read(text);
  }

  /** The keys of a card: one for its reference, one that opens its row of the roster. */
  @Benchmark
  public Object keys() {
    return code.keys("jinlin");
  }

  /** An event's line. */
  @Benchmark
  public byte[] encode() {
    return EventCodec.encode(event);
  }

  /** The event of a line. */
  @Benchmark
  public Decoded<Event> decode() {
    return EventCodec.decode(line);
  }

  /** The baseline. */
  @Benchmark
  public byte[] sha256() {
    return digest.digest(line);
  }
}
