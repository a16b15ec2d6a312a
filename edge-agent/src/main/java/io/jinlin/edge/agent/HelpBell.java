package io.jinlin.edge.agent;

import java.util.Optional;

/** The call for help of this device, if there is one; safe to use from any thread. */
final class HelpBell {
  private Optional<String> call = Optional.empty();
  private boolean answered;

  /** A new call; the one before is over. */
  synchronized void ring(String id) {
    call = Optional.of(id);
    answered = false;
  }

  /** Somebody answered; whether that was this call. */
  synchronized boolean answer(String id) {
    answered |= call.equals(Optional.of(id));
    return call.equals(Optional.of(id));
  }

  /** The call is over; whether it was this one. */
  synchronized boolean end(String id) {
    boolean own = call.equals(Optional.of(id));
    if (own) {
      call = Optional.empty();
      answered = false;
    }
    return own;
  }

  synchronized AgentStatus.Help state() {
    if (call.isEmpty()) {
      return AgentStatus.Help.NONE;
    }
    return answered ? AgentStatus.Help.ANSWERED : AgentStatus.Help.CALLING;
  }
}
