package io.jinlin.contract.wire;

import io.jinlin.contract.event.WordTable;
import java.util.EnumMap;
import java.util.Map;

/** {@link Ack} as JSON. */
public final class AckCodec {
  private static final WordTable<Ack.Answer> ANSWERS = WordTable.of(Ack.Answer.class);
  private static final WordTable<Refusal> REFUSALS = WordTable.of(Refusal.class);
  private static final WordTable<PageKind> KINDS = WordTable.of(PageKind.class);

  private AckCodec() {}

  /** The message. */
  public static byte[] encode(Ack ack) {
    JsonLine line =
        JsonLine.message()
            .put("answer", ANSWERS.word(ack.answer()))
            .put("nonce", ack.nonce())
            .put("at", ack.hubMillis())
            .put("clock_synchronised", ack.hubClockSynchronised())
            .put("hello_monotonic", ack.helloMonotonicMillis())
            .putObjects("positions", ack.positions(), AckCodec::put)
            .putObject("versions", ack.versions(), AckCodec::put)
            .putObjects("rejected", ack.rejected(), AckCodec::put);
    return line.put("detail", ack.detail()).bytes();
  }

  private static void put(JsonLine line, Ack.Position position) {
    line.put("epoch", position.epoch())
        .put("seq", position.seq())
        .put("backed_up", position.backedUp());
  }

  private static void put(JsonLine line, Map<PageKind, Version> versions) {
    for (PageKind kind : PageKind.values()) {
      Version version = versions.get(kind);
      if (version != null) {
        line.put(KINDS.word(kind), version.text());
      }
    }
  }

  private static void put(JsonLine line, Ack.Rejected rejected) {
    line.put("epoch", rejected.epoch())
        .put("seq", rejected.seq())
        .put("refusal", REFUSALS.word(rejected.refusal()));
  }

  /** Reads any bytes. */
  public static Decoded<Ack> decode(byte[] bytes) {
    return Fields.decodeMessage(
        bytes,
        0,
        bytes.length,
        fields ->
            new Ack(
                fields.word("answer", ANSWERS),
                fields.text("nonce"),
                fields.number("at"),
                fields.flag("clock_synchronised"),
                fields.number("hello_monotonic"),
                fields.objects("positions", AckCodec::position),
                versions(fields.object("versions")),
                fields.objects("rejected", AckCodec::rejected),
                fields.text("detail", "")));
  }

  private static Ack.Position position(Fields fields) {
    return new Ack.Position(
        fields.text("epoch"), fields.number("seq"), fields.number("backed_up", 0));
  }

  private static Map<PageKind, Version> versions(Fields fields) {
    Map<PageKind, Version> versions = new EnumMap<>(PageKind.class);
    for (PageKind kind : PageKind.values()) {
      String name = KINDS.word(kind);
      if (fields.has(name)) {
        versions.put(kind, fields.version(name));
      }
    }
    return versions;
  }

  private static Ack.Rejected rejected(Fields fields) {
    return new Ack.Rejected(
        fields.text("epoch"), fields.number("seq"), fields.word("refusal", REFUSALS));
  }
}
