package io.jinlin.hub.accounts;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows down who guesses passwords: after some wrong ones each further try has to wait twice as
 * long. Counted for an account from an address, so that a stranger elsewhere cannot lock the
 * director out, and for an address alone, so that trying many accounts is no way round.
 */
final class Throttle {

  private static final int FREE_TRIES_OF_ACCOUNT = 5;
  private static final int FREE_TRIES_OF_ADDRESS = 20;
  private static final long FIRST_WAIT_MS = 2_000;
  private static final long LONGEST_WAIT_MS = 15 * 60_000;

  /** After so long without a wrong one all is forgiven. */
  private static final long FORGET_MS = 60 * 60_000;

  /** Most guessers remembered; the ones longest quiet are forgotten first. */
  private static final int MAX_ENTRIES = 10_000;

  private static final int MAX_DOUBLINGS = 10;

  private final Map<String, Failures> failures =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
          return size() > MAX_ENTRIES;
        }
      };

  private record Failures(int count, long lastMillis, long freeAtMillis) {}

  /** How long this account from this address has to wait, in milliseconds; 0 for not at all. */
  synchronized long waitMillis(String account, String address, long nowMillis) {
    return Math.max(
        waitMillis(pair(account, address), nowMillis), waitMillis(alone(address), nowMillis));
  }

  synchronized void failed(String account, String address, long nowMillis) {
    count(pair(account, address), FREE_TRIES_OF_ACCOUNT, nowMillis);
    count(alone(address), FREE_TRIES_OF_ADDRESS, nowMillis);
  }

  /** The right password; the address's own count stays, or one own account would hide guessing. */
  synchronized void succeeded(String account, String address) {
    failures.remove(pair(account, address));
  }

  private long waitMillis(String key, long nowMillis) {
    Failures known = failures.get(key);
    return known == null ? 0 : Math.max(0, known.freeAtMillis - nowMillis);
  }

  private void count(String key, int freeTries, long nowMillis) {
    Failures known = failures.get(key);
    int before = known == null || nowMillis - known.lastMillis > FORGET_MS ? 0 : known.count;
    int count = before + 1;
    int over = Math.min(count - freeTries, MAX_DOUBLINGS);
    long wait = over < 0 ? 0 : Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS << over);
    failures.put(key, new Failures(count, nowMillis, nowMillis + wait));
  }

  private static String pair(String account, String address) {
    return address + "\n" + account;
  }

  private static String alone(String address) {
    return address;
  }
}
