package io.jinlin.hub.ledger;

/** Work that is committed to the journal before it is done in the ledger's file. */
interface JournalledWork extends Work {
  /** Its entry under a number; asked once. */
  Journal.Entry entry(long number);

  /** The number it was given; 0 before. */
  long number();
}
