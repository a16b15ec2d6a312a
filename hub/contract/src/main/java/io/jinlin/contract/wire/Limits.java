package io.jinlin.contract.wire;

/** The bounds of the wire. A change here is a change of the contract. */
public final class Limits {
  /** Version of the wire, in every topic and every message. */
  public static final int VERSION = 1;

  /** Largest message either way, in bytes. */
  public static final int MAX_MESSAGE_BYTES = 64 * 1024;

  /** Most events in a batch. */
  public static final int MAX_BATCH_EVENTS = 100;

  /** Largest encoded event, in bytes; kept when the event is stored. */
  public static final int MAX_EVENT_BYTES = 1_024;

  /** Largest line of a page, in bytes. */
  public static final int MAX_PAGE_ITEM_BYTES = 8 * 1024;

  /** Most items in a page. */
  public static final int MAX_PAGE_ITEMS = 500;

  /** Most epochs in a Hello or positions in an Ack. */
  public static final int MAX_EPOCHS = 256;

  /** Most rejected events named in one Ack; the rest follow in the next. */
  public static final int MAX_REJECTED = 100;

  /** Batches that may be on their way beyond the last Ack. */
  public static final int MAX_BATCHES_UNACKNOWLEDGED = 8;

  /** How often the hub acknowledges although nothing came, in milliseconds. */
  public static final long HEARTBEAT_MS = 10_000;

  /** A device is online if it was heard within this time, in milliseconds. */
  public static final long ONLINE_MS = 30_000;

  /** Without progress for this long the edge says Hello again, then connects anew. */
  public static final long PROGRESS_TIMEOUT_MS = 30_000;

  /** Deepest nesting of JSON that is read. */
  public static final int MAX_JSON_DEPTH = 16;

  /** Longest text in a JSON field, in characters. */
  public static final int MAX_TEXT_LENGTH = 4_096;

  /** Longest name of a JSON field, in characters. */
  public static final int MAX_NAME_LENGTH = 64;

  /** Longest number in JSON, in characters. */
  public static final int MAX_NUMBER_LENGTH = 32;

  /** Room for the header line of a batch or page, its line end included, in bytes. */
  public static final int MAX_HEADER_BYTES = 1_024;

  private Limits() {}
}
