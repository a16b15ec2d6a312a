package io.jinlin.hub.register;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The hub's key for ID numbers, in a file of its own that no backup holds: who finds a backup or
 * the journal finds no number in it. AES-256-GCM; the hash is HMAC-SHA-256, since a plain one of 18
 * digits could be tried out.
 */
public final class IdentityKey {
  /** Name of the file in the data folder. */
  public static final String FILE = "identity.key";

  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final byte[] key;
  private final RandomGenerator random;

  private IdentityKey(byte[] key, RandomGenerator random) {
    this.key = key;
    this.random = random;
  }

  /**
   * Reads the key, or makes it at the first start.
   *
   * @param random a cryptographic source
   * @throws UncheckedIOException when the file cannot be read or written, or is no key
   */
  public static IdentityKey open(Path file, RandomGenerator random) {
    try {
      if (!Files.exists(file)) {
        byte[] fresh = new byte[KEY_BYTES];
        random.nextBytes(fresh);
        var mode =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Files.createFile(file, mode);
        Files.writeString(file, HexFormat.of().formatHex(fresh) + "\n");
      }
      byte[] key = HexFormat.of().parseHex(Files.readString(file).strip());
      if (key.length != KEY_BYTES) {
        throw new IllegalArgumentException("a key of " + key.length + " bytes");
      }
      return new IdentityKey(key, random);
    } catch (IOException | IllegalArgumentException e) {
      throw new UncheckedIOException(
          new IOException("reading " + file.getFileName() + ": " + e.getMessage(), e));
    }
  }

  /** How a number is kept. */
  public Identity keep(String number) {
    String end = number.substring(number.length() - Identity.END_LENGTH);
    return new Identity(hash(number), seal(number), end);
  }

  private String hash(String number) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      byte[] text = ("number\n" + number).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(mac.doFinal(text));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java platform has HMAC-SHA-256", impossible);
    }
  }

  private String seal(String number) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          Cipher.ENCRYPT_MODE,
          new SecretKeySpec(key, "AES"),
          new GCMParameterSpec(TAG_BITS, nonce));
      byte[] sealed = cipher.doFinal(number.getBytes(StandardCharsets.UTF_8));
      byte[] all = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
      System.arraycopy(sealed, 0, all, NONCE_BYTES, sealed.length);
      return Base64.getEncoder().encodeToString(all);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java platform has AES-GCM", impossible);
    }
  }
}
