package io.jinlin.hub.devices;

import io.jinlin.hub.store.Database;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Lets devices in by name and password. Safe from any thread; a check costs some milliseconds the
 * first time and next to nothing when a device comes again. Wrong passwords for one name from one
 * address are answered later and later, and so are very many from one address; a stranger elsewhere
 * cannot lock a device out.
 */
public final class Doorkeeper {
  /** Wrong passwords for one name from one address before the first pause. */
  public static final int FREE_TRIES = 5;

  /** Wrong passwords from one address, for any names, before the first pause. */
  public static final int FREE_TRIES_OF_ADDRESS = 100;

  /** Pause after that, doubled with each further wrong password, in milliseconds. */
  public static final long FIRST_PAUSE_MS = 1_000;

  /** Longest pause, in milliseconds. */
  public static final long MAX_PAUSE_MS = 60_000;

  private static final int MAX_HELD = 1_000;

  /** The answer to a device at the door. */
  public enum Answer {
    WELCOME,
    WRONG_PASSWORD,
    TOO_MANY_TRIES
  }

  private record Tries(int wrong, long untilMillis) {}

  private final Database database;
  private final InstantSource clock;
  private final byte[] cacheKey = new byte[32];
  private final Map<String, byte[]> proven = new HashMap<>();
  private final Map<String, Tries> tries = new LinkedHashMap<>();

  /** Asks the table of devices. */
  public Doorkeeper(Database database, InstantSource clock, RandomGenerator random) {
    this.database = database;
    this.clock = clock;
    random.nextBytes(cacheKey);
  }

  /**
   * Judges a name and password.
   *
   * @param address where the connection comes from, for the throttle
   */
  public Answer judge(String device, String password, String address) {
    String nameThere = device + " at " + address;
    if (paused(address) || paused(nameThere)) {
      return Answer.TOO_MANY_TRIES;
    }
    if (proves(device, password)) {
      forgive(nameThere);
      return Answer.WELCOME;
    }
    wrong(address, FREE_TRIES_OF_ADDRESS);
    wrong(nameThere, FREE_TRIES);
    return Answer.WRONG_PASSWORD;
  }

  private boolean proves(String device, String password) {
    if (password.isEmpty() || password.length() > DevicePassword.MAX_BYTES) {
      return false;
    }
    Optional<DeviceTable.Proof> proof = database.read(db -> DeviceTable.proof(db, device));
    byte[] salt = proof.map(DeviceTable.Proof::salt).orElse(cacheKey);
    byte[] expected = proof.map(DeviceTable.Proof::verifier).orElse(cacheKey);
    byte[] tag = tag(device, password, expected);
    if (proof.isPresent() && wasProven(device, tag)) {
      return true;
    }
    boolean right = MessageDigest.isEqual(DevicePassword.verifier(password, salt), expected);
    if (right && proof.isPresent()) {
      remember(device, tag);
      return true;
    }
    return false;
  }

  /** Changes when the password or the stored verifier changes. */
  private byte[] tag(String device, String password, byte[] verifier) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(cacheKey, "HmacSHA256"));
      mac.update(verifier);
      mac.update(device.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      return mac.doFinal(password.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java platform has HmacSHA256", impossible);
    }
  }

  private synchronized boolean wasProven(String device, byte[] tag) {
    byte[] known = proven.get(device);
    return known != null && MessageDigest.isEqual(known, tag);
  }

  private synchronized void remember(String device, byte[] tag) {
    if (proven.size() >= MAX_HELD) {
      proven.clear();
    }
    proven.put(device, tag);
  }

  private synchronized boolean paused(String who) {
    Tries known = tries.get(who);
    return known != null && clock.millis() < known.untilMillis();
  }

  private synchronized void wrong(String who, int free) {
    int wrong = 1 + tries.getOrDefault(who, new Tries(0, 0)).wrong();
    int beyond = Math.min(Math.max(0, wrong - free), 16);
    long pause = beyond == 0 ? 0 : Math.min(MAX_PAUSE_MS, FIRST_PAUSE_MS << (beyond - 1));
    tries.remove(who);
    if (tries.size() >= MAX_HELD) {
      tries.remove(tries.keySet().iterator().next());
    }
    tries.put(who, new Tries(wrong, clock.millis() + pause));
  }

  private synchronized void forgive(String who) {
    tries.remove(who);
  }
}
