package io.jinlin.kiosk.decode;

import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;

/**
 * What the format information of a code says (ISO/IEC 18004, 7.9).
 *
 * @param code its 15 bits, masked as they stand in the code
 * @param level of error correction
 * @param mask pattern, 0 to 7
 * @param agreement of the modules with it, −1 to 1
 * @param distance modules of the better of its two copies that differ, 0 to 15
 * @param mirrored whether the code is seen from behind
 */
record Format(
    int code,
    ErrorCorrectionLevel level,
    int mask,
    double agreement,
    int distance,
    boolean mirrored) {
  private static final int GENERATOR = 0x537;
  private static final int VEIL = 0x5412;
  static final int BITS = 15;

  /** More wrong bits than the BCH code corrects are no format information. */
  static final int MAX_DISTANCE = 3;

  private static final int[] CODES = new int[32];

  static {
    for (int data = 0; data < 32; data++) {
      int rest = data << 10;
      for (int bit = 14; bit >= 10; bit--) {
        if ((rest >> bit & 1) != 0) {
          rest ^= GENERATOR << bit - 10;
        }
      }
      CODES[data] = (data << 10 | rest) ^ VEIL;
    }
  }

  /** Column of a bit of the first copy, bit 14 first: along the top left finder pattern. */
  static int firstX(int bit) {
    return bit < 6 ? bit : bit < 8 ? bit == 6 ? 7 : 8 : 8;
  }

  static int firstY(int bit) {
    return bit < 8 ? 8 : bit == 8 ? 7 : 14 - bit;
  }

  static int secondX(int bit, int dimension) {
    return bit < 7 ? 8 : dimension - 15 + bit;
  }

  static int secondY(int bit, int dimension) {
    return bit < 7 ? dimension - 1 - bit : 8;
  }

  /** The format that the modules hold most likely, in a code seen from before or from behind. */
  static Format of(ModuleValues modules, boolean mirrored) {
    int dimension = modules.dimension();
    int best = 0;
    double bestSum = Double.NEGATIVE_INFINITY;
    double weight = 1e-9;
    float[] first = new float[BITS];
    float[] second = new float[BITS];
    for (int bit = 0; bit < BITS; bit++) {
      first[bit] = darkness(modules, firstX(bit), firstY(bit), mirrored);
      second[bit] = darkness(modules, secondX(bit, dimension), secondY(bit, dimension), mirrored);
      weight += Math.abs(first[bit]) + Math.abs(second[bit]);
    }
    for (int data = 0; data < CODES.length; data++) {
      double sum = 0;
      for (int bit = 0; bit < BITS; bit++) {
        float both = first[bit] + second[bit];
        sum += (CODES[data] >> 14 - bit & 1) == 1 ? both : -both;
      }
      if (sum > bestSum) {
        bestSum = sum;
        best = data;
      }
    }
    int distance = Math.min(distance(CODES[best], first), distance(CODES[best], second));
    return new Format(
        CODES[best],
        ErrorCorrectionLevel.forBits(best >> 3),
        best & 7,
        bestSum / weight,
        distance,
        mirrored);
  }

  private static float darkness(ModuleValues modules, int x, int y, boolean mirrored) {
    return mirrored ? modules.darkness(y, x) : modules.darkness(x, y);
  }

  private static int distance(int code, float[] bits) {
    int distance = 0;
    for (int bit = 0; bit < BITS; bit++) {
      if ((code >> 14 - bit & 1) == 1 != bits[bit] > 0) {
        distance++;
      }
    }
    return distance;
  }

  /** Whether the mask turns a module over (ISO/IEC 18004, table 10). */
  boolean flips(int x, int y) {
    return switch (mask) {
      case 0 -> (x + y) % 2 == 0;
      case 1 -> y % 2 == 0;
      case 2 -> x % 3 == 0;
      case 3 -> (x + y) % 3 == 0;
      case 4 -> (y / 2 + x / 3) % 2 == 0;
      case 5 -> x * y % 6 == 0;
      case 6 -> x * y % 6 < 3;
      default -> (x + y + x * y % 3) % 2 == 0;
    };
  }
}
