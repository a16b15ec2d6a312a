package io.jinlin.hub.accounts;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/** Who is signed in: in memory for every request, in the table for the next start. */
final class Visits {

  /** Without a request for so long somebody is signed out, in milliseconds: a working day. */
  static final long IDLE_MS = 12 * 3_600_000L;

  /** Signed out after so long in any case. */
  static final long LONGEST_MS = 7 * 24 * 3_600_000L;

  /** How exactly the last request is written down. */
  static final long TOUCH_MS = 5 * 60_000L;

  /** Most browsers signed in at once. */
  static final int MAX_VISITS = 2_000;

  private static final int TOKEN_BYTES = 32;
  private static final int MAX_TOKEN_LENGTH = 64;

  private final AccountTable table;
  private final RandomGenerator random;
  private final Map<ByteBuffer, Visit> visits = new ConcurrentHashMap<>();

  Visits(AccountTable table, RandomGenerator random) throws SQLException {
    this.table = table;
    this.random = random;
    reload();
  }

  /** Takes over the table; the caller holds its lock. Who is not in it is signed out. */
  void reload() throws SQLException {
    Map<ByteBuffer, Visit> stored = new HashMap<>();
    table.all().forEach(visit -> stored.put(ByteBuffer.wrap(visit.tokenHash()), visit));
    visits.putAll(stored);
    visits.keySet().retainAll(stored.keySet());
  }

  /** A secret that nobody guesses, for a cookie or a form. */
  String secret() {
    byte[] bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Signs in; the caller holds the lock of the table. */
  String enter(SignedIn who, long nowMillis) throws SQLException {
    dropOver(nowMillis);
    String token = secret();
    byte[] hash = hash(token);
    table.enter(hash, who.account(), who.csrf(), nowMillis);
    visits.put(ByteBuffer.wrap(hash), new Visit(hash, who, nowMillis, nowMillis));
    return token;
  }

  Optional<Visit> find(String token, long nowMillis) {
    if (token.length() > MAX_TOKEN_LENGTH) {
      return Optional.empty();
    }
    Visit visit = visits.get(ByteBuffer.wrap(hash(token)));
    return visit == null || visit.over(nowMillis) ? Optional.empty() : Optional.of(visit);
  }

  /** Writes down that somebody is still here; the caller holds the lock of the table. */
  void touch(Visit visit, long nowMillis) throws SQLException {
    Visit seen = visit.seen(nowMillis);
    if (visits.replace(ByteBuffer.wrap(visit.tokenHash()), seen) != null) {
      table.seen(visit.tokenHash(), nowMillis);
    }
  }

  void leave(Visit visit) throws SQLException {
    visits.remove(ByteBuffer.wrap(visit.tokenHash()));
    table.leave(visit.tokenHash());
  }

  void leaveAll(String account) throws SQLException {
    visits.values().removeIf(visit -> visit.who().account().equals(account));
    table.leaveAll(account);
  }

  private void dropOver(long nowMillis) throws SQLException {
    for (Visit visit : visits.values()) {
      if (visit.over(nowMillis)) {
        leave(visit);
      }
    }
    if (visits.size() >= MAX_VISITS) {
      leave(
          visits.values().stream().min(Comparator.comparingLong(Visit::seenMillis)).orElseThrow());
    }
  }

  private static byte[] hash(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
