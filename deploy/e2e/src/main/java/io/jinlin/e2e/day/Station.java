package io.jinlin.e2e.day;

import io.jinlin.contract.event.Fact.Passage.Direction;
import io.jinlin.contract.page.Session;
import io.jinlin.edge.decide.PlaceNow;
import io.jinlin.edge.decide.Verdict;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/** One device as the people see it who stand before it. */
interface Station {
  /** What its place is now; empty until the device knows. */
  Optional<PlaceNow> now();

  /** The sessions of its place. */
  List<Session> sessions();

  /** The site's time of day, as the device knows it. */
  LocalDateTime time();

  /** A card is presented. */
  Verdict present(String code);

  /** A choice is tapped. */
  Verdict choose(String choice);

  /** Somebody went through its door. */
  void passage(Direction direction);

  /** The help button is pressed; the name of the call. */
  String callHelp();

  /** The call is taken back. */
  void endHelp(String call);
}
