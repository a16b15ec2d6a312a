package io.jinlin.hub.programme;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The wrapped keys. Each slot holds the store's one key under a key from an account's passphrase;
 * the first slot is the salt. Which slot is whose, and how many are used, cannot be seen.
 */
final class Keys {
  private static final JsonMapper JSON = new JsonMapper();
  private static final byte[] WHERE = "jinlin programme slot".getBytes(StandardCharsets.UTF_8);
  private static final int ROOM =
      BlockFile.SLOT_BYTES - Crypt.NONCE_BYTES - Crypt.TAG_BYTES - Integer.BYTES;

  private final Crypt crypt;

  Keys(Crypt crypt) {
    this.crypt = crypt;
  }

  /** What stands in a slot. */
  record Wrapped(String account, Opener opener, byte[] key) {
    @Override
    public String toString() {
      return "Wrapped";
    }
  }

  /** A slot that was opened, and which. */
  record Found(int slot, Wrapped wrapped) {}

  private static byte[] salt(List<byte[]> slots) {
    return Arrays.copyOf(slots.get(0), Crypt.SALT_BYTES);
  }

  /** Opens with a passphrase; takes as long whether or not it is right. */
  Optional<Found> open(List<byte[]> slots, String account, String passphrase) {
    byte[] key = crypt.key(account, passphrase, salt(slots));
    Optional<Found> found = Optional.empty();
    for (int i = 1; i < slots.size(); i++) {
      Optional<byte[]> content = crypt.open(key, slots.get(i), WHERE);
      if (content.isPresent()) {
        found = Optional.of(new Found(i, read(content.get())));
      }
    }
    Arrays.fill(key, (byte) 0);
    return found.filter(one -> one.wrapped.account().equals(account));
  }

  /** A slot for an account. */
  byte[] wrap(List<byte[]> slots, Wrapped wrapped, String passphrase) {
    byte[] key = crypt.key(wrapped.account(), passphrase, salt(slots));
    try {
      byte[] json = JSON.writeValueAsBytes(wrapped);
      byte[] content =
          ByteBuffer.allocate(ROOM + Integer.BYTES).putInt(json.length).put(json).array();
      return crypt.seal(key, content, WHERE);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a value of ours cannot be written", e);
    } finally {
      Arrays.fill(key, (byte) 0);
    }
  }

  private static Wrapped read(byte[] content) {
    int length = ByteBuffer.wrap(content).getInt();
    byte[] json = Arrays.copyOfRange(content, Integer.BYTES, Integer.BYTES + length);
    try {
      return JSON.readValue(json, Wrapped.class);
    } catch (IOException e) {
      throw new IllegalStateException("a wrapped key cannot be read", e);
    }
  }

  /** The slots with one replaced. */
  static List<byte[]> with(List<byte[]> slots, int slot, byte[] body) {
    List<byte[]> all = new ArrayList<>(slots);
    all.set(slot, body);
    return all;
  }
}
