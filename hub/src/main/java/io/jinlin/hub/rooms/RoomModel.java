package io.jinlin.hub.rooms;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * One room on one day: what its doors saw and what was counted by hand, in any order of arrival,
 * and from that the people in it at any time. Not safe for several threads.
 */
public final class RoomModel {
  private static final long MINUTE_MS = 60_000;

  /** Estimates are kept at these distances, so that asking again is cheap. */
  private static final long SLOT_MS = 5 * MINUTE_MS;

  private static final int SLOTS = 26 * 12;

  /** With fewer of one direction a day says nothing of how long people stay. */
  private static final int LEAST_PASSAGES = 10;

  private final long startMillis;
  private final double stayMillis;
  private final List<Quiet> quiets = new ArrayList<>();
  private final NavigableMap<Long, Seen> seen = new TreeMap<>();

  /** The estimate at the end of each slot from the start, as far as it was asked for. */
  private final List<Estimate> kept = new ArrayList<>();

  /** A span in which nobody is expected to leave. */
  private record Quiet(long fromMillis, long untilMillis) {}

  /** What was seen in one millisecond; a hand count goes after the passages. */
  private record Seen(int in, int out, int counted) {
    static final int NOT = -1;
    static final Seen NOTHING = new Seen(0, 0, NOT);
  }

  /**
   * An empty room.
   *
   * @param startMillis first millisecond of the day
   * @param stayMinutes how long people stay on average, at least 1
   */
  public RoomModel(long startMillis, int stayMinutes) {
    this.startMillis = startMillis;
    this.stayMillis = Math.max(1, stayMinutes) * (double) MINUTE_MS;
  }

  /** A session is on, and people stay to its end. */
  public void session(long fromMillis, long untilMillis) {
    quiets.add(new Quiet(fromMillis, untilMillis));
    kept.clear();
  }

  /** Forgets the sessions. */
  public void noSessions() {
    quiets.clear();
    kept.clear();
  }

  /** People came in. */
  public void cameIn(long atMillis, int people) {
    see(atMillis, before -> new Seen(before.in + people, before.out, before.counted));
  }

  /** People went out. */
  public void wentOut(long atMillis, int people) {
    see(atMillis, before -> new Seen(before.in, before.out + people, before.counted));
  }

  /** Somebody counted. */
  public void counted(long atMillis, int people) {
    see(atMillis, before -> new Seen(before.in, before.out, people));
  }

  /** Whether a door or a hand saw anybody. */
  public boolean isEmpty() {
    return seen.isEmpty();
  }

  /** People whom the doors saw come in from a time up to another. */
  public int cameIn(long fromMillis, long untilMillis) {
    return seen.subMap(fromMillis, true, untilMillis, true).values().stream()
        .mapToInt(Seen::in)
        .sum();
  }

  /**
   * How long people stayed on average outside of sessions: when they left less when they came, both
   * on average. What a door misses at random changes neither; a day on which it saw less than half
   * as many one way as the other says nothing.
   *
   * @return minutes
   */
  public OptionalDouble averageStay() {
    double in = 0;
    double out = 0;
    double inMillis = 0;
    double outMillis = 0;
    for (Map.Entry<Long, Seen> one : seen.entrySet()) {
      double at = leaving(startMillis, one.getKey());
      in += one.getValue().in;
      inMillis += one.getValue().in * at;
      out += one.getValue().out;
      outMillis += one.getValue().out * at;
    }
    if (Math.min(in, out) < LEAST_PASSAGES || Math.min(in, out) * 2 < Math.max(in, out)) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of((outMillis / out - inMillis / in) / MINUTE_MS);
  }

  private void see(long atMillis, UnaryOperator<Seen> change) {
    seen.put(atMillis, change.apply(seen.getOrDefault(atMillis, Seen.NOTHING)));
    int slot = (int) Math.max(0, (atMillis - startMillis) / SLOT_MS);
    while (kept.size() > slot) {
      kept.remove(kept.size() - 1);
    }
  }

  /** How many are in, to the nearest; 0 before anything was seen. */
  public int people(long atMillis) {
    return (int) Math.round(at(atMillis).people());
  }

  /** How far off that may well be, in people: two of three times it is nearer. */
  public int doubt(long atMillis) {
    return (int) Math.ceil(Math.sqrt(at(atMillis).doubt()));
  }

  private Estimate at(long atMillis) {
    int slot = (int) Math.max(0, Math.min(SLOTS, (atMillis - startMillis) / SLOT_MS));
    while (kept.size() < slot) {
      long end = startMillis + (kept.size() + 1) * SLOT_MS;
      Estimate next = (kept.isEmpty() ? new Estimate() : kept.get(kept.size() - 1)).copy();
      run(next, kept.isEmpty() ? Long.MIN_VALUE : end - SLOT_MS, end, false);
      kept.add(next);
    }
    Estimate now = (slot == 0 ? new Estimate() : kept.get(slot - 1)).copy();
    run(now, slot == 0 ? Long.MIN_VALUE : startMillis + slot * SLOT_MS, atMillis, true);
    return now;
  }

  /** Moves an estimate on from a time to another; what is seen at the end counts if included. */
  private void run(Estimate estimate, long fromMillis, long untilMillis, boolean included) {
    long at = fromMillis;
    NavigableMap<Long, Seen> span = seen.subMap(fromMillis, true, untilMillis, included);
    for (Map.Entry<Long, Seen> one : span.entrySet()) {
      if (at != Long.MIN_VALUE) {
        estimate.passed(leaving(at, one.getKey()) / stayMillis);
      }
      at = one.getKey();
      Seen now = one.getValue();
      for (int i = 0; i < now.in; i++) {
        estimate.passage(one.getKey(), 1);
      }
      for (int i = 0; i < now.out; i++) {
        estimate.passage(one.getKey(), -1);
      }
      if (now.counted != Seen.NOT) {
        estimate.counted(now.counted);
      }
    }
    if (at != Long.MIN_VALUE) {
      estimate.passed(leaving(at, untilMillis) / stayMillis);
    }
  }

  /** Milliseconds of a span in which people leave: sessions that have begun hold them. */
  private double leaving(long fromMillis, long untilMillis) {
    long held = 0;
    long heldUntil = fromMillis;
    for (Quiet quiet : quiets) {
      long from = Math.max(heldUntil, quiet.fromMillis);
      long until = Math.min(untilMillis, quiet.untilMillis);
      if (until > from) {
        held += until - from;
        heldUntil = until;
      }
    }
    return Math.max(0, untilMillis - fromMillis - held);
  }
}
