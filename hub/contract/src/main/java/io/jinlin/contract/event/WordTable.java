package io.jinlin.contract.event;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The wire words of one enumeration, looked up without making strings. */
public final class WordTable<E extends Enum<E>> {
  private final E[] constants;
  private final String[] words;
  private final Map<String, E> byWord = new HashMap<>();

  private WordTable(E[] constants) {
    this.constants = constants;
    words = new String[constants.length];
    for (E constant : constants) {
      words[constant.ordinal()] = Words.of(constant);
      byWord.put(words[constant.ordinal()], constant);
    }
  }

  /** The table of an enumeration that has at least one constant. */
  public static <E extends Enum<E>> WordTable<E> of(Class<E> type) {
    return new WordTable<>(type.getEnumConstants());
  }

  /** The wire word. */
  public String word(E constant) {
    return words[constant.ordinal()];
  }

  /** The constant of a wire word; empty for any other text. */
  public Optional<E> find(String word) {
    return Optional.ofNullable(byWord.get(word));
  }

  /** All words, in the order of the constants. */
  public List<String> words() {
    return List.of(words);
  }

  /** The first constant. */
  public E first() {
    return constants[0];
  }
}
