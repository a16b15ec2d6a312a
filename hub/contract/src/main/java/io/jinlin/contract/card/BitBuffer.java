package io.jinlin.contract.card;

/** A row of bits, most significant first, written at the end and read anywhere. */
final class BitBuffer {
  private final boolean[] bits;
  private int length;

  BitBuffer(int capacity) {
    bits = new boolean[capacity];
  }

  void append(int value, int count) {
    for (int i = count - 1; i >= 0; i--) {
      bits[length++] = (value >>> i & 1) == 1;
    }
  }

  int read(int from, int count) {
    int value = 0;
    for (int i = from; i < from + count; i++) {
      value = value << 1 | (bits[i] ? 1 : 0);
    }
    return value;
  }
}
