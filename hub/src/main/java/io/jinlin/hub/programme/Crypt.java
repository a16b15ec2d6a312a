package io.jinlin.hub.programme;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-256-GCM, and keys from passphrases by Argon2id (64 MiB, 3 passes: RFC 9106, section 4). */
final class Crypt {
  static final int KEY_BYTES = 32;
  static final int NONCE_BYTES = 12;
  static final int TAG_BYTES = 16;
  static final int SALT_BYTES = 16;

  /** Memory of one derivation, in KiB. */
  static final int MEMORY_KIB = 65_536;

  private static final int PASSES = 3;
  private static final int LANES = 1;
  private static final int TAG_BITS = 8 * TAG_BYTES;

  private final RandomGenerator random;
  private final int memoryKib;

  Crypt(RandomGenerator random, int memoryKib) {
    this.random = random;
    this.memoryKib = memoryKib;
  }

  byte[] random(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  /** The key of an account and its passphrase; takes about 0.2 s on purpose. */
  byte[] key(String account, String passphrase, byte[] salt) {
    byte[] text = (account + "\n" + passphrase).getBytes(StandardCharsets.UTF_8);
    // Made at the first use: the library keeps its memory for good, and most hubs never open this.
    return Argon2Function.getInstance(memoryKib, PASSES, LANES, KEY_BYTES, Argon2.ID)
        .hash(text, salt)
        .getBytes();
  }

  /** Nonce, then what is sealed. */
  byte[] seal(byte[] key, byte[] content, byte[] where) {
    byte[] nonce = random(NONCE_BYTES);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce, where).doFinal(content);
      byte[] all = new byte[NONCE_BYTES + sealed.length];
      System.arraycopy(nonce, 0, all, 0, NONCE_BYTES);
      System.arraycopy(sealed, 0, all, NONCE_BYTES, sealed.length);
      return all;
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java platform has AES-GCM", impossible);
    }
  }

  /** What was sealed with this key at this place; empty for anything else. */
  Optional<byte[]> open(byte[] key, byte[] all, byte[] where) {
    try {
      byte[] nonce = Arrays.copyOf(all, NONCE_BYTES);
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, nonce, where);
      return Optional.of(cipher.doFinal(all, NONCE_BYTES, all.length - NONCE_BYTES));
    } catch (AEADBadTagException otherKey) {
      return Optional.empty();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java platform has AES-GCM", impossible);
    }
  }

  private static Cipher cipher(int mode, byte[] key, byte[] nonce, byte[] where)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(where);
    return cipher;
  }
}
