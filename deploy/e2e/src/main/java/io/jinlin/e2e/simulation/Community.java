package io.jinlin.e2e.simulation;

import io.jinlin.contract.card.CardCode;
import io.jinlin.contract.card.CardKeys;
import io.jinlin.contract.card.CardRef;
import io.jinlin.contract.card.Seal;
import io.jinlin.contract.page.Item;
import io.jinlin.contract.page.RosterEntry;
import io.jinlin.contract.page.RosterEntryCodec;
import io.jinlin.contract.wire.PageKind;
import io.jinlin.hub.ledger.JournalHandler;
import io.jinlin.hub.ledger.Subjects;
import io.jinlin.hub.pages.PageWriter;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Random;

/**
 * The people with their cards, and what of them the hub's pages say. Most cards are handed out at
 * the beginning, some on the way, a few never; every fifth person has an old card too.
 */
final class Community implements Subjects {
  static final int CARDS = 60;

  /** Kinds of the journal's entries. */
  static final String ISSUED = "card";

  static final String REVOKED = "revocation";

  private static final int HANDED_OUT = 45;
  private static final int NEVER_HANDED_OUT = 5;
  private static final int CHILD_EVERY = 4;
  private static final int PERSON_EVERY = 5;

  private final Random random;
  private final List<CardCode> codes = new ArrayList<>();
  private final List<CardKeys> keys = new ArrayList<>();
  private final Map<CardRef, Integer> numbers = new HashMap<>();
  private final Map<CardRef, Long> persons = new HashMap<>();

  Community(Random random) {
    this.random = random;
    for (int card = 0; card < CARDS; card++) {
      CardCode code = CardCode.random(random);
      codes.add(code);
      keys.add(code.keys(Estate.SITE));
      numbers.put(ref(card), card);
      if (card < HANDED_OUT) {
        persons.put(ref(card), person(card));
      }
    }
  }

  /** What the QR code of a card holds. */
  String text(int card) {
    return codes.get(card).text();
  }

  int number(CardRef ref) {
    return Objects.requireNonNull(numbers.get(ref));
  }

  CardRef ref(int card) {
    return keys.get(card).ref();
  }

  /** A card that may be handed out on the way. */
  int stranger() {
    return HANDED_OUT + random.nextInt(CARDS - NEVER_HANDED_OUT - HANDED_OUT);
  }

  private static long person(int card) {
    return 1 + (card % PERSON_EVERY == 0 ? card / PERSON_EVERY : card);
  }

  @Override
  public OptionalLong personOf(CardRef ref) {
    Long person = persons.get(ref);
    return person == null ? OptionalLong.empty() : OptionalLong.of(person);
  }

  /** The card was handed out; whose it is. */
  long handedOut(int card) {
    persons.put(ref(card), person(card));
    return person(card);
  }

  boolean isHandedOut(int card) {
    return persons.containsKey(ref(card));
  }

  /** Everybody who has a card at the beginning. */
  void publish(PageWriter pages) throws SQLException {
    for (int card = 0; card < HANDED_OUT; card++) {
      publish(pages, card);
    }
  }

  /** A card's entry, sealed anew. */
  void publish(PageWriter pages, int card) throws SQLException {
    byte[] content = RosterEntryCodec.encode(entry(card));
    pages.put(
        PageKind.ROSTER,
        version ->
            new Item.Roster(
                version, ref(card), Seal.seal(keys.get(card), version, content, random)));
  }

  private RosterEntry entry(int card) {
    boolean child = card % CHILD_EVERY == 0;
    boolean parent = card % CHILD_EVERY == 1;
    return new RosterEntry(
        "王*",
        "",
        child ? RosterEntry.Kind.CHILD : RosterEntry.Kind.RESIDENT,
        "zh",
        card % 2 == 0 ? List.of(Estate.SERIES) : List.of(),
        parent ? List.of(ref(card - 1)) : List.of());
  }

  static byte[] body(int card) {
    return Integer.toString(card).getBytes(StandardCharsets.US_ASCII);
  }

  private static int card(byte[] body) {
    return Integer.parseInt(new String(body, StandardCharsets.US_ASCII));
  }

  /** What the hub does, and does again from its journal. */
  Map<String, JournalHandler> handlers() {
    return Map.of(ISSUED, this::issue, REVOKED, this::revoke);
  }

  private void issue(Connection db, byte[] body) throws SQLException {
    try (PageWriter pages = new PageWriter(db)) {
      publish(pages, card(body));
    }
  }

  private void revoke(Connection db, byte[] body) throws SQLException {
    revoked(db, body);
  }

  /** Within the open transaction; how many cards died. */
  int revoked(Connection db, byte[] body) throws SQLException {
    try (PageWriter pages = new PageWriter(db)) {
      CardRef dead = ref(card(body));
      pages.put(PageKind.REVOCATIONS, version -> new Item.Revocation(version, dead));
      pages.gone(PageKind.ROSTER, dead.text());
    }
    return 1;
  }
}
