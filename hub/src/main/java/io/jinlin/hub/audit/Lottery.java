package io.jinlin.hub.audit;

import io.jinlin.contract.event.EventId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Draws without an urn: the events whose SHA-256 of {@code seed/device/epoch/seq} is lowest.
 * Whoever has the seed and an export of the ledger draws the same with {@code sha256sum}, and
 * nobody can choose what is drawn without choosing a seed that is printed.
 */
final class Lottery<T> {
  private record Ticket<T>(String digest, T item) {}

  private final MessageDigest sha256;
  private final String seed;
  private final int count;
  private final PriorityQueue<Ticket<T>> lowest =
      new PriorityQueue<>((one, other) -> other.digest().compareTo(one.digest()));
  private long population;

  Lottery(String seed, int count) {
    this.seed = seed;
    this.count = count;
    try {
      this.sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  void add(EventId event, T item) {
    population++;
    String digest = digest(event);
    if (lowest.size() < count) {
      lowest.add(new Ticket<>(digest, item));
    } else if (digest.compareTo(lowest.element().digest()) < 0) {
      lowest.remove();
      lowest.add(new Ticket<>(digest, item));
    }
  }

  /** The digest of an event's name under this seed, in hexadecimal. */
  String digest(EventId event) {
    String text = seed + "/" + event.device() + "/" + event.epoch() + "/" + event.seq();
    return HexFormat.of().formatHex(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  long population() {
    return population;
  }

  /** What was drawn, lowest digest first. */
  List<T> drawn() {
    List<Ticket<T>> tickets = new ArrayList<>(lowest);
    tickets.sort((one, other) -> one.digest().compareTo(other.digest()));
    return tickets.stream().map(Ticket::item).toList();
  }
}
