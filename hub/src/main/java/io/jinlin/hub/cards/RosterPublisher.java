package io.jinlin.hub.cards;

import io.jinlin.contract.card.CardKeys;
import io.jinlin.contract.card.CardRef;
import io.jinlin.contract.card.Seal;
import io.jinlin.contract.page.Item;
import io.jinlin.contract.page.RosterEntry;
import io.jinlin.contract.page.RosterEntryCodec;
import io.jinlin.contract.wire.PageKind;
import io.jinlin.hub.pages.PageWriter;
import io.jinlin.hub.residents.Guardian;
import io.jinlin.hub.residents.Person;
import io.jinlin.hub.residents.Residents;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Writes what kiosks may know of cards: a sealed entry for each living card, a revocation for each
 * dead one. Within the transaction of the connection it is given.
 */
public final class RosterPublisher {
  /** From so many people on, all cards are read at once. */
  private static final int MANY = 100;

  private final Connection db;
  private final RandomGenerator random;

  /**
   * A publisher.
   *
   * @param random a cryptographic source: its nonces must not repeat
   */
  public RosterPublisher(Connection db, RandomGenerator random) {
    this.db = db;
    this.random = random;
  }

  /**
   * Writes everything anew.
   *
   * @return how many entries
   */
  public int publishAll(LocalDate today) throws SQLException {
    List<Card> cards = new Cards(db).all();
    Residents residents = new Residents(db);
    Map<Long, CardRef> living = new HashMap<>();
    for (Card card : cards) {
      if (card.revokedMillis().isEmpty()) {
        living.put(card.person(), card.keys().ref());
      }
    }
    RosterEntries entries =
        new RosterEntries(today, residents.enrolments(), residents.collectors(), living);
    Map<Long, Person> persons = new HashMap<>();
    residents.persons().forEach(person -> persons.put(person.id(), person));
    int published = 0;
    try (PageWriter pages = new PageWriter(db)) {
      for (Card card : cards) {
        Person person = persons.get(card.person());
        if (person == null || card.revokedMillis().isPresent()) {
          revoke(pages, card.keys().ref());
        } else {
          put(pages, card.keys(), entries.of(person));
          published++;
        }
      }
    }
    return published;
  }

  /**
   * Writes anew what kiosks know of a person's living cards and of those who may collect this
   * person: their entries name the child's card. Of a person who is not known nothing is written.
   */
  public void publish(long person, LocalDate today) throws SQLException {
    publish(Set.of(person), today);
  }

  /** The same of many people at once. */
  public void publish(Set<Long> persons, LocalDate today) throws SQLException {
    Residents residents = new Residents(db);
    List<Guardian> collectors = residents.collectors();
    Set<Long> told = new LinkedHashSet<>(persons);
    Set<Long> children = new HashSet<>();
    for (Guardian guardian : collectors) {
      if (persons.contains(guardian.child())) {
        told.add(guardian.adult());
      }
    }
    for (Guardian guardian : collectors) {
      if (told.contains(guardian.adult())) {
        children.add(guardian.child());
      }
    }
    Set<Long> asked = new HashSet<>(told);
    asked.addAll(children);
    Map<Long, List<Card>> living = living(asked);
    Map<Long, CardRef> refs = new HashMap<>();
    for (long child : children) {
      living.getOrDefault(child, List.of()).forEach(card -> refs.put(child, card.keys().ref()));
    }
    RosterEntries entries = new RosterEntries(today, residents.enrolments(), collectors, refs);
    try (PageWriter pages = new PageWriter(db)) {
      for (long one : told) {
        List<Card> cards = living.getOrDefault(one, List.of());
        Optional<Person> known = cards.isEmpty() ? Optional.empty() : residents.find(one);
        if (known.isPresent()) {
          for (Card card : cards) {
            put(pages, card.keys(), entries.of(known.get()));
          }
        }
      }
    }
  }

  private Map<Long, List<Card>> living(Set<Long> persons) throws SQLException {
    Cards table = new Cards(db);
    List<Card> cards = new ArrayList<>();
    if (persons.size() > MANY) {
      cards.addAll(table.all());
    } else {
      for (long person : persons) {
        cards.addAll(table.of(person));
      }
    }
    Map<Long, List<Card>> living = new HashMap<>();
    for (Card card : cards) {
      if (card.revokedMillis().isEmpty() && persons.contains(card.person())) {
        living.computeIfAbsent(card.person(), none -> new ArrayList<>()).add(card);
      }
    }
    return living;
  }

  /** Tells kiosks for ever that a card is dead, and takes its entry away. */
  public void revoke(CardRef ref) throws SQLException {
    try (PageWriter pages = new PageWriter(db)) {
      revoke(pages, ref);
      pages.gone(PageKind.ROSTER, ref.text());
    }
  }

  /** Writes what kiosks may know of a code that is nobody's card. */
  public void publish(CardKeys keys, RosterEntry entry) throws SQLException {
    try (PageWriter pages = new PageWriter(db)) {
      put(pages, keys, entry);
    }
  }

  private void put(PageWriter pages, CardKeys keys, RosterEntry entry) throws SQLException {
    byte[] content = RosterEntryCodec.encode(entry);
    pages.put(
        PageKind.ROSTER,
        version -> new Item.Roster(version, keys.ref(), Seal.seal(keys, version, content, random)));
  }

  private static void revoke(PageWriter pages, CardRef ref) throws SQLException {
    pages.put(PageKind.REVOCATIONS, version -> new Item.Revocation(version, ref));
  }
}
