package io.jinlin.kiosk.decode;

import java.util.Optional;

/**
 * Reads one frame of many within its budget. Every frame gets the looks that read most for their
 * cost and one of the others in turn; more of them only where finder patterns were seen, so that an
 * empty frame stays cheap. The look that helped is asked again on the next frame.
 *
 * <p>One instance belongs to one source and one thread.
 */
public final class FrameDecoder {
  /**
   * From this size on, in pixels, the half-size picture is looked at first: it shows most cards at
   * a quarter of the time.
   */
  private static final int LARGE_PIXELS = 800 * 600;

  /** Every third row meets a finder pattern of one pixel a module; large pictures need no more. */
  private static final int LARGE_STEP = 3;

  private static final int MAX_TRIPLES = 4;

  /** Threes of patterns are worth the rest of the budget. */
  private static final int WORTH_MORE = 3;

  private static final Look[] CHEAP = {
    Look.QUARTER_MEAN, Look.HALF_GLOBAL, Look.HALF_LIGHT, Look.HALF_MEAN, Look.EIGHTH_MEAN
  };

  private static final Look[] DEAR = {
    Look.MEAN, Look.HALF_MEAN, Look.LIGHT, Look.WIDE_MEAN, Look.GLOBAL, Look.QUARTER_MEAN
  };

  private int cheap;
  private int dear;
  private Optional<Look> helped = Optional.empty();
  private Optional<Search> last = Optional.empty();

  /** Reads one frame. */
  public Optional<Reading> read(GreyImage frame, Deadline deadline) {

    Search search = new Search(frame, SymbolReader.Effort.FRAME, deadline);
    last = Optional.of(search);
    boolean large = frame.luma().length >= LARGE_PIXELS;
    Look first = helped.orElse(large ? Look.HALF_BLOCKS : Look.BLOCKS);
    Optional<Reading> reading = look(search, first, large);
    helped = reading.map(found -> first);
    if (reading.isPresent()) {
      return reading;
    }
    if (deadline.passed()) {
      // On a machine too slow for a second look the next frame begins with another one.
      dear = (dear + 1) % DEAR.length;
      helped = first == DEAR[dear] ? Optional.empty() : Optional.of(DEAR[dear]);
      return reading;
    }
    reading = look(search, first == Look.BLOCKS ? Look.HALF_BLOCKS : Look.BLOCKS, large);
    if (reading.isPresent() || deadline.passed()) {
      return reading;
    }
    cheap = (cheap + 1) % CHEAP.length;
    reading = look(search, CHEAP[cheap], large);
    int more = DEAR.length;
    while (reading.isEmpty() && more > 0 && worthMore(search) && !deadline.passed()) {
      dear = (dear + 1) % DEAR.length;
      more--;
      reading = look(search, DEAR[dear], large);
    }
    return reading;
  }

  /** Reads one frame in which probably nothing is, although its background may look like codes. */
  public Optional<Reading> brief(GreyImage frame, Deadline deadline) {
    Search search = new Search(frame, SymbolReader.Effort.FRAME, deadline);
    last = Optional.of(search);
    boolean large = frame.luma().length >= LARGE_PIXELS;
    Optional<Reading> reading = look(search, helped.orElse(Look.HALF_BLOCKS), large);
    helped = reading.isPresent() ? helped : Optional.empty();
    cheap = (cheap + 1) % (2 * CHEAP.length);
    if (reading.isEmpty() && !deadline.passed()) {
      reading = look(search, cheap % 2 == 0 ? Look.BLOCKS : CHEAP[cheap / 2], large);
    }
    return reading;
  }

  /** What the last frame showed of codes, read or not. */
  public Glimpse glimpse() {
    return last.map(Search::glimpse).orElse(Glimpse.NOTHING);
  }

  private static boolean worthMore(Search search) {
    return search.promising() || search.seen() >= WORTH_MORE;
  }

  private Optional<Reading> look(Search search, Look look, boolean large) {
    int step = large && look.isWhole() ? LARGE_STEP : 1;
    Optional<Reading> reading = search.look(look, step, MAX_TRIPLES);
    if (reading.isPresent()) {
      helped = Optional.of(look);
    }
    return reading;
  }
}
