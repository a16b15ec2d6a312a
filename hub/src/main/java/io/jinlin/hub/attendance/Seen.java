package io.jinlin.hub.attendance;

import io.jinlin.contract.event.Event;
import io.jinlin.contract.event.Fact;
import io.jinlin.contract.event.FactType;
import io.jinlin.contract.event.Occasion;
import io.jinlin.contract.event.Outcome;
import io.jinlin.contract.wire.EventCodec;
import io.jinlin.hub.ledger.What;
import io.jinlin.hub.store.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the ledger says of a session: who came, who left, which child was handed over. */
final class Seen {
  private static final String EVENTS =
      "SELECT at, subject, type, body FROM event WHERE at >= ? AND at < ? AND NOT voided"
          + " AND ((occasion = ? AND type = "
          + What.type(FactType.SCAN)
          + " AND outcome IN ("
          + What.outcome(Outcome.ACCEPTED)
          + ", "
          + What.outcome(Outcome.ALREADY)
          + ")) OR (place = ? AND type IN ("
          + What.type(FactType.DEPARTURE)
          + ", "
          + What.type(FactType.HAND_OVER)
          + "))) ORDER BY at, id";

  private final Map<Long, Long> came = new HashMap<>();
  private final Map<Long, Long> left = new HashMap<>();
  private final Map<Long, Long> handedOver = new HashMap<>();
  private final Set<Object> unknownCards = new HashSet<>();

  private Seen() {}

  private record Happened(long at, Object subject, Optional<Fact> fact) {}

  static Seen of(Connection db, Occasion occasion, String place, long fromMillis, long untilMillis)
      throws SQLException {
    Seen seen = new Seen();
    Rows.each(
        db,
        EVENTS,
        row ->
            new Happened(
                row.getLong(1),
                row.getObject(2),
                EventCodec.decode(row.getBytes(4)).toOptional().map(Event::fact)),
        one -> seen.take(one, occasion),
        fromMillis,
        untilMillis,
        occasion.text(),
        place);
    return seen;
  }

  private void take(Happened one, Occasion occasion) {
    if (one.fact.isEmpty()) {
      return;
    }
    if (!(one.subject instanceof Number number)) {
      if (one.fact.get() instanceof Fact.Scan scan) {
        unknownCards.add(scan.ref());
      }
      return;
    }
    long person = number.longValue();
    if (one.fact.get() instanceof Fact.Scan) {
      came.merge(person, one.at, Math::min);
    } else if (one.fact.get() instanceof Fact.Departure) {
      left.merge(person, one.at, Math::max);
    } else if (one.fact.get() instanceof Fact.HandOver over && over.occasion().equals(occasion)) {
      handedOver.merge(person, one.at, Math::max);
    }
  }

  /** When each came first. */
  Map<Long, Long> came() {
    return came;
  }

  /** When each left last. */
  Map<Long, Long> left() {
    return left;
  }

  Map<Long, Long> handedOver() {
    return handedOver;
  }

  int unknownCards() {
    return unknownCards.size();
  }
}
