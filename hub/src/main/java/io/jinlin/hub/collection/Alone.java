package io.jinlin.hub.collection;

import io.jinlin.contract.event.Check;
import java.time.LocalDate;
import java.util.OptionalLong;

/**
 * A guardian signed that a child may leave alone (自行离校).
 *
 * @param from the first day
 * @param until the last day
 * @param signer who signed, 1 to {@value #MAX_SIGNER_LENGTH} characters
 * @param endedMillis since when it holds no more, whatever its last day
 */
public record Alone(
    String id,
    long child,
    LocalDate from,
    LocalDate until,
    String signer,
    long atMillis,
    String by,
    OptionalLong endedMillis) {
  /** Longest name of who signed, in characters. */
  public static final int MAX_SIGNER_LENGTH = 40;

  /** Age from which a child may leave alone where nobody said otherwise, in years. */
  public static final int USUAL_AGE = 12;

  public Alone {
    Check.range("signer", signer.length(), 1, MAX_SIGNER_LENGTH);
    if (until.isBefore(from)) {
      throw new IllegalArgumentException("an authorisation that ends before it begins");
    }
  }

  /** Whether it holds on a day. */
  public boolean holdsOn(LocalDate day) {
    return endedMillis.isEmpty() && !day.isBefore(from) && !day.isAfter(until);
  }

  /** Without the name. */
  @Override
  public String toString() {
    return "Alone[" + id + "]";
  }
}
