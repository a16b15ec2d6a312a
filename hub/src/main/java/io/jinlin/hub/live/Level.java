package io.jinlin.hub.live;

/** How full a place is, in words that the public may see. */
enum Level {
  /** Nothing was seen today: not known, which is not the same as empty. */
  NONE("none"),
  EMPTY("empty"),
  OK("ok"),
  NEARLY_FULL("nearly-full"),
  FULL("full");

  private final String word;

  Level(String word) {
    this.word = word;
  }

  String word() {
    return word;
  }

  static Level of(int people, int capacity, int softPercent) {
    if (people <= 0) {
      return EMPTY;
    }
    if (people >= capacity) {
      return FULL;
    }
    return people * 100L >= (long) capacity * softPercent ? NEARLY_FULL : OK;
  }
}
