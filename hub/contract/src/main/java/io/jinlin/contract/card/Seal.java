package io.jinlin.contract.card;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals what a kiosk may know of a card so that it opens only while the card is in front of the
 * reader: AES-256-GCM (NIST SP 800-38D) under the card's key, a fresh random nonce each time, the
 * card's reference and the entry's version as associated data, every entry padded to one size.
 */
public final class Seal {
  /** Size of the padded content in bytes; the length says nothing about the person. */
  public static final int CONTENT_BYTES = 768;

  /** Most content that fits, in bytes: two are the length. */
  public static final int MAX_CONTENT_BYTES = CONTENT_BYTES - Short.BYTES;

  /** Size of a sealed entry in bytes: nonce, padded content, tag. */
  public static final int SEALED_BYTES = Seal.NONCE_BYTES + CONTENT_BYTES + Seal.TAG_BYTES;

  private static final int NONCE_BYTES = 12;
  private static final int TAG_BYTES = 16;
  private static final String ALGORITHM = "AES/GCM/NoPadding";

  private Seal() {}

  /**
   * Seals content of at most {@link #MAX_CONTENT_BYTES}; more is a programming error.
   *
   * @param random a cryptographic source
   */
  public static byte[] seal(CardKeys keys, long version, byte[] content, RandomGenerator random) {
    if (content.length > MAX_CONTENT_BYTES) {
      throw new IllegalArgumentException("roster entry of " + content.length + " bytes");
    }
    byte[] padded = new byte[CONTENT_BYTES];
    ByteBuffer.wrap(padded).putShort((short) content.length).put(content);
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      byte[] cipherText = cipher(Cipher.ENCRYPT_MODE, keys, version, nonce).doFinal(padded);
      return ByteBuffer.allocate(SEALED_BYTES).put(nonce).put(cipherText).array();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java platform has AES-GCM", impossible);
    }
  }

  /** Opens a sealed entry; empty when it was sealed for another card or version, or was altered. */
  public static Optional<byte[]> open(CardKeys keys, long version, byte[] sealed) {
    if (sealed.length != SEALED_BYTES) {
      return Optional.empty();
    }
    byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
    try {
      byte[] padded =
          cipher(Cipher.DECRYPT_MODE, keys, version, nonce)
              .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
      int length = ByteBuffer.wrap(padded).getShort();
      return length < 0 || length > MAX_CONTENT_BYTES
          ? Optional.empty()
          : Optional.of(Arrays.copyOfRange(padded, Short.BYTES, Short.BYTES + length));
    } catch (GeneralSecurityException notForThisCard) {
      return Optional.empty();
    }
  }

  private static Cipher cipher(int mode, CardKeys keys, long version, byte[] nonce)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(ALGORITHM);
    GCMParameterSpec parameters = new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce);
    cipher.init(mode, new SecretKeySpec(keys.key(), "AES"), parameters);
    cipher.updateAAD(keys.ref().bytes());
    cipher.updateAAD(ByteBuffer.allocate(Long.BYTES).putLong(version).array());
    return cipher;
  }
}
