package io.jinlin.contract.wire;

import io.jinlin.contract.event.WordTable;

/** {@link Ask} as JSON. */
public final class AskCodec {
  private static final WordTable<PageKind> KINDS = WordTable.of(PageKind.class);

  private AskCodec() {}

  /** The message. */
  public static byte[] encode(Ask ask) {
    JsonLine line =
        JsonLine.message()
            .put("nonce", ask.nonce())
            .put("kind", KINDS.word(ask.kind()))
            .put("have", ask.have().text());
    return ask.toward().equals(ask.have())
        ? line.bytes()
        : line.put("toward", ask.toward().text()).bytes();
  }

  /** Reads any bytes. */
  public static Decoded<Ask> decode(byte[] bytes) {
    return Fields.decodeMessage(
        bytes,
        0,
        bytes.length,
        fields ->
            new Ask(
                fields.text("nonce"),
                fields.word("kind", KINDS, Refusal.UNKNOWN_TYPE),
                fields.version("have"),
                fields.version(fields.has("toward") ? "toward" : "have")));
  }
}
