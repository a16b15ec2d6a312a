package io.jinlin.kiosk.decode;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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

  /** A few of the cheaper looks a frame, in turn: screens, light on dark, blur, codes held near. */
  private static final List<List<Look>> TURNS =
      List.of(
          List.of(Look.QUARTER_MEAN, Look.HALF_LIGHT),
          List.of(Look.HALF_MEAN),
          List.of(Look.HALF_GLOBAL, Look.HALF_LIGHT),
          List.of(Look.QUARTER_MEAN));

  /** Where finder patterns were seen, as many as the budget allows, in turn. */
  private static final List<Look> DEAR =
      List.of(
          Look.HALF_MEAN, Look.MEAN, Look.HALF_LIGHT_MEAN, Look.WIDE_MEAN, Look.LIGHT, Look.GLOBAL);

  /** Dear looks in one frame where nothing but two patterns says that there is a code. */
  private static final int DEAR_FOR_TWO = 2;

  private int turn;
  private int dear;
  private int pairs;
  private Optional<Look> helped = Optional.empty();
  private Optional<Search> last = Optional.empty();

  /** Reads one frame. */
  public Optional<Reading> read(GreyImage frame, Deadline deadline) {
    return read(frame, true, deadline);
  }

  private Optional<Reading> read(GreyImage frame, boolean both, Deadline deadline) {
    Search search = begin(frame, deadline);
    boolean large = frame.luma().length >= LARGE_PIXELS;
    Set<Look> looks = new LinkedHashSet<>();
    helped.ifPresent(looks::add);
    looks.add(large ? Look.HALF_BLOCKS : Look.BLOCKS);
    if (both || !large) {
      looks.add(large ? Look.BLOCKS : Look.HALF_BLOCKS);
      looks.addAll(TURNS.get(turn));
    }
    turn = (turn + 1) % TURNS.size();
    helped = Optional.empty();
    for (Look look : looks) {
      Optional<Reading> reading = look(search, look, large);
      if (reading.isPresent()) {
        return reading;
      }
      if (deadline.passed()) {
        // On a machine too slow for more the next frame begins with another look.
        helped = Optional.of(nextDear());
        return reading;
      }
    }
    return more(search, large, deadline);
  }

  private Search begin(GreyImage frame, Deadline deadline) {
    Search search = new Search(frame, SymbolReader.Effort.FRAME, deadline);
    last = Optional.of(search);
    return search;
  }

  /**
   * Reads one frame in which somebody is. Every second one gets a dear look, in turn, although
   * nothing like a code was seen, since blur and glare hide the patterns from the cheap ones; large
   * frames get it instead of the looks in full size and in turn.
   */
  public Optional<Reading> eager(GreyImage frame, Deadline deadline) {
    boolean dearTurn = turn % 2 != 0;
    Optional<Reading> reading = read(frame, !dearTurn, deadline);
    Search search = last.orElseThrow();
    if (reading.isEmpty() && dearTurn && !worthMore(search) && !deadline.passed()) {
      reading = look(search, nextDear(), frame.luma().length >= LARGE_PIXELS);
    }
    return reading;
  }

  /** Reads one frame in which probably nothing is, although its background may look like codes. */
  public Optional<Reading> brief(GreyImage frame, Deadline deadline) {
    Search search = begin(frame, deadline);
    boolean large = frame.luma().length >= LARGE_PIXELS;
    List<Look> others = TURNS.get(turn);
    boolean whole = turn % 2 == 0;
    turn = (turn + 1) % TURNS.size();
    Optional<Reading> reading = look(search, helped.orElse(Look.HALF_BLOCKS), large);
    helped = reading.isPresent() ? helped : Optional.empty();
    if (reading.isEmpty() && !deadline.passed()) {
      reading = look(search, whole ? Look.BLOCKS : others.get(0), large);
    }
    return reading;
  }

  /** What the last frame showed of codes, read or not. */
  public Glimpse glimpse() {
    return last.map(Search::glimpse).orElse(Glimpse.NOTHING);
  }

  private Optional<Reading> more(Search search, boolean large, Deadline deadline) {
    boolean two = search.seen() == 2 && search.paired();
    Optional<Reading> reading = two ? search.pairs() : Optional.empty();
    int left = search.promising() ? DEAR.size() : DEAR_FOR_TWO;
    while (reading.isEmpty() && left > 0 && worthMore(search) && !deadline.passed()) {
      left--;
      reading = look(search, nextDear(), large);
    }
    boolean others = reading.isEmpty() && !two && worthMore(search);
    return others ? search.pairs(pairs++) : reading;
  }

  private Look nextDear() {
    dear = (dear + 1) % DEAR.size();
    return DEAR.get(dear);
  }

  private static boolean worthMore(Search search) {
    return search.promising() || search.paired();
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
