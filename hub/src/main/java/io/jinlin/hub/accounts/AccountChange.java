package io.jinlin.hub.accounts;

/** What came of changing an account. */
public enum AccountChange {
  /** Done; whoever was signed in with it must sign in again. */
  CHANGED,
  /** There is no account of this name. */
  UNKNOWN,
  /** Nothing was done: nobody would be left who may do everything. */
  LAST_DIRECTOR,
  /** Nothing was done: nobody suspends the account they work with. */
  OWN
}
