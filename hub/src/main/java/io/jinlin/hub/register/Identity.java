package io.jinlin.hub.register;

import io.jinlin.contract.event.Check;

/**
 * A person's ID number as it is kept.
 *
 * @param hash by which the same number is found again, keyed; 64 hexadecimal digits
 * @param sealed the number itself, sealed with the hub's own key
 * @param end its last four characters, which staff see
 */
public record Identity(String hash, String sealed, String end) {
  /** How many characters are shown. */
  public static final int END_LENGTH = 4;

  public Identity {
    Check.range("hash", hash.length(), 64, 64);
    Check.range("end", end.length(), END_LENGTH, END_LENGTH);
  }

  @Override
  public String toString() {
    return "Identity[]";
  }
}
