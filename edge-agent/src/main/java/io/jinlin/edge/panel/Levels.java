package io.jinlin.edge.panel;

/** What is on. */
record Levels(boolean green, boolean amber, boolean red, boolean buzzer) {
  static final Levels OFF = new Levels(false, false, false, false);
  static final Levels GREEN = new Levels(true, false, false, false);
  static final Levels AMBER = new Levels(false, true, false, false);
  static final Levels RED = new Levels(false, false, true, false);

  Levels buzzing() {
    return new Levels(green, amber, red, true);
  }

  boolean on(Part part) {
    return switch (part) {
      case GREEN -> green;
      case AMBER -> amber;
      case RED -> red;
      case BUZZER -> buzzer;
    };
  }

  /** What can be wired; any of it may be missing. */
  enum Part {
    GREEN,
    AMBER,
    RED,
    BUZZER
  }
}
