package io.jinlin.kiosk.decode;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the QR code in a picture. */
public final class QrDecoder {
  private static final int MAX_TRIPLES = 12;

  private QrDecoder() {}

  /** Reads a still picture with every look, within a deadline. */
  public static Optional<Reading> still(GreyImage image, Deadline deadline) {
    Pyramid pyramid = new Pyramid(image);
    SymbolReader symbols = new SymbolReader(pyramid, true, deadline);
    List<Finder> pool = new ArrayList<>();
    for (Look look : Look.values()) {
      List<Finder> finders = look.finders(pyramid, 1, deadline);
      Optional<Reading> reading = first(symbols, Triple.of(finders), look.name());
      if (reading.isPresent()) {
        return reading;
      }
      for (Finder finder : finders) {
        if (pool.stream().noneMatch(finder::sameAs)) {
          pool.add(finder);
        }
      }
      if (deadline.passed()) {
        return Optional.empty();
      }
    }
    return first(symbols, Triple.of(pool), "pool");
  }

  private static Optional<Reading> first(SymbolReader symbols, List<Triple> triples, String look) {
    for (Triple triple : triples.subList(0, Math.min(MAX_TRIPLES, triples.size()))) {
      Optional<Reading> reading = symbols.read(triple);
      if (reading.isPresent()) {
        Reading found = reading.get();
        return Optional.of(
            new Reading(
                found.text(),
                found.corners(),
                look.toLowerCase(Locale.ROOT) + ":" + found.strategy(),
                found.agreement()));
      }
    }
    return Optional.empty();
  }
}
