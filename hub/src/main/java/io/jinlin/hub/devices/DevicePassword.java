package io.jinlin.hub.devices;

import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.random.RandomGenerator;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * What proves a device: a random password of 160 bits, of which the hub keeps a salted PBKDF2
 * (HMAC-SHA-256, NIST SP 800-132). The rounds are few because the password cannot be guessed; they
 * are there for a password that somebody set by hand.
 */
final class DevicePassword {
  static final int ROUNDS = 20_000;
  static final int SALT_BYTES = 16;

  /** Longest password that is looked at, in bytes. */
  static final int MAX_BYTES = 128;

  private static final int PASSWORD_BYTES = 20;
  private static final int VERIFIER_BITS = 256;

  private DevicePassword() {}

  /** A new password, 27 characters of base64url. */
  static String random(RandomGenerator random) {
    byte[] bytes = new byte[PASSWORD_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  static byte[] verifier(String password, byte[] salt) {
    try {
      SecretKeyFactory factory = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256");
      PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, ROUNDS, VERIFIER_BITS);
      return factory.generateSecret(spec).getEncoded();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java platform has PBKDF2", impossible);
    }
  }
}
