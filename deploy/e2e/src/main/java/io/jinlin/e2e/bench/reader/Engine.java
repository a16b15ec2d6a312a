package io.jinlin.e2e.bench.reader;

import io.jinlin.kiosk.reader.Frame;
import java.util.Optional;

/** A QR reader as the tables see it. One instance is used by one thread. */
interface Engine {
  /** A column's title. */
  String name();

  /** The text of a code in the frame. */
  Optional<String> read(Frame frame);
}
