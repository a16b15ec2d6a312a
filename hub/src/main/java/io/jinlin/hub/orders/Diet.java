package io.jinlin.hub.orders;

/** What the kitchen must know of a portion. */
public enum Diet {
  /** 软食. */
  SOFT,
  /** 低盐. */
  LOW_SALT,
  /** 糖尿病. */
  DIABETIC
}
