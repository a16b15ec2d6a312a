package io.jinlin.edge.gpio;

import java.util.function.Consumer;

/**
 * The pins of the board by their BCM numbers ({@value #MIN_PIN}–{@value #MAX_PIN}). A pin that
 * cannot be had is answered with the reason, and nothing is thrown.
 */
public interface Gpio extends AutoCloseable {
  /** Lowest BCM number on the 40-pin header that is free for use. */
  int MIN_PIN = 0;

  /** Highest BCM number on the 40-pin header. */
  int MAX_PIN = 27;

  /** The board has no GPIO chip, as on a PC. */
  String ABSENT = "gpio-absent";

  /** The user may not open the GPIO chip: not in the group {@code gpio}. */
  String DENIED = "gpio-denied";

  /** The chip or a pin refused: taken by another process, or a board Pi4J does not know. */
  String FAILED = "gpio-failed";

  /**
   * Watches an input.
   *
   * @param pull the resistor to set
   * @param listener told whether the pin is high, on a thread of Pi4J's: it must only enqueue
   */
  Answer<Input> input(int pin, Pull pull, Consumer<Boolean> listener);

  /** Drives an output, low at first and low again when closed. */
  Answer<Output> output(int pin);

  @Override
  void close();

  /** The resistor inside the chip. */
  enum Pull {
    UP,
    DOWN,
    NONE
  }

  /** A watched pin. */
  interface Input {
    /** The level now. */
    boolean high();
  }

  /** A driven pin. */
  interface Output {
    /** Sets the level; the problem when the pin refused, else empty. */
    String set(boolean high);
  }

  /** A pin or the board, or why it cannot be had. */
  sealed interface Answer<T> {
    /** It can be used. */
    record Ready<T>(T value) implements Answer<T> {}

    /**
     * It cannot.
     *
     * @param problem {@link #ABSENT}, {@link #DENIED} or {@link #FAILED}
     * @param detail what to do about it
     */
    record Missing<T>(String problem, String detail) implements Answer<T> {}
  }
}
