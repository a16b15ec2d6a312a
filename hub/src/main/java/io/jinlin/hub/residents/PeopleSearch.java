package io.jinlin.hub.residents;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Finds people by what somebody at the desk has: a name or the beginning of one, its pinyin or
 * initials, the last four digits of a phone, an address. In memory: 14,000 people in a few
 * milliseconds.
 */
public final class PeopleSearch {
  /** Longest question, in characters. */
  public static final int MAX_TEXT_LENGTH = 40;

  private static final int PHONE_END = 4;

  /**
   * Somebody as the desk tells homonyms apart.
   *
   * @param address of the household
   */
  public record Found(Person person, Optional<String> address) {}

  private record Ranked(int rank, Found found) {}

  private final Map<Long, Found> everyone;
  private final Pinyin pinyin = new Pinyin();

  private PeopleSearch(Map<Long, Found> everyone) {
    this.everyone = everyone;
  }

  /** Reads everyone. */
  public static PeopleSearch load(Connection db) throws SQLException {
    Residents residents = new Residents(db);
    Map<Long, String> addresses = new HashMap<>();
    residents.households().forEach(home -> addresses.put(home.id(), home.address()));
    Map<Long, Found> everyone = new LinkedHashMap<>();
    for (Person person : residents.persons()) {
      Optional<String> address =
          person.household().isPresent()
              ? Optional.ofNullable(addresses.get(person.household().getAsLong()))
              : Optional.empty();
      everyone.put(person.id(), new Found(person, address));
    }
    return new PeopleSearch(everyone);
  }

  /** The person of a number. */
  public Optional<Found> find(long person) {
    return Optional.ofNullable(everyone.get(person));
  }

  /** Those who fit best, at most so many; nobody for an empty text. */
  public List<Found> find(String text, int limit) {
    String wanted = text.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", "");
    if (wanted.isEmpty() || wanted.length() > MAX_TEXT_LENGTH) {
      return List.of();
    }
    List<Ranked> ranked = new ArrayList<>();
    for (Found one : everyone.values()) {
      int rank = rank(one, wanted);
      if (rank < Integer.MAX_VALUE) {
        ranked.add(new Ranked(rank, one));
      }
    }
    return ranked.stream()
        .sorted(
            Comparator.comparingInt(Ranked::rank)
                .thenComparing(one -> one.found().person().name())
                .thenComparing(one -> one.found().person().id()))
        .limit(limit)
        .map(Ranked::found)
        .toList();
  }

  /** 0 for the best. */
  private int rank(Found one, String wanted) {
    String name = one.person().name().toLowerCase(Locale.ROOT);
    if (name.equals(wanted)) {
      return 0;
    }
    if (name.startsWith(wanted)) {
      return 1;
    }
    if (wanted.matches("\\d+")) {
      return endsPhone(one.person(), wanted) || endsAddress(one, wanted) ? 2 : Integer.MAX_VALUE;
    }
    if (wanted.matches("[a-z]+")) {
      return pinyin.begins(name, wanted) ? 3 : Integer.MAX_VALUE;
    }
    boolean within = name.contains(wanted) || one.address().orElse("").contains(wanted);
    return within ? 4 : Integer.MAX_VALUE;
  }

  private static boolean endsPhone(Person person, String digits) {
    return digits.length() >= PHONE_END && person.phone().orElse("").endsWith(digits);
  }

  /** A door is told by its room, which fewer than five digits are. */
  private static boolean endsAddress(Found one, String digits) {
    return digits.length() >= 3 && one.address().orElse("").endsWith("梯" + digits);
  }
}
