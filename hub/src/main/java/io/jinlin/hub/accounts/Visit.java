package io.jinlin.hub.accounts;

/**
 * One browser that is signed in.
 *
 * @param tokenHash SHA-256 of the cookie
 * @param createdMillis when the password was given
 * @param seenMillis the last request, to within {@link Visits#TOUCH_MS}
 */
record Visit(byte[] tokenHash, SignedIn who, long createdMillis, long seenMillis) {

  Visit seen(long nowMillis) {
    return new Visit(tokenHash, who, createdMillis, nowMillis);
  }

  boolean over(long nowMillis) {
    return nowMillis - createdMillis > Visits.LONGEST_MS || nowMillis - seenMillis > Visits.IDLE_MS;
  }
}
