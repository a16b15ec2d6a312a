package io.jinlin.contract.wire;

/** {@link Health} as JSON. */
public final class HealthCodec {
  private HealthCodec() {}

  /** The message. */
  public static byte[] encode(Health health) {
    return JsonLine.message()
        .put("unsent", health.unsent())
        .put("oldest_unsent", health.oldestUnsentMillis())
        .put("outbox_bytes", health.outboxBytes())
        .put("clock_trusted", health.clockTrusted())
        .put("software", health.software())
        .putTexts("problems", health.problems())
        .bytes();
  }

  /** Reads any bytes. */
  public static Decoded<Health> decode(byte[] bytes) {
    return Fields.decodeMessage(
        bytes,
        0,
        bytes.length,
        fields ->
            new Health(
                fields.number("unsent"),
                fields.number("oldest_unsent"),
                fields.number("outbox_bytes"),
                fields.flag("clock_trusted"),
                fields.text("software"),
                fields.texts("problems")));
  }
}
