package io.jinlin.contract.page;

import io.jinlin.contract.card.CardRef;
import io.jinlin.contract.card.Seal;
import io.jinlin.contract.event.WordTable;
import io.jinlin.contract.wire.Decoded;
import io.jinlin.contract.wire.Fields;
import io.jinlin.contract.wire.JsonLine;

/** {@link RosterEntry} as JSON, the content that {@link Seal} seals. */
public final class RosterEntryCodec {
  private static final WordTable<RosterEntry.Kind> KINDS = WordTable.of(RosterEntry.Kind.class);

  private RosterEntryCodec() {}

  /** The content; every entry that its bounds allow fits {@link Seal#MAX_CONTENT_BYTES}. */
  public static byte[] encode(RosterEntry entry) {
    JsonLine line =
        JsonLine.object()
            .put("name", entry.name())
            .put("voice", entry.voice())
            .put("kind", KINDS.word(entry.kind()))
            .put("language", entry.language())
            .putTexts("enrolled", entry.enrolled())
            .putTexts("collects", entry.collects().stream().map(CardRef::text).toList());
    if (entry.isDelegate()) {
      line.put("from", entry.fromMillis()).put("until", entry.untilMillis());
    }
    return line.bytes();
  }

  /** Reads opened content. */
  public static Decoded<RosterEntry> decode(byte[] bytes) {
    return Fields.decode(
        bytes,
        0,
        bytes.length,
        Seal.MAX_CONTENT_BYTES,
        fields ->
            new RosterEntry(
                fields.text("name"),
                fields.text("voice"),
                fields.word("kind", KINDS),
                fields.text("language"),
                fields.texts("enrolled"),
                fields.refs("collects"),
                fields.number("from", 0),
                fields.number("until", 0)));
  }
}
