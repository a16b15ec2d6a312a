package io.jinlin.edge.roster;

/** What became of a page. */
public enum Applied {
  /** All of it was taken; there is more to ask for. */
  MORE,
  /** All of it was taken, and that is all there is. */
  COMPLETE,
  /** It does not follow on what the replica has (an answer to an older question): ignored. */
  NOT_NEXT,
  /** The disk refused; nothing of it was taken. */
  FAILED
}
