package io.jinlin.contract.page;

import io.jinlin.contract.event.Check;
import java.util.EnumSet;
import java.util.Set;

/**
 * A dish on the menu.
 *
 * @param marks for whom it is meant, or for whom not
 */
public record Dish(String name, String nameEnglish, Set<Mark> marks) {
  /** Longest name, in characters. */
  public static final int MAX_NAME_LENGTH = 40;

  /** What a person asks the cook. */
  public enum Mark {
    /** 软食. */
    SOFT,
    /** 低盐. */
    LOW_SALT,
    /** 糖尿病餐. */
    DIABETIC,
    /** 素. */
    VEGETARIAN,
    /** 清真. */
    HALAL
  }

  public Dish {
    Check.note("dish", name);
    Check.range("dish", name.length(), 1, MAX_NAME_LENGTH);
    Check.range("dish_english", nameEnglish.length(), 0, MAX_NAME_LENGTH);
    marks = marks.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(marks));
  }
}
