package io.jinlin.contract.card;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a site derives from a card: {@code ref}, the card's name, and {@code key}, which seals its
 * roster entry. Both are HMAC-SHA-256 of the card's secret (FIPS 198-1), so that neither gives the
 * other or the secret.
 */
public final class CardKeys {
  private static final String ALGORITHM = "HmacSHA256";

  private final CardRef ref;
  private final byte[] key;

  private CardKeys(CardRef ref, byte[] key) {
    this.ref = ref;
    this.key = key;
  }

  static CardKeys derive(byte[] secret, String site) {
    byte[] name = hmac(secret, "ref" + site);
    return new CardKeys(CardRef.of(Arrays.copyOf(name, CardRef.BYTES)), hmac(secret, "key" + site));
  }

  /** The keys as the hub stores them: the reference and 32 bytes. */
  public static CardKeys of(CardRef ref, byte[] key) {
    return new CardKeys(ref, key.clone());
  }

  /** The card's name at this site. */
  public CardRef ref() {
    return ref;
  }

  /** The 32-byte AES key of the card's roster entry. */
  public byte[] key() {
    return key.clone();
  }

  private static byte[] hmac(byte[] secret, String message) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret, ALGORITHM));
      return mac.doFinal(message.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java platform has HmacSHA256", impossible);
    }
  }

  @Override
  public String toString() {
    return "CardKeys[" + ref + "]";
  }
}
