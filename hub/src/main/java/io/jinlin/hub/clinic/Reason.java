package io.jinlin.hub.clinic;

/** Why somebody goes first; for staff of the clinic only. */
public enum Reason {
  /** Old enough by the clinic's rule. */
  AGE,
  /** 重残 or 失能. */
  DISABILITY,
  /** A nurse said so. */
  NURSE
}
