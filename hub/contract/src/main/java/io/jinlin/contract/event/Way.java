package io.jinlin.contract.event;

/** How a meal is taken. */
public enum Way {
  /** 堂食. */
  DINE_IN,
  /** 自取. */
  COLLECT,
  /** 送餐. */
  DELIVER,
  /** 代领. */
  BY_PROXY
}
