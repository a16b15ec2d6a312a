package io.jinlin.hub.collection;

import io.jinlin.contract.card.CardKeys;
import io.jinlin.contract.event.Check;
import io.jinlin.contract.event.Fact;
import java.util.List;
import java.util.OptionalLong;

/**
 * 临时代接码: with it one named adult may collect children once.
 *
 * @param phone empty for none
 * @param children persons, 1 to {@link Fact#MAX_CHILDREN}
 * @param fromMillis from when, milliseconds since 1970 UTC
 * @param untilMillis until when, not included; at most {@value #MAX_DAYS} days later
 * @param overMillis since when it holds no more, whatever its end
 * @param overWhy {@code used}, {@code withdrawn}, {@code ended}; empty while it holds
 */
public record DelegateCode(
    CardKeys keys,
    String name,
    String relation,
    String phone,
    List<Long> children,
    long fromMillis,
    long untilMillis,
    long atMillis,
    String by,
    OptionalLong overMillis,
    String overWhy) {
  /** Longest time from beginning to end, in days. */
  public static final int MAX_DAYS = 7;

  /** Longest name, in characters. */
  public static final int MAX_NAME_LENGTH = 20;

  /** Longest relation or phone, in characters. */
  public static final int MAX_SHORT_LENGTH = 20;

  private static final long DAY_MS = 86_400_000;

  public DelegateCode {
    Check.range("name", name.length(), 1, MAX_NAME_LENGTH);
    Check.range("relation", relation.length(), 1, MAX_SHORT_LENGTH);
    Check.range("phone", phone.length(), 0, MAX_SHORT_LENGTH);
    Check.range("children", children.size(), 1, Fact.MAX_CHILDREN);
    Check.range("until", untilMillis - fromMillis, 1, MAX_DAYS * DAY_MS);
    children = List.copyOf(children);
  }

  /** Whether it held at a time, had nobody used or withdrawn it. */
  boolean covers(long atMillis) {
    return atMillis >= fromMillis && atMillis < untilMillis;
  }

  /** Without name and phone. */
  @Override
  public String toString() {
    return "DelegateCode[" + keys.ref() + "]";
  }
}
