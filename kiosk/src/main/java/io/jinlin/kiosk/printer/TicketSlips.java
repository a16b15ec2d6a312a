package io.jinlin.kiosk.printer;

import io.jinlin.edge.decide.Verdict;
import java.util.Optional;

/** Makes the slip of an answer. */
public final class TicketSlips {
  private TicketSlips() {}

  /**
   * The slip of a number that was given now.
   *
   * @param place the name of the place
   * @param time of day, if the clock is trusted
   */
  public static Optional<Slip> of(Verdict verdict, String place, Optional<String> time) {
    if (!(verdict instanceof Verdict.Ticket ticket)) {
      return Optional.empty();
    }
    Optional<String> ahead =
        ticket.ahead().map(before -> "前面 " + before.people() + " 人 约 " + before.minutes() + " 分钟");
    return Optional.of(new Slip(place, ticket.queue().zh(), ticket.number(), time, ahead));
  }
}
