package io.jinlin.contract.card;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * What the QR code of a card holds: {@code J1} and 26 Crockford base-32 characters, that is 112
 * random bits and an 18-bit check. It is a secret and nothing else; the check tells a misread code
 * from a stranger's. Fits QR version 2, alphanumeric mode, error correction Q.
 */
public final class CardCode {
  /** Length of the secret in bytes: 112 bits. */
  public static final int SECRET_BYTES = 14;

  /** Length of the whole text, prefix included. */
  public static final int TEXT_LENGTH = 28;

  private static final String PREFIX = "J1";
  private static final int SYMBOLS = 26;
  private static final int BITS_PER_SYMBOL = 5;
  private static final int CHECK_BITS = 18;

  private final byte[] secret;

  private CardCode(byte[] secret) {
    this.secret = secret;
  }

  /** A new card; {@code random} must be a cryptographic source except for sample cards. */
  public static CardCode random(RandomGenerator random) {
    byte[] secret = new byte[SECRET_BYTES];
    random.nextBytes(secret);
    return new CardCode(secret);
  }

  /** The card with this secret of 14 bytes. */
  public static CardCode ofSecret(byte[] secret) {
    if (secret.length != SECRET_BYTES) {
      throw new IllegalArgumentException("a card secret has 14 bytes, not " + secret.length);
    }
    return new CardCode(secret.clone());
  }

  /**
   * Reads what a scanner delivered. White space around the code is ignored; lower case and the
   * letters that Crockford allows for digits (I, L for 1, O for 0) are accepted, because keyboard
   * scanners with caps lock on and people who type produce them.
   *
   * @param text anything, of any length
   */
  public static CardReading read(String text) {
    if (text.length() > CardReading.MAX_TEXT_LENGTH) {
      return new CardReading.NotACard(CardRefusal.TOO_LONG);
    }
    String code = text.strip();
    if (code.isEmpty()) {
      return new CardReading.NotACard(CardRefusal.EMPTY);
    }
    String upper = code.toUpperCase(Locale.ROOT);
    if (!upper.startsWith(PREFIX)) {
      return new CardReading.NotACard(ForeignCodes.kindOf(code));
    }
    if (upper.length() != TEXT_LENGTH) {
      return new CardReading.NotACard(CardRefusal.DAMAGED);
    }
    return decode(upper.substring(PREFIX.length()));
  }

  private static CardReading decode(String symbols) {
    BitBuffer bits = new BitBuffer(SYMBOLS * BITS_PER_SYMBOL);
    for (int i = 0; i < SYMBOLS; i++) {
      int value = Crockford.value(symbols.charAt(i));
      if (value < 0) {
        return new CardReading.NotACard(CardRefusal.DAMAGED);
      }
      bits.append(value, BITS_PER_SYMBOL);
    }
    byte[] secret = new byte[SECRET_BYTES];
    for (int i = 0; i < SECRET_BYTES; i++) {
      secret[i] = (byte) bits.read(i * Byte.SIZE, Byte.SIZE);
    }
    int check = bits.read(SECRET_BYTES * Byte.SIZE, CHECK_BITS);
    return check == check(secret)
        ? new CardReading.Card(new CardCode(secret))
        : new CardReading.NotACard(CardRefusal.DAMAGED);
  }

  /** The text for the QR code, upper case, 28 characters. */
  public String text() {
    BitBuffer bits = new BitBuffer(SYMBOLS * BITS_PER_SYMBOL);
    for (byte part : secret) {
      bits.append(part & 0xff, Byte.SIZE);
    }
    bits.append(check(secret), CHECK_BITS);
    StringBuilder text = new StringBuilder(PREFIX);
    for (int i = 0; i < SYMBOLS; i++) {
      text.append(Crockford.symbol(bits.read(i * BITS_PER_SYMBOL, BITS_PER_SYMBOL)));
    }
    return text.toString();
  }

  /** The keys of this card at a site. */
  public CardKeys keys(String site) {
    return CardKeys.derive(secret, site);
  }

  private static int check(byte[] secret) {
    byte[] digest = sha256(secret);
    return (digest[0] & 0xff) << 10 | (digest[1] & 0xff) << 2 | (digest[2] & 0xff) >>> 6;
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CardCode that && MessageDigest.isEqual(secret, that.secret);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(secret);
  }

  /** Never the code itself: a card text must not reach a log. */
  @Override
  public String toString() {
    return "CardCode[hidden]";
  }
}
