package io.jinlin.hub.accounts;

import java.util.Arrays;
import java.util.Set;

/**
 * Somebody who signed in.
 *
 * @param account the name they signed in with
 * @param csrf what a page of ours must repeat in {@code X-CSRF-Token} with every change
 * @param mustChange that the password was given by someone else and is to be replaced first
 */
public record SignedIn(String account, Set<Role> roles, String csrf, boolean mustChange) {

  public SignedIn {
    roles = Set.copyOf(roles);
  }

  /** Whether this person may change anything. */
  public boolean mayChange() {
    return roles.contains(Role.DIRECTOR) || roles.contains(Role.STAFF);
  }

  /** Whether this person has one of these roles. */
  public boolean isAny(Role... any) {
    return Arrays.stream(any).anyMatch(roles::contains);
  }

  /** Whether this person brings meals to doors and does nothing else here. */
  public boolean onlyDelivers() {
    return roles.equals(Set.of(Role.DELIVERY));
  }

  @Override
  public String toString() {
    return "SignedIn[" + account + "]";
  }
}
