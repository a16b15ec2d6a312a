package io.jinlin.kiosk.app;

import io.jinlin.kiosk.screen.ScreenStatus.Help;
import java.util.Optional;

/** The call for help of this kiosk: one at a time, from the button to the person who comes. */
final class HelpDesk {
  private final CardDesk desk;
  private Optional<String> call = Optional.empty();
  private HelpView view = HelpView.NONE;

  HelpDesk(CardDesk desk) {
    this.desk = desk;
  }

  /** The button was pressed: rings, or shows again what became of the call that still rings. */
  synchronized void press(long nowMillis) {
    if (call.isEmpty()) {
      call = Optional.of(desk.callHelp());
    }
    view = HelpView.pressed(nowMillis);
  }

  /** The person needs nobody any more. */
  synchronized void end() {
    call.ifPresent(desk::endHelp);
    call = Optional.empty();
    view = HelpView.NONE;
  }

  /** What to show; a call that was answered is over when its words leave the screen. */
  synchronized Help now(CardDesk.State state, long nowMillis) {
    view = view.seen(call.isPresent() && state.answeredCall().equals(call), nowMillis);
    Help help = view.at(nowMillis, state.connected());
    if (help == Help.NONE && view.answeredMillis() >= 0) {
      end();
    }
    return help;
  }
}
