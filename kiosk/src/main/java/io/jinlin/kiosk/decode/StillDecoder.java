package io.jinlin.kiosk.decode;

import java.util.Optional;

/** Reads the QR code in a still picture with every look. */
public final class StillDecoder {
  private static final int MAX_TRIPLES = 12;

  /** After this look a hidden pattern is likelier than one that the next looks show. */
  private static final Look HALFWAY = Look.QUARTER_MEAN;

  private final Search search;
  private final Deadline deadline;

  /** For one picture, to be read within a deadline. */
  public StillDecoder(GreyImage image, Deadline deadline) {
    this.search = new Search(image, SymbolReader.Effort.STILL, deadline);
    this.deadline = deadline;
  }

  /** Reads a picture, within a deadline. */
  public static Optional<Reading> read(GreyImage image, Deadline deadline) {
    return new StillDecoder(image, deadline).read();
  }

  /** Reads it. */
  public Optional<Reading> read() {
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

  /** Whether a code is certainly there, read or not: a grid fits what is known of codes. */
  public boolean isCertain() {
    return search.promising();
  }

  /** What it showed of codes until now, read or not. */
  public Glimpse glimpse() {
    return search.glimpse();
  }
}
