package io.jinlin.kiosk.screen;

import io.jinlin.edge.decide.Label;
import io.jinlin.edge.decide.PlaceNow;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What the page shows besides answers.
 *
 * @param connected whether the hub hears this kiosk
 * @param unsent events that the hub does not have yet
 * @param clockTrusted whether the time may be shown
 * @param wallMillis the kiosk's best time, milliseconds since 1970 UTC
 * @param pagesMillis when the hub last confirmed timetable and roster, as {@code wallMillis};
 *     absent when it did not since the kiosk started
 * @param place where the kiosk stands; absent before the first settings
 * @param seatsFree free seats of the canteen; absent when nobody could say so lately
 * @param help what became of the call for help
 * @param problems identifiers as in {@code Health}
 */
public record ScreenStatus(
    boolean connected,
    long unsent,
    boolean clockTrusted,
    long wallMillis,
    OptionalLong pagesMillis,
    Optional<Standing> place,
    Optional<PlaceNow> now,
    OptionalInt seatsFree,
    Help help,
    List<String> problems) {
  /** Before anything is known. */
  public static final ScreenStatus NONE =
      new ScreenStatus(
          false,
          0,
          false,
          0,
          OptionalLong.empty(),
          Optional.empty(),
          Optional.empty(),
          OptionalInt.empty(),
          Help.NONE,
          List.of());

  public ScreenStatus {
    problems = List.copyOf(problems);
  }

  /**
   * The place of the kiosk.
   *
   * @param service in the word of the wire: {@code canteen}, {@code clinic} …
   */
  public record Standing(Label name, String service, ZoneId zone) {}

  /** A call for help. */
  public enum Help {
    NONE,
    /** Ringing; nobody has answered yet. */
    CALLING,
    /** Somebody is coming. */
    ANSWERED,
    /** It could not be delivered, or nobody answered in time: where to go is shown instead. */
    NOBODY
  }
}
