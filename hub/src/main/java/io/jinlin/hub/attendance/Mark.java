package io.jinlin.hub.attendance;

/** What a teacher says of somebody. */
public enum Mark {
  /** 已到: came without a card; counts like a card. */
  PRESENT,
  /** 请假. */
  EXCUSED,
  /** 已联系家长. */
  CONTACTED,
  /** 早退: left before the end. */
  LEFT,
  /** A child that was collected against a signature on paper (无卡接送登记表); the note says by whom. */
  COLLECTED,
  /** 自行离校: a child that a guardian signed for, and that went alone. */
  ALONE
}
