package io.jinlin.kiosk.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinlin.kiosk.screen.ScreenStatus.Help;
import org.junit.jupiter.api.Test;

class HelpViewTest {
  private static final long PRESSED = 1_000;

  @Test
  void nobodyIsPromisedBeforeSomebodyAnswered() {
    HelpView view = HelpView.pressed(PRESSED).seen(false, PRESSED + 10);
    assertThat(view.at(PRESSED + 10, true)).isEqualTo(Help.CALLING);
    assertThat(view.seen(true, PRESSED + 20).at(PRESSED + 20, true)).isEqualTo(Help.ANSWERED);
  }

  @Test
  void withoutAnAnswerThePersonIsToldWhereToGo() {
    HelpView view = HelpView.pressed(PRESSED);
    assertThat(view.at(PRESSED + HelpView.ANSWER_WITHIN_MS, true)).isEqualTo(Help.NOBODY);
  }

  @Test
  void offlineThePersonIsToldWhereToGoSoon() {
    HelpView view = HelpView.pressed(PRESSED);
    assertThat(view.at(PRESSED + HelpView.OFFLINE_MS - 1, false)).isEqualTo(Help.CALLING);
    assertThat(view.at(PRESSED + HelpView.OFFLINE_MS, false)).isEqualTo(Help.NOBODY);
  }

  @Test
  void aLateAnswerIsStillGoodNews() {
    HelpView view = HelpView.pressed(PRESSED);
    long late = PRESSED + HelpView.ANSWER_WITHIN_MS + 5_000;
    assertThat(view.at(late, true)).isEqualTo(Help.NOBODY);
    assertThat(view.seen(true, late).at(late, true)).isEqualTo(Help.ANSWERED);
  }

  @Test
  void theScreenGoesBackByItself() {
    HelpView answered = HelpView.pressed(PRESSED).seen(true, PRESSED + 5);
    assertThat(answered.at(PRESSED + 5 + HelpView.TOLD_MS, true)).isEqualTo(Help.NONE);
    long end = PRESSED + HelpView.ANSWER_WITHIN_MS + HelpView.TOLD_MS;
    assertThat(HelpView.pressed(PRESSED).at(end, false)).isEqualTo(Help.NONE);
  }

  @Test
  void withoutACallThereIsNothingToShow() {
    assertThat(HelpView.NONE.seen(true, PRESSED).at(PRESSED, true)).isEqualTo(Help.NONE);
  }
}
