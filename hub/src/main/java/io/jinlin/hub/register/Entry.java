package io.jinlin.hub.register;

import io.jinlin.contract.event.Check;
import io.jinlin.hub.residents.Category;
import io.jinlin.hub.residents.Person;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * A person as the register has them.
 *
 * @param number of the street office's own register
 * @param lunar the birthday as it is kept, by the lunar calendar: {@code 农历三月初二}
 * @param categories those that hold
 */
public record Entry(
    Person person,
    Optional<String> number,
    Optional<Identity> identity,
    Optional<String> lunar,
    Set<Category.Kind> categories) {
  /** Longest number of a register, in characters. */
  public static final int MAX_NUMBER_LENGTH = 40;

  /** Longest lunar birthday, in characters. */
  public static final int MAX_LUNAR_LENGTH = 20;

  public Entry {
    number.ifPresent(text -> Check.range("number", text.length(), 1, MAX_NUMBER_LENGTH));
    lunar.ifPresent(text -> Check.range("lunar", text.length(), 1, MAX_LUNAR_LENGTH));
    EnumSet<Category.Kind> kinds = EnumSet.noneOf(Category.Kind.class);
    kinds.addAll(categories);
    categories = Set.copyOf(kinds);
  }

  /** Without any content. */
  @Override
  public String toString() {
    return "Entry[" + person.id() + "]";
  }
}
