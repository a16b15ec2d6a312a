package io.jinlin.contract.wire;

import java.util.OptionalLong;

/**
 * {@link Batch} as a header in JSON and the encoded events, a line each. The header is read
 * strictly; the lines are not looked at, so that a bad one cannot hold up the others.
 */
public final class BatchCodec {
  private BatchCodec() {}

  /** The message. */
  public static byte[] encode(Batch batch) {
    Batch.Header header = batch.header();
    JsonLine line =
        JsonLine.message()
            .put("nonce", header.nonce())
            .put("epoch", header.epoch())
            .put("first", header.first())
            .put("count", header.count())
            .put("lost", header.lost())
            .put("boot", header.boot());
    header.offsetMillis().ifPresent(offset -> line.put("offset", offset));
    return Lines.join(line.put("roster", header.roster().text()).bytes(), batch.lines());
  }

  /** Reads any bytes; a bad header is refused, with it the whole batch. */
  public static Decoded<Batch> decode(byte[] bytes) {
    if (bytes.length > Limits.MAX_MESSAGE_BYTES) {
      return new Decoded.Refused<>(
          Refusal.TOO_LARGE, "over " + Limits.MAX_MESSAGE_BYTES + " bytes");
    }
    int headerLength = Lines.headerLength(bytes);
    return Fields.decodeMessage(
        bytes,
        0,
        headerLength,
        fields -> {
          Batch.Header header = header(fields);
          if (header.count() != Lines.count(bytes)) {
            fields.refuse(Refusal.WRONG_COUNT, "count is not the number of lines");
          }
          return new Batch(header, Lines.after(bytes, headerLength));
        });
  }

  private static Batch.Header header(Fields fields) {
    return new Batch.Header(
        fields.text("nonce"),
        fields.text("epoch"),
        fields.number("first"),
        fields.integer("count"),
        fields.number("lost", 0),
        fields.text("boot"),
        fields.has("offset") ? OptionalLong.of(fields.number("offset")) : OptionalLong.empty(),
        fields.version("roster"));
  }
}
