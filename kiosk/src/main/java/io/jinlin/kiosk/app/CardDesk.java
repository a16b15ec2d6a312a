package io.jinlin.kiosk.app;

import io.jinlin.contract.event.Input;
import io.jinlin.edge.decide.PlaceNow;
import io.jinlin.edge.decide.Verdict;
import io.jinlin.kiosk.screen.ScreenStatus.Standing;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** What the kiosk needs of the edge agent inside it. Any thread may call. */
interface CardDesk {
  /** Decides about a text and commits; waits for the disk, never for the network. */
  Verdict present(String text, Input input);

  /** Answers the question that is on the screen. */
  Verdict choose(String choice);

  /** A neighbour wants to collect for somebody. */
  Verdict beginProxy();

  /** The neighbour is done. */
  void endProxy();

  /** Calls staff; the name of the call. */
  String callHelp();

  /** Takes a call back, or ends it when it was answered. */
  void endHelp(String call);

  /** How things are now; quick. */
  State state();

  /** To be told when the state changed. */
  void onChange(Runnable listener);

  /**
   * How the agent is.
   *
   * @param pagesMillis when the hub last confirmed timetable and roster, as {@code wallMillis}
   * @param seatsFree free seats of the canteen, if the hub said so lately
   * @param answeredCall the call for help that somebody said they would come for
   */
  record State(
      boolean connected,
      long unsent,
      boolean clockTrusted,
      long wallMillis,
      OptionalLong pagesMillis,
      Optional<Standing> place,
      Optional<PlaceNow> now,
      OptionalInt seatsFree,
      Optional<String> answeredCall,
      List<String> problems) {}
}
