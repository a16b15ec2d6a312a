package io.jinlin.hub.accounts;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.util.random.RandomGenerator;

/**
 * Argon2id with 19 MiB, two passes and one lane, the first choice of the OWASP password storage
 * cheat sheet; 100–200 ms on a small machine.
 */
final class Passwords {

  /** Shortest password, in characters. */
  static final int MIN_LENGTH = 10;

  /** Longest, so that nobody makes the hub hash a megabyte. */
  static final int MAX_LENGTH = 128;

  /** Memory of one hash, in KiB. */
  static final int MEMORY_KIB = 19_456;

  private static final int PASSES = 2;
  private static final int LANES = 1;
  private static final int HASH_BYTES = 32;
  private static final int SALT_BYTES = 16;

  /** Without letters and digits that are taken for each other. */
  private static final String READABLE = "abcdefghjkmnpqrstuvwxyz23456789";

  private static final int GROUPS = 4;
  private static final int GROUP_LENGTH = 4;

  private final Argon2Function argon;
  private final RandomGenerator random;
  private final String nobody;

  Passwords(RandomGenerator random, int memoryKib) {
    this.argon = Argon2Function.getInstance(memoryKib, PASSES, LANES, HASH_BYTES, Argon2.ID);
    this.random = random;
    this.nobody = verifier(readable());
  }

  /** What to store instead of the password. */
  String verifier(String password) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    return Password.hash(password).addSalt(salt).with(argon).getResult();
  }

  boolean matches(String password, String verifier) {
    return Password.check(password, verifier).with(Argon2Function.getInstanceFromHash(verifier));
  }

  /** As much work as {@link #matches} for an account that does not exist. */
  void pretend(String password) {
    matches(password, nobody);
  }

  /** A new password that can be read aloud: four groups of four, 79 bits. */
  String readable() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < GROUPS * GROUP_LENGTH; i++) {
      if (i > 0 && i % GROUP_LENGTH == 0) {
        text.append('-');
      }
      text.append(READABLE.charAt(random.nextInt(READABLE.length())));
    }
    return text.toString();
  }

  static PasswordChange judge(String account, String password) {
    int length = password.codePointCount(0, password.length());
    if (length < MIN_LENGTH) {
      return PasswordChange.TOO_SHORT;
    }
    if (length > MAX_LENGTH) {
      return PasswordChange.TOO_LONG;
    }
    boolean easy = password.equalsIgnoreCase(account) || password.chars().distinct().count() < 4;
    return easy ? PasswordChange.TOO_EASY : PasswordChange.CHANGED;
  }
}
