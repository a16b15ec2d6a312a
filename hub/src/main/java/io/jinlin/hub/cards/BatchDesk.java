package io.jinlin.hub.cards;

import io.jinlin.contract.card.CardCode;
import io.jinlin.hub.ledger.Ledger;
import io.jinlin.hub.store.Database;
import io.jinlin.hub.store.RandomId;
import io.jinlin.hub.store.Rows;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;

/**
 * Gives out cards many at once. A batch can be printed as often as wanted until somebody confirms
 * that its cards are handed out; from then on nobody can, and a lost card is a new card.
 */
public final class BatchDesk {
  /** Most cards of a batch. */
  public static final int MAX_CARDS = 3_000;

  /** Most batches in the list. */
  public static final int MAX_BATCHES = 50;

  /** 120 cards of at most 300 bytes are less than an entry of the journal. */
  private static final int CARDS_OF_STEP = 120;

  private static final String COLLECTOR =
      " EXISTS (SELECT 1 FROM guardian g JOIN enrolment e ON e.person = g.child"
          + " WHERE g.adult = p.id AND g.collects = 1)";
  private static final String WITHOUT =
      "SELECT p.id FROM person p LEFT JOIN household h ON h.id = p.household"
          + " WHERE p.role = 'resident' AND p.died IS NULL AND p.born <= ?"
          + " AND 'moved' <> ifnull((SELECT s.state FROM person_state s WHERE s.person = p.id"
          + " ORDER BY s.at DESC LIMIT 1), '')"
          + " AND NOT EXISTS (SELECT 1 FROM card c WHERE c.person = p.id AND c.revoked IS NULL)"
          + " AND (? = 0 OR h.phase = ?) AND (? = 0 OR h.block = ?) AND (? = 0 OR"
          + COLLECTOR
          + ") ORDER BY h.phase, h.block, h.stair, h.room, p.id LIMIT ?";
  private static final String CODES =
      "SELECT b.code, b.number, p.name,"
          + COLLECTOR
          + " FROM card_batch_card b JOIN card c ON c.ref = b.ref JOIN person p ON p.id = c.person"
          + " LEFT JOIN household h ON h.id = p.household"
          + " WHERE b.batch = ? AND c.revoked IS NULL AND b.code <> ''"
          + " ORDER BY h.phase, h.block, h.stair, h.room, p.id";

  /**
   * What the desk works with.
   *
   * @param keys folder of the keys of batches that can be printed
   * @param cards the desk that numbers cards
   * @param random a cryptographic source: cards are secrets
   */
  public record Parts(
      String site,
      Database database,
      Ledger ledger,
      BatchBook book,
      CardDesk cards,
      Path keys,
      InstantSource clock,
      ZoneId zone,
      RandomGenerator random) {}

  /** A batch that was given out, and to whom. */
  public record Given(String batch, List<Long> persons) {}

  private final Parts parts;
  private final BatchKeys keys;

  public BatchDesk(Parts parts) {
    this.parts = parts;
    this.keys = new BatchKeys(parts.keys(), parts.random());
  }

  /** How many cards a batch would have; one more than {@link #MAX_CARDS} for more. */
  public int count(BatchScope scope) {
    return parts.database().read(db -> without(db, scope)).size();
  }

  private List<Long> without(Connection db, BatchScope scope) throws SQLException {
    LocalDate today = LocalDate.ofInstant(parts.clock().instant(), parts.zone());
    int phase = scope.phase().orElse(0);
    int block = scope.block().orElse(0);
    return Rows.all(
        db,
        WITHOUT,
        row -> row.getLong(1),
        today.minusYears(scope.minAge()).toString(),
        phase,
        phase,
        block,
        block,
        scope.collectors() ? 1 : 0,
        MAX_CARDS + 1);
  }

  /**
   * Gives a card to everybody of a scope, at most {@link #MAX_CARDS}.
   *
   * @return what was given once all is in both files; empty when there is nobody
   */
  public synchronized Optional<CompletableFuture<Given>> give(BatchScope scope, String account) {
    List<Long> persons = parts.database().read(db -> without(db, scope));
    if (persons.isEmpty()) {
      return Optional.empty();
    }
    String id = RandomId.next(parts.random());
    byte[] key = keys.make(id);
    long now = parts.clock().millis();
    List<BatchChange.Sealed> cards = new ArrayList<>();
    for (long person : persons.subList(0, Math.min(persons.size(), MAX_CARDS))) {
      CardCode code = CardCode.random(parts.random());
      Card card =
          new Card(
              code.keys(parts.site()),
              person,
              parts.cards().nextNumber(),
              now,
              OptionalLong.empty());
      cards.add(new BatchChange.Sealed(card, keys.seal(key, code)));
    }
    List<CompletableFuture<Integer>> steps = new ArrayList<>();
    for (int i = 0; i < cards.size(); i += CARDS_OF_STEP) {
      List<BatchChange.Sealed> some =
          List.copyOf(cards.subList(i, Math.min(i + CARDS_OF_STEP, cards.size())));
      steps.add(write(new BatchChange.Given(id, now, account, some)));
    }
    return Optional.of(
        CompletableFuture.allOf(steps.toArray(CompletableFuture[]::new))
            .thenApply(none -> given(id, cards)));
  }

  private static Given given(String id, List<BatchChange.Sealed> cards) {
    return new Given(id, cards.stream().map(one -> one.card().person()).toList());
  }

  private CompletableFuture<Integer> write(BatchChange change) {
    return parts
        .ledger()
        .write(BatchBook.KIND, change.body(), db -> parts.book().apply(db, change));
  }

  /** The newest batches. */
  public List<CardBatch> batches() {
    return parts.database().read(db -> BatchBook.all(db, MAX_BATCHES)).stream()
        .map(
            batch ->
                new CardBatch(
                    batch.id(),
                    batch.atMillis(),
                    batch.account(),
                    batch.cards(),
                    batch.confirmedMillis().isEmpty() && keys.find(batch.id()).isPresent(),
                    batch.confirmedMillis(),
                    batch.confirmedBy()))
        .toList();
  }

  /** A batch's cards that work, with their codes, by door; nothing when it cannot be printed. */
  public List<PrintableCard> printable(String batch) {
    Optional<byte[]> key = known(batch).flatMap(one -> keys.find(one.id()));
    if (key.isEmpty()) {
      return List.of();
    }
    return parts
        .database()
        .read(
            db -> {
              List<PrintableCard> cards = new ArrayList<>();
              Set<String> unreadable = new HashSet<>();
              Rows.all(
                  db,
                  CODES,
                  row -> {
                    Optional<CardCode> code = BatchKeys.open(key.get(), row.getString(1));
                    String number = row.getString(2);
                    String name = row.getString(3);
                    boolean collector = row.getInt(4) != 0;
                    return code.isPresent()
                        ? cards.add(new PrintableCard(code.get(), number, name, collector))
                        : unreadable.add(number);
                  },
                  batch);
              return cards;
            });
  }

  private Optional<CardBatch> known(String batch) {
    return batches().stream().filter(one -> one.id().equals(batch)).findFirst();
  }

  /** The cards of a batch are handed out; empty when it cannot be printed any more anyway. */
  public Optional<CompletableFuture<String>> confirm(String batch, String account) {
    if (known(batch).filter(CardBatch::printable).isEmpty()) {
      return Optional.empty();
    }
    BatchChange.Confirmed confirmed =
        new BatchChange.Confirmed(batch, parts.clock().millis(), account);
    return Optional.of(
        write(confirmed)
            .thenApply(
                done -> {
                  keys.forget(batch);
                  return batch;
                }));
  }
}
