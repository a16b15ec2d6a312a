package io.jinlin.kiosk.watch;

/** What would help to read the card; the screen shows and says it. */
public enum Hint {
  /** 再近一点. */
  CLOSER,
  /** 再远一点: the code does not fit in the picture. */
  FARTHER,
  /** 请拿稳. */
  STEADY,
  /** 太亮: a lamp mirrored in the card, or a screen too bright for the camera. */
  TOO_BRIGHT,
  /** 调亮屏幕: too little contrast. */
  SCREEN_UP,
  /** 请一次出示一张卡. */
  ONE_CARD
}
