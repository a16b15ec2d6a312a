package io.jinlin.hub.residents;

import java.time.LocalDate;
import java.util.Set;

/** How a name is shown and spoken in public. */
public final class Names {

  /** Compound surnames still in use, from the register of surnames of 2020. */
  private static final Set<String> COMPOUND =
      Set.of(
          "欧阳", "上官", "司马", "诸葛", "司徒", "东方", "皇甫", "尉迟", "公孙", "令狐", "慕容", "夏侯", "端木", "轩辕", "宇文",
          "长孙", "申屠", "西门", "南宫", "司空", "闻人", "赫连", "澹台");

  private static final int SURNAME_MAX_LETTERS = 8;

  private Names() {}

  /** Surname and one star whatever the length: {@code 王*}, {@code 欧阳*}. */
  public static String masked(String name) {
    return surname(name) + "*";
  }

  /** Surname and title, so that a spouse's card is noticed: {@code 王奶奶}. */
  public static String voice(Person person, LocalDate day) {
    return surname(person.name()) + title(person, day);
  }

  /**
   * The surname: two characters when it is a compound one and a given name follows; of names in
   * other scripts the first part.
   */
  static String surname(String name) {
    String trimmed = name.strip();
    int space = Math.max(trimmed.indexOf(' '), trimmed.indexOf('·'));
    if (space > 0) {
      return trimmed.substring(0, Math.min(space, SURNAME_MAX_LETTERS));
    }
    int first = trimmed.offsetByCodePoints(0, 1);
    if (trimmed.length() > 2 && COMPOUND.contains(trimmed.substring(0, 2))) {
      return trimmed.substring(0, 2);
    }
    return trimmed.substring(0, first);
  }

  private static String title(Person person, LocalDate day) {
    int age = person.age(day);
    boolean woman = person.sex() == Sex.FEMALE;
    if (age < Person.ADULT_YEARS) {
      return "小朋友";
    }
    if (age < Person.ELDER_YEARS) {
      return woman ? "女士" : "先生";
    }
    return woman ? "奶奶" : "爷爷";
  }
}
