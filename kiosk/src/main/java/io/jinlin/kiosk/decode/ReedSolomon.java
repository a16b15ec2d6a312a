package io.jinlin.kiosk.decode;

import java.util.Arrays;

/**
 * The code of ISO/IEC 18004 over GF(256), polynomial 0x11D, with erasures: a codeword known to be
 * doubtful costs half of what an unknown error costs (Forney 1965).
 */
final class ReedSolomon {
  private static final int[] EXP = new int[512];
  private static final int[] LOG = new int[256];

  static {
    int value = 1;
    for (int i = 0; i < 255; i++) {
      EXP[i] = value;
      EXP[i + 255] = value;
      LOG[value] = i;
      value <<= 1;
      if (value > 255) {
        value ^= 0x11d;
      }
    }
  }

  private ReedSolomon() {}

  private static int multiply(int a, int b) {
    return a == 0 || b == 0 ? 0 : EXP[LOG[a] + LOG[b]];
  }

  private static int inverse(int a) {
    return EXP[255 - LOG[a]];
  }

  /**
   * Corrects a block in place.
   *
   * @param block data, then check codewords; left as it was when the answer is negative
   * @param checks how many of them are check codewords
   * @param erased places of doubtful codewords, at most {@code checks}
   * @return how many codewords outside the erased places were wrong; −1 when it cannot be corrected
   */
  static int correct(int[] block, int checks, int[] erased) {
    int[] syndromes = syndromes(block, checks);
    if (Arrays.stream(syndromes).allMatch(s -> s == 0)) {
      return 0;
    }
    int n = block.length;
    int[] locator = erasureLocator(n, erased);
    if (!massey(locator, syndromes, checks, erased.length)) {
      return -1;
    }
    int degree = degree(locator);
    int[] places = roots(locator, n, degree);
    if (places.length != degree || 2 * (degree - erased.length) + erased.length > checks) {
      return -1;
    }
    int[] fixed = block.clone();
    forney(fixed, syndromes, locator, places, checks);
    if (!Arrays.stream(syndromes(fixed, checks)).allMatch(s -> s == 0)) {
      return -1;
    }
    System.arraycopy(fixed, 0, block, 0, n);
    return degree - erased.length;
  }

  private static int[] syndromes(int[] block, int checks) {
    int[] out = new int[checks];
    for (int i = 0; i < checks; i++) {
      int sum = 0;
      for (int codeword : block) {
        sum = multiply(sum, EXP[i]) ^ codeword;
      }
      out[i] = sum;
    }
    return out;
  }

  /** Product of (1 − x·α^place), lowest power first. */
  private static int[] erasureLocator(int n, int[] erased) {
    int[] locator = new int[n + 2];
    locator[0] = 1;
    for (int k = 0; k < erased.length; k++) {
      int root = EXP[n - 1 - erased[k]];
      for (int i = k + 1; i > 0; i--) {
        locator[i] ^= multiply(locator[i - 1], root);
      }
    }
    return locator;
  }

  /** Berlekamp and Massey, begun with the erasures; leaves the locator of all in its argument. */
  private static boolean massey(int[] locator, int[] syndromes, int checks, int erasures) {
    int[] previous = locator.clone();
    int length = erasures;
    for (int step = erasures; step < checks; step++) {
      int discrepancy = 0;
      for (int i = 0; i <= step; i++) {
        discrepancy ^= multiply(locator[i], syndromes[step - i]);
      }
      System.arraycopy(previous, 0, previous, 1, previous.length - 1);
      previous[0] = 0;
      if (discrepancy != 0) {
        int[] before = locator.clone();
        for (int i = 0; i < locator.length; i++) {
          locator[i] ^= multiply(discrepancy, previous[i]);
        }
        if (2 * length <= step + erasures) {
          length = step + 1 + erasures - length;
          int scale = inverse(discrepancy);
          for (int i = 0; i < previous.length; i++) {
            previous[i] = multiply(before[i], scale);
          }
        }
      }
    }
    return degree(locator) == length && length <= checks;
  }

  private static int degree(int[] polynomial) {
    int degree = polynomial.length - 1;
    while (degree > 0 && polynomial[degree] == 0) {
      degree--;
    }
    return degree;
  }

  private static int evaluate(int[] polynomial, int degree, int x) {
    int sum = 0;
    for (int i = degree; i >= 0; i--) {
      sum = multiply(sum, x) ^ polynomial[i];
    }
    return sum;
  }

  private static int[] roots(int[] locator, int n, int degree) {
    int[] places = new int[degree];
    int count = 0;
    for (int place = 0; place < n; place++) {
      int inverseRoot = EXP[(255 - (n - 1 - place) % 255) % 255];
      if (evaluate(locator, degree, inverseRoot) == 0) {
        if (count == degree) {
          return new int[0];
        }
        places[count++] = place;
      }
    }
    return count == degree ? places : new int[0];
  }

  private static void forney(
      int[] block, int[] syndromes, int[] locator, int[] places, int checks) {
    int[] evaluator = new int[checks];
    for (int i = 0; i < checks; i++) {
      for (int k = 0; k <= i && k < locator.length; k++) {
        evaluator[i] ^= multiply(locator[k], syndromes[i - k]);
      }
    }
    int n = block.length;
    for (int place : places) {
      int x = EXP[n - 1 - place];
      int xInverse = inverse(x);
      int derivative = 0;
      for (int i = 1; i < locator.length; i += 2) {
        derivative ^= multiply(locator[i], EXP[(i - 1) * LOG[xInverse] % 255]);
      }
      if (derivative != 0) {
        int value = multiply(evaluate(evaluator, checks - 1, xInverse), inverse(derivative));
        // The first root of the generator is α^0, hence the factor.
        block[place] ^= multiply(value, x);
      }
    }
  }
}
