package io.jinlin.contract.wire;

import io.jinlin.contract.event.WordTable;

/**
 * {@link Page} as a header in JSON and the encoded items, a line each. Whoever makes a page keeps
 * the sum of its items, with a line end each, below {@link Limits#MAX_MESSAGE_BYTES} less {@link
 * Limits#MAX_HEADER_BYTES}.
 */
public final class PageCodec {
  private static final WordTable<PageKind> KINDS = WordTable.of(PageKind.class);

  private PageCodec() {}

  /** The message. */
  public static byte[] encode(Page page) {
    byte[] header =
        JsonLine.message()
            .put("kind", KINDS.word(page.kind()))
            .put("from", page.from().text())
            .put("reset", page.reset())
            .put("up_to", page.upTo().text())
            .put("latest", page.latest().text())
            .put("count", page.items().size())
            .bytes();
    return Lines.join(header, page.items());
  }

  /** Reads any bytes. */
  public static Decoded<Page> decode(byte[] bytes) {
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
          if (fields.number("count") != Lines.count(bytes)) {
            fields.refuse(Refusal.WRONG_COUNT, "count is not the number of lines");
          }
          return new Page(
              fields.word("kind", KINDS, Refusal.UNKNOWN_TYPE),
              fields.version("from"),
              fields.flag("reset"),
              fields.version("up_to"),
              fields.version("latest"),
              Lines.after(bytes, headerLength));
        });
  }
}
