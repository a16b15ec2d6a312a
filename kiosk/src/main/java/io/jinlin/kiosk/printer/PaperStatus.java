package io.jinlin.kiosk.printer;

/** What a printer says of itself in answer to DLE EOT. */
enum PaperStatus {
  READY,
  NO_PAPER,
  /** Cover open, or an error. */
  NOT_READY,
  /** A byte that is no such answer: something else listens there. */
  NONSENSE;

  /** DLE EOT 2: why it is off line. */
  static final byte[] ASK_OFFLINE = {0x10, 0x04, 0x02};

  /** DLE EOT 4: the paper sensor. */
  static final byte[] ASK_PAPER = {0x10, 0x04, 0x04};

  /** Bits 0, 1, 4 and 7 of every answer are 0, 1, 1 and 0. */
  private static final int FIXED = 0x93;

  private static final int FIXED_VALUE = 0x12;
  private static final int PAPER_ENDED = 0x60;
  private static final int STOPPED_WITHOUT_PAPER = 0x20;
  private static final int COVER_OR_ERROR = 0x44;

  static PaperStatus ofOffline(int answer) {
    if ((answer & FIXED) != FIXED_VALUE) {
      return NONSENSE;
    }
    if ((answer & STOPPED_WITHOUT_PAPER) != 0) {
      return NO_PAPER;
    }
    return (answer & COVER_OR_ERROR) != 0 ? NOT_READY : READY;
  }

  static PaperStatus ofPaper(int answer) {
    if ((answer & FIXED) != FIXED_VALUE) {
      return NONSENSE;
    }
    return (answer & PAPER_ENDED) != 0 ? NO_PAPER : READY;
  }
}
