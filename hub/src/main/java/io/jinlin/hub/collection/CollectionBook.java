package io.jinlin.hub.collection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jinlin.contract.card.CardKeys;
import io.jinlin.contract.card.CardRef;
import io.jinlin.contract.page.RosterEntry;
import io.jinlin.hub.cards.Card;
import io.jinlin.hub.cards.Cards;
import io.jinlin.hub.cards.RosterPublisher;
import io.jinlin.hub.ledger.JournalHandler;
import io.jinlin.hub.residents.Names;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Carries out what staff decide about collecting, now or again from the journal: the tables, and
 * what kiosks are told. Twice is the same as once.
 */
public final class CollectionBook implements JournalHandler {
  /** Its kind of journal entry. */
  public static final String KIND = "collection";

  /** A code is over because a child was handed over with it. */
  static final String USED = "used";

  /** A code is over because staff said so. */
  static final String WITHDRAWN = "withdrawn";

  /** A code is over because its end has passed. */
  static final String ENDED = "ended";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final InstantSource clock;
  private final ZoneId zone;
  private final RandomGenerator random;

  /**
   * @param zone of the site
   * @param random a cryptographic source
   */
  public CollectionBook(InstantSource clock, ZoneId zone, RandomGenerator random) {
    this.clock = clock;
    this.zone = zone;
    this.random = random;
  }

  @Override
  public void apply(Connection db, byte[] body) throws SQLException {
    JsonNode deed;
    try {
      deed = JSON.readTree(body);
    } catch (IOException e) {
      throw new SQLException("reading a decision about collecting", e);
    }
    CollectionTable table = new CollectionTable(db);
    long at = deed.path("at").asLong();
    String by = deed.path("by").asText();
    String id = deed.path("id").asText();
    switch (deed.path("deed").asText()) {
      case "ban" -> ban(db, table, deed);
      case "ban-end" -> {
        table.endBan(id, deed.path("reason").asText(), at, by);
        Optional<Ban> ban = table.ban(id);
        if (ban.isPresent()) {
          tell(db, ban.get());
        }
      }
      case "code" -> code(db, table, deed);
      case "code-over" -> over(db, table, ref(deed), deed.path("why").asText(), at, by);
      case "alone" ->
          table.put(
              new Alone(
                  id,
                  deed.path("child").asLong(),
                  LocalDate.parse(deed.path("from").asText()),
                  LocalDate.parse(deed.path("until").asText()),
                  deed.path("signer").asText(),
                  at,
                  by,
                  OptionalLong.empty()));
      case "alone-end" -> table.endAlone(id, at, by);
      case "refusal-seen" ->
          table.seen(deed.path("ref").asText(), deed.path("upTo").asLong(), at, by);
      case "rule" -> table.setAloneFrom(deed.path("aloneFrom").asInt());
      default -> throw new SQLException("a decision about collecting of an unknown kind");
    }
  }

  private void ban(Connection db, CollectionTable table, JsonNode deed) throws SQLException {
    long adult = deed.path("adult").asLong();
    Ban ban =
        new Ban(
            deed.path("id").asText(),
            deed.path("child").asLong(),
            adult == 0 ? OptionalLong.empty() : OptionalLong.of(adult),
            deed.path("who").asText(),
            deed.path("reason").asText(),
            deed.path("at").asLong(),
            deed.path("by").asText(),
            OptionalLong.empty());
    table.put(ban);
    tell(db, ban);
  }

  /** Kiosks offer a child to no adult of the register who must not collect it. */
  private void tell(Connection db, Ban ban) throws SQLException {
    if (ban.adult().isPresent()) {
      Set<Long> both = new HashSet<>(List.of(ban.child(), ban.adult().getAsLong()));
      new RosterPublisher(db, random).publish(both, LocalDate.ofInstant(clock.instant(), zone));
    }
  }

  private void code(Connection db, CollectionTable table, JsonNode deed) throws SQLException {
    List<Long> children = new ArrayList<>();
    deed.path("children").forEach(child -> children.add(child.asLong()));
    byte[] key = HexFormat.of().parseHex(deed.path("key").asText());
    DelegateCode code =
        new DelegateCode(
            CardKeys.of(ref(deed), key),
            deed.path("name").asText(),
            deed.path("relation").asText(),
            deed.path("phone").asText(),
            children,
            deed.path("from").asLong(),
            deed.path("until").asLong(),
            deed.path("at").asLong(),
            deed.path("by").asText(),
            OptionalLong.empty(),
            "");
    // Kiosks need not carry for ever what has ended.
    for (DelegateCode old : table.ended(code.atMillis())) {
      over(db, table, old.keys().ref(), ENDED, code.atMillis(), code.by());
    }
    table.put(code);
    if (table.code(code.keys().ref()).filter(one -> one.overMillis().isPresent()).isPresent()) {
      return;
    }
    List<CardRef> cards = new ArrayList<>();
    for (long child : children) {
      livingCard(db, child).ifPresent(cards::add);
    }
    RosterEntry entry =
        new RosterEntry(
            Names.masked(code.name()),
            "",
            RosterEntry.Kind.DELEGATE,
            "zh",
            List.of(),
            cards,
            code.fromMillis(),
            code.untilMillis());
    new RosterPublisher(db, random).publish(code.keys(), entry);
  }

  /** The living card of a child, by which kiosks name it. */
  static Optional<CardRef> livingCard(Connection db, long child) throws SQLException {
    return new Cards(db)
        .of(child).stream()
            .filter(card -> card.revokedMillis().isEmpty())
            .map(Card::keys)
            .map(CardKeys::ref)
            .findFirst();
  }

  private void over(
      Connection db, CollectionTable table, CardRef ref, String why, long atMillis, String by)
      throws SQLException {
    table.over(ref, why, atMillis, by);
    new RosterPublisher(db, random).revoke(ref);
  }

  private static CardRef ref(JsonNode deed) throws SQLException {
    return CardRef.parse(deed.path("ref").asText())
        .orElseThrow(() -> new SQLException("a decision about collecting without its code"));
  }
}
