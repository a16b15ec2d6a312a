package io.jinlin.hub.programme;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * All that the store holds.
 *
 * @param nextId for members and tasks
 * @param holders whose passphrase opens it, and by which slot
 * @param log who opened, read and wrote, oldest first; the last {@link #MAX_LOG}
 */
record Content(int nextId, List<Holder> holders, List<Member> members, List<Access> log) {
  /** Entries of the access log that are kept. */
  static final int MAX_LOG = 4_000;

  /** Most members. */
  static final int MAX_MEMBERS = 200;

  static final Content EMPTY = new Content(1, List.of(), List.of(), List.of());

  private static final JsonMapper JSON = new JsonMapper();

  Content {
    holders = List.copyOf(holders);
    members = List.copyOf(members);
    log = List.copyOf(log);
  }

  /**
   * One access.
   *
   * @param member 0 for none in particular
   */
  public record Access(long atMillis, String account, String act, int member) {}

  /** Somebody whose passphrase opens the store. */
  public record Holder(int slot, String account, Opener opener) {}

  Content with(List<Holder> others) {
    return new Content(nextId, others, members, log);
  }

  Optional<Member> member(int id) {
    return members.stream().filter(one -> one.id() == id).findFirst();
  }

  Content logged(Access access) {
    List<Access> more = new ArrayList<>(log);
    more.add(access);
    int from = Math.max(0, more.size() - MAX_LOG);
    return new Content(nextId, holders, members, more.subList(from, more.size()));
  }

  /** The same with this member in the place of the one with its id. */
  Content with(Member changed, int next) {
    List<Member> all = new ArrayList<>(members);
    all.removeIf(one -> one.id() == changed.id());
    all.add(changed);
    return new Content(next, holders, all, log);
  }

  Content without(int id) {
    List<Member> rest = members.stream().filter(one -> one.id() != id).toList();
    return new Content(nextId, holders, rest, log);
  }

  /**
   * As bytes of exactly this length: its own length, itself, and zeros; empty if it does not fit.
   */
  Optional<byte[]> padded(int length) {
    try {
      byte[] json = JSON.writeValueAsBytes(this);
      if (json.length + Integer.BYTES > length) {
        return Optional.empty();
      }
      return Optional.of(ByteBuffer.allocate(length).putInt(json.length).put(json).array());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a value of ours cannot be written", e);
    }
  }

  static Content read(byte[] padded) {
    ByteBuffer buffer = ByteBuffer.wrap(padded);
    int length = buffer.getInt();
    byte[] json = Arrays.copyOfRange(padded, Integer.BYTES, Integer.BYTES + length);
    try {
      return JSON.readValue(json, Content.class);
    } catch (IOException e) {
      throw new IllegalStateException("what was sealed cannot be read", e);
    } finally {
      Arrays.fill(json, (byte) 0);
    }
  }
}
