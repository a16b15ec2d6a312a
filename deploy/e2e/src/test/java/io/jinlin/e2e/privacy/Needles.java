package io.jinlin.e2e.privacy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Many secrets, each in every form in which a file could hold it, found in one pass. */
final class Needles {
  /**
   * Bytes of the shortest form that is looked for: a shorter one stands by chance in megabytes of
   * references and nonces. A name of two characters is looked for in UTF-8 and hexadecimal, not in
   * the four bytes that it has in UTF-16.
   */
  static final int SHORTEST = 6;

  /** Likewise for base64, of whose letters each is worth six bits. */
  private static final int SHORTEST_BASE64 = 8;

  private static final int FILTER_BITS = 22;
  private static final Charset GB18030 = Charset.forName("GB18030");

  private final Map<Long, List<Needle>> byHead = new HashMap<>();
  private final BitSet heads = new BitSet(1 << FILTER_BITS);

  private record Needle(String label, byte[] bytes) {}

  /**
   * A text that must not be found.
   *
   * @param label what is said when it is
   */
  void text(String label, String text) {
    for (Charset charset :
        List.of(
            StandardCharsets.UTF_8,
            StandardCharsets.UTF_16BE,
            StandardCharsets.UTF_16LE,
            GB18030)) {
      bytes(label, text.getBytes(charset));
    }
    StringBuilder escaped = new StringBuilder();
    text.chars().forEach(c -> escaped.append(String.format(Locale.ROOT, "\\u%04x", c)));
    raw(label, escaped.toString().getBytes(StandardCharsets.US_ASCII));
  }

  /** Bytes that must not be found: as they are, in hexadecimal, in base64 at any place of it. */
  void bytes(String label, byte[] bytes) {
    raw(label, bytes);
    String hex = HexFormat.of().formatHex(bytes);
    ascii(label, hex, 2 * SHORTEST);
    ascii(label, hex.toUpperCase(Locale.ROOT), 2 * SHORTEST);
    for (int before = 0; before < 3; before++) {
      byte[] padded = new byte[before + bytes.length];
      System.arraycopy(bytes, 0, padded, before, bytes.length);
      int from = (before * Byte.SIZE + 5) / 6;
      int until = padded.length * Byte.SIZE / 6;
      ascii(label, base64(padded, true).substring(from, until), SHORTEST_BASE64);
      ascii(label, base64(padded, false).substring(from, until), SHORTEST_BASE64);
    }
  }

  private static String base64(byte[] bytes, boolean url) {
    var encoder = url ? java.util.Base64.getUrlEncoder() : java.util.Base64.getEncoder();
    return encoder.encodeToString(bytes);
  }

  private void ascii(String label, String text, int shortest) {
    if (text.length() >= shortest) {
      raw(label, text.getBytes(StandardCharsets.US_ASCII));
    }
  }

  private void raw(String label, byte[] bytes) {
    if (bytes.length >= SHORTEST) {
      long head = head(bytes, 0);
      heads.set(filter(head));
      byHead.computeIfAbsent(head, none -> new ArrayList<>()).add(new Needle(label, bytes));
    }
  }

  private static long head(byte[] bytes, int at) {
    long head = 0;
    for (int i = 0; i < SHORTEST; i++) {
      head = head << Byte.SIZE | bytes[at + i] & 0xff;
    }
    return head;
  }

  private static int filter(long head) {
    return (int) (head * 0x9E3779B97F4A7C15L >>> Long.SIZE - FILTER_BITS);
  }

  /** The labels of what stands in these bytes. */
  Set<String> in(byte[] haystack) {
    Set<String> found = new TreeSet<>();
    for (int at = 0; at + SHORTEST <= haystack.length; at++) {
      long head = head(haystack, at);
      if (heads.get(filter(head))) {
        for (Needle needle : byHead.getOrDefault(head, List.of())) {
          if (stands(haystack, at, needle.bytes())) {
            found.add(needle.label());
          }
        }
      }
    }
    return found;
  }

  private static boolean stands(byte[] haystack, int at, byte[] needle) {
    return at + needle.length <= haystack.length
        && java.util.Arrays.equals(haystack, at, at + needle.length, needle, 0, needle.length);
  }
}
