package io.jinlin.hub.residents;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.sourceforge.pinyin4j.PinyinHelper;

/**
 * Whether letters are the pinyin of a name: in full, initials, or a mixture ({@code wangxy} for
 * 王秀英), the last syllable unfinished, each character by any of its readings (曾: ceng, zeng).
 */
final class Pinyin {
  private static final List<String> NONE = List.of();

  private final Map<Character, List<String>> readings = new ConcurrentHashMap<>();

  /** Reads the dictionary now, which takes half a second, and not with the first question. */
  Pinyin() {
    of('王');
  }

  /** Whether a name begins with what the letters, lower case without spaces, may stand for. */
  boolean begins(String name, String letters) {
    return begins(name, 0, letters);
  }

  private boolean begins(String name, int at, String letters) {
    if (letters.isEmpty()) {
      return true;
    }
    if (at == name.length()) {
      return false;
    }
    for (String reading : of(name.charAt(at))) {
      boolean whole = letters.startsWith(reading);
      if (reading.startsWith(letters)
          || (whole && begins(name, at + 1, letters.substring(reading.length())))
          || (letters.charAt(0) == reading.charAt(0)
              && begins(name, at + 1, letters.substring(1)))) {
        return true;
      }
    }
    return false;
  }

  private List<String> of(char character) {
    return readings.computeIfAbsent(character, Pinyin::read);
  }

  private static List<String> read(char character) {
    String[] toned = PinyinHelper.toHanyuPinyinStringArray(character);
    if (toned == null) {
      return Character.isLetter(character)
          ? List.of(String.valueOf(Character.toLowerCase(character)))
          : NONE;
    }
    return Arrays.stream(toned).map(Pinyin::plain).distinct().toList();
  }

  /** Without its tone; ü is typed as v. */
  private static String plain(String toned) {
    return toned.replaceAll("[0-9]", "").replace("u:", "v");
  }
}
