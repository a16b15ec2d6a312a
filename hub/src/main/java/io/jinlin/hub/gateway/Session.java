package io.jinlin.hub.gateway;

import io.jinlin.contract.wire.Ack;
import io.jinlin.contract.wire.Hello;
import io.jinlin.contract.wire.Limits;
import io.jinlin.contract.wire.PageKind;
import io.jinlin.contract.wire.Version;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the hub remembers of a device between its Hello and its next. */
final class Session {
  /** Most rejected events that wait to be named; the rest stands only in the hub's list. */
  static final int MAX_REJECTED_WAITING = 1_000;

  private final String device;
  private final Hello hello;
  private final Map<String, Ack.Position> moved = new LinkedHashMap<>();
  private final Deque<Ack.Rejected> rejected = new ArrayDeque<>();
  private final Set<PageKind> asked = EnumSet.noneOf(PageKind.class);
  private Map<PageKind, Version> told = Map.of();
  private long toldMillis;

  Session(String device, Hello hello) {
    this.device = device;
    this.hello = hello;
  }

  String device() {
    return device;
  }

  Hello hello() {
    return hello;
  }

  boolean knows(String nonce) {
    return hello.nonce().equals(nonce);
  }

  /** Notes what the next Ack must say. */
  void note(Ack.Position position, List<Ack.Rejected> more) {
    moved.put(position.epoch(), position);
    for (Ack.Rejected one : more) {
      if (rejected.size() < MAX_REJECTED_WAITING) {
        rejected.add(one);
      }
    }
  }

  List<Ack.Position> takeMoved() {
    List<Ack.Position> positions = moved.values().stream().limit(Limits.MAX_EPOCHS).toList();
    positions.forEach(position -> moved.remove(position.epoch()));
    return positions;
  }

  List<Ack.Rejected> takeRejected() {
    List<Ack.Rejected> some = new ArrayList<>();
    while (some.size() < Limits.MAX_REJECTED && !rejected.isEmpty()) {
      some.add(rejected.remove());
    }
    return some;
  }

  /** Whether the device should hear something now: the heartbeat is due or a page is new. */
  boolean isDue(long nowMillis, Map<PageKind, Version> versions) {
    return nowMillis - toldMillis >= Limits.HEARTBEAT_MS || !told.equals(versions);
  }

  void told(long nowMillis, Map<PageKind, Version> versions) {
    toldMillis = nowMillis;
    told = versions;
  }

  /** Begins to answer a question; false while the same one is being answered. */
  boolean beginAnswer(PageKind kind) {
    return asked.add(kind);
  }

  void endAnswer(PageKind kind) {
    asked.remove(kind);
  }
}
