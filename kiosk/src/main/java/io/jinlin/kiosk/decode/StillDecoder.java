package io.jinlin.kiosk.decode;

import java.util.Optional;

/** Reads the QR code in a still picture with every look. */
public final class StillDecoder {
  private static final int MAX_TRIPLES = 12;

  /** After this look a hidden pattern is likelier than one that the next looks show. */
  private static final Look HALFWAY = Look.QUARTER_MEAN;

  private StillDecoder() {}

  /** Reads a picture, within a deadline. */
  public static Optional<Reading> read(GreyImage image, Deadline deadline) {
    Search search = new Search(image, SymbolReader.Effort.STILL, deadline);
    for (Look look : Look.values()) {
      Optional<Reading> reading = search.look(look, 1, MAX_TRIPLES);
      if (reading.isPresent() || deadline.passed()) {
        return reading;
      }
      if (look == HALFWAY) {
        reading = search.pairs();
      }
      if (reading.isPresent()) {
        return reading;
      }
    }
    return search.pairs();
  }
}
