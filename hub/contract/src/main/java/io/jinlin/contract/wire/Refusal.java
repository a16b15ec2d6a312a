package io.jinlin.contract.wire;

/** Why bytes were not taken. The word stands on the wire, in the review list and in the log. */
public enum Refusal {
  /** More bytes than {@link Limits} allows. */
  TOO_LARGE,
  /** Not JSON, not UTF-8, or nested too deeply. */
  NOT_JSON,
  /** A wire version that this build does not know. */
  WRONG_VERSION,
  /** A topic that is none of ours, or of another device or direction. */
  WRONG_TOPIC,
  /** A field that must be there is not. */
  FIELD_MISSING,
  /** A field has the wrong type or a value out of bounds. */
  FIELD_INVALID,
  /** A type of event, page or command that this build does not know. */
  UNKNOWN_TYPE,
  /** A type of event that a device may not send. */
  NOT_FOR_DEVICES,
  /** The number of lines is not the number in the header. */
  WRONG_COUNT
}
