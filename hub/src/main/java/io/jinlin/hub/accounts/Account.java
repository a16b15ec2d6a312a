package io.jinlin.hub.accounts;

import java.util.OptionalLong;
import java.util.Set;

/**
 * An account as whoever looks after accounts sees it. Times are milliseconds since 1970 UTC.
 *
 * @param mustChange that the password was given by someone else and is not replaced yet
 * @param enteredMillis when somebody last signed in with it; absent for never
 * @param browsers how many are signed in now
 */
public record Account(
    String name,
    Set<Role> roles,
    boolean mustChange,
    boolean suspended,
    long createdMillis,
    OptionalLong enteredMillis,
    int browsers) {
  public Account {
    roles = Set.copyOf(roles);
  }
}
