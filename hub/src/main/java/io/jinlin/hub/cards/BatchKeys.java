package io.jinlin.hub.cards;

import io.jinlin.contract.card.CardCode;
import io.jinlin.contract.card.CardReading;
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
import java.util.Optional;
import java.util.random.RandomGenerator;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key for each batch whose codes may still be printed, in a folder that no backup holds. Without
 * its key what the database, its backups and the journal have of the codes is noise; so deleting
 * the file makes them unreadable everywhere.
 */
final class BatchKeys {
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final Path folder;
  private final RandomGenerator random;

  BatchKeys(Path folder, RandomGenerator random) {
    this.folder = folder;
    this.random = random;
  }

  private Path file(String batch) {
    return folder.resolve(batch + ".key");
  }

  /** Makes the key of a new batch. */
  byte[] make(String batch) {
    byte[] key = new byte[KEY_BYTES];
    random.nextBytes(key);
    try {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      Files.createFile(
          file(batch),
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(file(batch), HexFormat.of().formatHex(key));
      return key;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The key of a batch; empty when it is gone. */
  Optional<byte[]> find(String batch) {
    try {
      return Files.exists(file(batch))
          ? Optional.of(HexFormat.of().parseHex(Files.readString(file(batch)).strip()))
          : Optional.empty();
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Forgets a key for good. */
  void forget(String batch) {
    try {
      Files.deleteIfExists(file(batch));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String seal(byte[] key, CardCode code) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] text = code.text().getBytes(StandardCharsets.US_ASCII);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce).doFinal(text);
      byte[] all = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
      System.arraycopy(sealed, 0, all, NONCE_BYTES, sealed.length);
      return Base64.getEncoder().encodeToString(all);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java platform has AES-GCM", impossible);
    }
  }

  /** The code in a seal; empty when it was sealed with another key. */
  static Optional<CardCode> open(byte[] key, String seal) {
    try {
      byte[] all = Base64.getDecoder().decode(seal);
      byte[] nonce = Arrays.copyOf(all, NONCE_BYTES);
      byte[] text =
          cipher(Cipher.DECRYPT_MODE, key, nonce)
              .doFinal(all, NONCE_BYTES, all.length - NONCE_BYTES);
      CardReading reading = CardCode.read(new String(text, StandardCharsets.US_ASCII));
      return reading instanceof CardReading.Card card ? Optional.of(card.code()) : Optional.empty();
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Cipher cipher(int mode, byte[] key, byte[] nonce) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    return cipher;
  }
}
