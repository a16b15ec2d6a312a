package io.jinlin.hub.collection;

import io.jinlin.contract.event.Check;
import java.util.OptionalLong;

/**
 * Somebody must not collect a child (禁止接走).
 *
 * @param adult the person, if the register knows them
 * @param who a name or a description, 1 to {@value #MAX_WHO_LENGTH} characters
 * @param reason 1 to {@value #MAX_REASON_LENGTH} characters
 * @param endedMillis since when it holds no more
 */
public record Ban(
    String id,
    long child,
    OptionalLong adult,
    String who,
    String reason,
    long atMillis,
    String by,
    OptionalLong endedMillis) {
  /** Longest name or description, in characters. */
  public static final int MAX_WHO_LENGTH = 40;

  /** Longest reason, in characters. */
  public static final int MAX_REASON_LENGTH = 80;

  public Ban {
    Check.range("who", who.length(), 1, MAX_WHO_LENGTH);
    Check.range("reason", reason.length(), 1, MAX_REASON_LENGTH);
  }

  /** Whether it holds. */
  public boolean holds() {
    return endedMillis.isEmpty();
  }

  /** Whether it is of this adult: the same person, or the same name. */
  boolean isOf(Collector adult) {
    return (adult.person().isPresent() && adult.person().equals(this.adult))
        || who.equals(adult.name());
  }

  /** Without names. */
  @Override
  public String toString() {
    return "Ban[" + id + "]";
  }
}
