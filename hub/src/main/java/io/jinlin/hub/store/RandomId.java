package io.jinlin.hub.store;

import java.util.HexFormat;
import java.util.random.RandomGenerator;

/** Names for what staff make: 16 hexadecimal digits that nobody has to count. */
public final class RandomId {
  private static final int BYTES = 8;

  private RandomId() {}

  /** A new one. */
  public static String next(RandomGenerator random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
