package io.jinlin.contract.wire;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A header line and some lines after it, each but the last ended by a line feed. */
final class Lines {
  private static final byte END = '\n';

  private Lines() {}

  /**
   * Joins lines. A line feed inside a line can only come from a damaged disk; it becomes a space,
   * so that it spoils its own line and not its neighbours.
   */
  static byte[] join(byte[] header, List<byte[]> lines) {
    int length = header.length;
    for (byte[] line : lines) {
      length += 1 + line.length;
    }
    byte[] joined = Arrays.copyOf(header, length);
    int at = header.length;
    for (byte[] line : lines) {
      joined[at++] = END;
      for (byte b : line) {
        joined[at++] = b == END ? (byte) ' ' : b;
      }
    }
    return joined;
  }

  /** Where the header ends. */
  static int headerLength(byte[] bytes) {
    return next(bytes, 0);
  }

  /** How many lines follow the header. */
  static int count(byte[] bytes) {
    int count = 0;
    for (byte b : bytes) {
      count += b == END ? 1 : 0;
    }
    return count;
  }

  /** The lines after the header. */
  static List<byte[]> after(byte[] bytes, int headerLength) {
    List<byte[]> lines = new ArrayList<>();
    for (int at = headerLength; at < bytes.length; ) {
      int end = next(bytes, at + 1);
      lines.add(Arrays.copyOfRange(bytes, at + 1, end));
      at = end;
    }
    return lines;
  }

  private static int next(byte[] bytes, int from) {
    int at = from;
    while (at < bytes.length && bytes[at] != END) {
      at++;
    }
    return at;
  }
}
