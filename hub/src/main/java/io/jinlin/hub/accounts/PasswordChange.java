package io.jinlin.hub.accounts;

/** What became of a wish to change a password. */
public enum PasswordChange {
  CHANGED,
  /** The old one was wrong. */
  WRONG,
  /** Fewer than {@value Passwords#MIN_LENGTH} characters. */
  TOO_SHORT,
  /** More than {@value Passwords#MAX_LENGTH} characters. */
  TOO_LONG,
  /** The account's name, the old one again, or one character over and over. */
  TOO_EASY,
  /** Too many wrong old ones. */
  WAIT
}
