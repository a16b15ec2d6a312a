package io.jinlin.kiosk.reader;

import java.util.Optional;

/** Something that cards are read through, for as long as the kiosk runs. */
public interface CardSource extends AutoCloseable {
  /** Begins in a thread of its own and returns at once; what fails later is a problem, no error. */
  void start();

  /** What is wrong now, an identifier for the device's health such as {@code camera-lost}. */
  Optional<String> problem();

  /** Ends the thread and whatever it started; waits for a second at most. */
  @Override
  void close();
}
