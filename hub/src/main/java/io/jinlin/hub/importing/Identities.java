package io.jinlin.hub.importing;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** ID numbers by GB 11643-1999; the check character is ISO 7064 MOD 11-2. */
final class Identities {
  private static final int LENGTH = 18;
  private static final int MODULUS = 11;
  private static final String CHECKS = "10X98765432";

  private Identities() {}

  /** Why a number is none: a key of the catalogue {@code imports}; empty when it is one. */
  static Optional<String> wrong(String number) {
    if (!number.matches("\\d{17}[\\dX]")) {
      return Optional.of("identity-length");
    }
    if (born(number).isEmpty()) {
      return Optional.of("identity-date");
    }
    int sum = 0;
    for (int i = 0; i < LENGTH - 1; i++) {
      int weight = (1 << (LENGTH - 1 - i)) % MODULUS;
      sum += weight * (number.charAt(i) - '0');
    }
    char check = CHECKS.charAt(sum % MODULUS);
    return check == number.charAt(LENGTH - 1) ? Optional.empty() : Optional.of("identity-check");
  }

  /** The birthday in a number. */
  static Optional<LocalDate> born(String number) {
    try {
      int year = Integer.parseInt(number.substring(6, 10));
      int month = Integer.parseInt(number.substring(10, 12));
      return Optional.of(LocalDate.of(year, month, Integer.parseInt(number.substring(12, 14))));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Whether the number is a woman's. */
  static boolean woman(String number) {
    return (number.charAt(16) - '0') % 2 == 0;
  }
}
