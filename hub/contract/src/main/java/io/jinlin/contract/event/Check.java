package io.jinlin.contract.event;

/**
 * The bounds that every value of the contract keeps; each failure names the field, never its
 * content.
 */
public final class Check {
  /** Longest identifier in characters. */
  public static final int MAX_ID_LENGTH = 40;

  private Check() {}

  /** An identifier: lower-case letters, digits and hyphens, 1–40 characters. */
  public static void id(String field, String value) {
    if (!isId(value)) {
      throw new IllegalArgumentException(field + " is not an identifier of [a-z0-9-], 1 to 40");
    }
  }

  /** Whether a text has the shape of every identifier: {@code [a-z0-9][a-z0-9-]{0,39}}. */
  public static boolean isId(String value) {
    int length = value.length();
    if (length == 0 || length > MAX_ID_LENGTH || value.charAt(0) == '-') {
      return false;
    }
    for (int i = 0; i < length; i++) {
      char c = value.charAt(i);
      if ((c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-') {
        return false;
      }
    }
    return true;
  }

  /** A short text, not blank, on one line. */
  public static void note(String field, String value) {
    if (value.isBlank() || value.length() > Fact.MAX_NOTE_LENGTH) {
      throw new IllegalArgumentException(
          field + " is blank or longer than " + Fact.MAX_NOTE_LENGTH + " characters");
    }
    if (value.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(field + " has control characters");
    }
  }

  /** A number within bounds, both included. */
  public static void range(String field, long value, long least, long most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(field + " is not between " + least + " and " + most);
    }
  }
}
