package io.jinlin.hub.accounts;

import java.util.Set;

/**
 * What somebody did to an account.
 *
 * @param atMillis milliseconds since 1970 UTC
 * @param by the account that did it; empty for a command on the hub's machine
 * @param roles what the account might do from then on; empty where that did not change
 */
public record AccountDeed(long atMillis, String by, String account, Kind kind, Set<Role> roles) {
  /** What was done. */
  public enum Kind {
    ADDED,
    ROLES,
    PASSWORD,
    SUSPENDED,
    RESTORED
  }

  public AccountDeed {
    roles = Set.copyOf(roles);
  }
}
