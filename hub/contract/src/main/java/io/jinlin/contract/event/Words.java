package io.jinlin.contract.event;

import java.util.Locale;

/** The words of the wire: a constant {@code DINE_IN} is written {@code dine-in}. */
public final class Words {
  private Words() {}

  /** The wire word of a constant. */
  public static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The constant of a wire word.
   *
   * @throws IllegalArgumentException naming the word, when it is none of them
   */
  public static <E extends Enum<E>> E of(Class<E> type, String word) {
    for (E constant : type.getEnumConstants()) {
      if (of(constant).equals(word)) {
        return constant;
      }
    }
    throw new IllegalArgumentException(type.getSimpleName() + " \"" + clip(word) + "\"");
  }

  private static String clip(String word) {
    return word.length() > 40 ? word.substring(0, 40) + "…" : word;
  }
}
