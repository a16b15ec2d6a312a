package io.jinlin.contract.event;

/** The bounds that every value of the contract keeps; each failure names the field. */
public final class Check {
  private Check() {}

  /** An identifier: lower-case letters, digits and hyphens, 1–40 characters. */
  public static void id(String field, String value) {
    if (!Occasion.ID.matcher(value).matches()) {
      throw new IllegalArgumentException(field + " is not an identifier of [a-z0-9-], 1 to 40");
    }
  }

  /** A short text, not blank. */
  public static void note(String field, String value) {
    if (value.isBlank() || value.length() > Fact.MAX_NOTE_LENGTH) {
      throw new IllegalArgumentException(
          field + " is blank or longer than " + Fact.MAX_NOTE_LENGTH + " characters");
    }
  }

  /** A number within bounds, both included. */
  public static void range(String field, long value, long least, long most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          field + " " + value + " is not between " + least + " and " + most);
    }
  }
}
