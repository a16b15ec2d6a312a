package io.jinlin.contract.card;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;

/**
 * The name by which a card is known everywhere outside the card itself: 128 bits derived from the
 * card's secret and the site, so that it says nothing about the person and cannot be turned back
 * into a code.
 *
 * @param high the first 64 bits, big-endian
 * @param low the last 64 bits, big-endian
 */
public record CardRef(long high, long low) {
  /** Length of a reference in bytes. */
  public static final int BYTES = 16;

  /** Length of the text form: base64url without padding. */
  public static final int TEXT_LENGTH = 22;

  private static final int SHORT_LENGTH = 6;

  /** Reads 16 bytes; any other length is a programming error. */
  public static CardRef of(byte[] bytes) {
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException("a card reference has 16 bytes, not " + bytes.length);
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return new CardRef(buffer.getLong(), buffer.getLong());
  }

  /** Reads the text form; empty for anything that {@link #text()} does not write. */
  public static Optional<CardRef> parse(String text) {
    if (text.length() != TEXT_LENGTH) {
      return Optional.empty();
    }
    try {
      CardRef ref = of(Base64.getUrlDecoder().decode(text));
      return ref.text().equals(text) ? Optional.of(ref) : Optional.empty();
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  /** The 16 bytes. */
  public byte[] bytes() {
    return ByteBuffer.allocate(BYTES).putLong(high).putLong(low).array();
  }

  /** The text form used on the wire, 22 characters of base64url. */
  public String text() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes());
  }

  /** The first six characters, the only form that may stand in a log. */
  public String shortText() {
    return text().substring(0, SHORT_LENGTH);
  }

  /** The short form, so that a careless log line does not carry the whole reference. */
  @Override
  public String toString() {
    return shortText() + "…";
  }
}
