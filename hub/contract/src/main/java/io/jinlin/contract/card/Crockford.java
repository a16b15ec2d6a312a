package io.jinlin.contract.card;

/** Crockford's base 32: digits and letters without I, L, O, U; see crockford.com/base32.html. */
final class Crockford {
  private static final String SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  private Crockford() {}

  static char symbol(int value) {
    return SYMBOLS.charAt(value);
  }

  /** The value of an upper-case symbol, 0 to 31, or -1 for any other character. */
  static int value(char symbol) {
    return switch (symbol) {
      case 'O' -> 0;
      case 'I', 'L' -> 1;
      default -> SYMBOLS.indexOf(symbol);
    };
  }
}
