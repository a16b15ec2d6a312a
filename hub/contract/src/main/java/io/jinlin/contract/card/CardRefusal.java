package io.jinlin.contract.card;

/** Why a scanned text is not a card. */
public enum CardRefusal {
  /** Nothing but white space. */
  EMPTY,
  /** Longer than any QR code can be. */
  TOO_LONG,
  /** Begins like a card, but characters are missing or wrong: print or lens trouble. */
  DAMAGED,
  /** A payment code, for example of WeChat Pay or Alipay. */
  PAYMENT,
  /** A web address. */
  WEB_ADDRESS,
  /** Any other code. */
  FOREIGN
}
