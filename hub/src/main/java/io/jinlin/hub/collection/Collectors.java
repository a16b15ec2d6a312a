package io.jinlin.hub.collection;

import io.jinlin.contract.card.CardRef;
import io.jinlin.hub.cards.Card;
import io.jinlin.hub.cards.Cards;
import io.jinlin.hub.residents.Person;
import io.jinlin.hub.residents.Residents;
import io.jinlin.hub.store.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Who may collect whom as the hub knows it now, which a kiosk without a network may not: what it
 * offers is looked at again here. Within the transaction of the connection.
 */
public final class Collectors {
  private static final String RELATION =
      "SELECT relation FROM guardian WHERE child = ? AND adult = ? AND collects = 1";

  private final Connection db;
  private final CollectionTable table;
  private final LocalDate today;

  /**
   * @param today by which ages are meant
   */
  public Collectors(Connection db, LocalDate today) {
    this.db = db;
    this.table = new CollectionTable(db);
    this.today = today;
  }

  /** Whose card or code it is. */
  public Collector find(CardRef ref) throws SQLException {
    Optional<DelegateCode> code = table.code(ref);
    if (code.isPresent()) {
      DelegateCode own = code.get();
      return new Collector(
          ref, OptionalLong.empty(), own.name(), "", own.phone(), false, false, code);
    }
    Optional<Card> card = new Cards(db).find(ref);
    Optional<Person> person =
        card.isPresent() ? new Residents(db).find(card.get().person()) : Optional.empty();
    return person
        .map(
            one ->
                new Collector(
                    ref,
                    OptionalLong.of(one.id()),
                    one.name(),
                    card.map(Card::number).orElse(""),
                    one.phone().orElse(""),
                    one.age(today) < Person.ADULT_YEARS,
                    card.filter(known -> known.revokedMillis().isPresent()).isPresent(),
                    Optional.<DelegateCode>empty()))
        .orElseGet(
            () ->
                new Collector(
                    ref, OptionalLong.empty(), "", "", "", false, false, Optional.empty()));
  }

  /** What the adult is to a child: an identifier, or the words on a code; empty for nothing. */
  public String relation(Collector adult, long child) throws SQLException {
    if (adult.code().isPresent()) {
      return adult.code().get().relation();
    }
    return adult.person().isEmpty()
        ? ""
        : Rows.all(db, RELATION, row -> row.getString(1), child, adult.person().getAsLong())
            .stream()
            .findFirst()
            .orElse("");
  }

  /**
   * Whether an adult who presented a card may collect a child. A code whose children are handed
   * over one after another is over with the first, and holds for the others all the same: whether a
   * child is still here is not asked for here.
   *
   * @param atMillis when the card was presented
   */
  public Standing standing(Collector adult, long child, long atMillis) throws SQLException {
    for (Ban ban : table.bans(child)) {
      if (ban.holds() && ban.isOf(adult)) {
        return Standing.BANNED;
      }
    }
    if (adult.code().isPresent()) {
      return of(adult.code().get(), child, atMillis);
    }
    if (adult.person().isEmpty()) {
      return Standing.UNKNOWN_CARD;
    }
    if (adult.dead()) {
      return Standing.CARD_DEAD;
    }
    if (adult.minor()) {
      return Standing.MINOR;
    }
    return relation(adult, child).isEmpty() ? Standing.NOT_AUTHORISED : Standing.MAY;
  }

  private static Standing of(DelegateCode code, long child, long atMillis) {
    if (!code.children().contains(child)) {
      return Standing.NOT_AUTHORISED;
    }
    boolean usedAfter =
        code.overWhy().equals(CollectionBook.USED) && code.overMillis().orElse(0) >= atMillis;
    if (code.overMillis().isPresent() && !usedAfter) {
      return code.overWhy().equals(CollectionBook.ENDED) ? Standing.CODE_ENDED : Standing.CODE_OVER;
    }
    return code.covers(atMillis) ? Standing.MAY : Standing.CODE_ENDED;
  }

  /** Why a kiosk sent an adult to staff who had come for nobody in particular. */
  public Standing refusal(Collector adult, long atMillis) throws SQLException {
    List<Long> children =
        adult.code().isPresent()
            ? adult.code().get().children()
            : Rows.all(
                db,
                "SELECT child FROM guardian WHERE adult = ? AND collects = 1 ORDER BY child",
                row -> row.getLong(1),
                adult.person().orElse(0));
    Standing first = Standing.NOT_AUTHORISED;
    for (long child : children) {
      Standing standing = standing(adult, child, atMillis);
      if (standing == Standing.MAY) {
        return Standing.UNDECIDED;
      }
      first = first == Standing.NOT_AUTHORISED ? standing : first;
    }
    return children.isEmpty() ? standing(adult, 0, atMillis) : first;
  }

  /** Who must not collect a child, now. */
  public List<Ban> bans(long child) throws SQLException {
    return table.bans(child).stream().filter(Ban::holds).toList();
  }

  /** Whether a child may leave alone today: signed for, and old enough. */
  public boolean mayLeaveAlone(long child) throws SQLException {
    boolean signed = table.alone(child).stream().anyMatch(one -> one.holdsOn(today));
    return signed && isOldEnough(child, today);
  }

  boolean isOldEnough(long child, LocalDate day) throws SQLException {
    int years = table.aloneFrom();
    return new Residents(db).find(child).filter(one -> one.age(day) >= years).isPresent();
  }

  /** Up to when refusals of a card were seen, milliseconds since 1970 UTC; 0 for never. */
  public long seenUpTo(CardRef ref) throws SQLException {
    return table.seenUpTo(ref);
  }
}
