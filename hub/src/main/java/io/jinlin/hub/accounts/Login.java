package io.jinlin.hub.accounts;

/** The answer to an account and a password. */
public sealed interface Login {

  /**
   * Signed in.
   *
   * @param token for the cookie; stored nowhere
   */
  record Welcome(String token, SignedIn who) implements Login {
    @Override
    public String toString() {
      return "Welcome[" + who + "]";
    }
  }

  /** Account and password do not belong together; which of them is wrong is not said. */
  record Wrong() implements Login {}

  /** Too many wrong ones from here; not even looked at. */
  record Wait(long seconds) implements Login {}
}
