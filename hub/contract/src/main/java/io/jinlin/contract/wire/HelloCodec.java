package io.jinlin.contract.wire;

/** {@link Hello} as JSON. */
public final class HelloCodec {
  private HelloCodec() {}

  /** The message. */
  public static byte[] encode(Hello hello) {
    return JsonLine.message()
        .put("nonce", hello.nonce())
        .put("boot", hello.boot())
        .put("monotonic", hello.monotonicMillis())
        .putObjects(
            "epochs",
            hello.epochs(),
            (line, range) ->
                line.put("epoch", range.epoch())
                    .put("first", range.first())
                    .put("last", range.last()))
        .put("software", hello.software())
        .bytes();
  }

  /** Reads any bytes. */
  public static Decoded<Hello> decode(byte[] bytes) {
    return Fields.decodeMessage(
        bytes,
        0,
        bytes.length,
        fields ->
            new Hello(
                fields.text("nonce"),
                fields.text("boot"),
                fields.number("monotonic"),
                fields.objects("epochs", HelloCodec::range),
                fields.text("software")));
  }

  private static EpochRange range(Fields fields) {
    return new EpochRange(fields.text("epoch"), fields.number("first"), fields.number("last"));
  }
}
