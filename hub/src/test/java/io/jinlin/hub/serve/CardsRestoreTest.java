package io.jinlin.hub.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinlin.contract.card.CardRef;
import io.jinlin.contract.wire.PageKind;
import io.jinlin.hub.backup.Backups;
import io.jinlin.hub.cards.Card;
import io.jinlin.hub.cards.CardAnswer;
import io.jinlin.hub.cards.CardBook;
import io.jinlin.hub.cards.CardDesk;
import io.jinlin.hub.cards.Cards;
import io.jinlin.hub.residents.Person;
import io.jinlin.hub.residents.Residents;
import io.jinlin.hub.residents.Sex;
import io.jinlin.hub.store.Rows;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What was done with cards outlives an older backup. */
class CardsRestoreTest extends CoreFixture {
  private static void person(Core core) throws Exception {
    Person person =
        new Person(
            1,
            OptionalLong.empty(),
            "陈阿英",
            Sex.FEMALE,
            LocalDate.of(1946, 2, 3),
            Optional.empty(),
            "zh",
            Person.Role.RESIDENT,
            Optional.empty());
    core.ledger()
        .write(
            db -> {
              new Residents(db).addPersons(List.of(person));
              return 1;
            })
        .get(20, TimeUnit.SECONDS);
  }

  private CardDesk desk(Core core) {
    CardBook book =
        new CardBook(core.cards(), InstantSource.system(), config.zone(), new SecureRandom());
    return new CardDesk(
        new CardDesk.Parts(
            config.site(),
            core.database(),
            core.ledger(),
            book,
            InstantSource.system(),
            new SecureRandom()));
  }

  private static CardRef done(CardAnswer answer) throws Exception {
    return ((CardAnswer.Begun) answer).done().get(20, TimeUnit.SECONDS).card().keys().ref();
  }

  @Test
  void aRestoredHubStillKnowsWhichCardsWereGivenOutAndWhichDied() throws Exception {
    Path backup;
    CardRef first;
    CardRef second;
    try (Core core = start()) {
      person(core);
      backup = backUp(core);
      first = done(desk(core).issue(1, "director"));
      second = done(desk(core).reprint(first, "director"));
    }
    Backups.restore(backup, HubFiles.database(config), System.currentTimeMillis());
    try (Core core = start()) {
      assertThat(core.cards().personOf(first)).hasValue(1);
      assertThat(core.cards().personOf(second)).hasValue(1);
      List<Card> cards = core.database().read(db -> new Cards(db).of(1));
      assertThat(cards).extracting(card -> card.revokedMillis().isPresent()).contains(true, false);
      String dead = "SELECT count(*) FROM page_item WHERE kind = ? AND key = ?";
      int kind = PageKind.REVOCATIONS.ordinal();
      long told = core.database().read(db -> Rows.number(db, dead, kind, first.text()));
      assertThat(told).isEqualTo(1);
      assertThat(desk(core).reprint(first, "director"))
          .isEqualTo(new CardAnswer.Not(CardAnswer.Why.CARD_DEAD));
      assertThat(desk(core).issue(1, "director"))
          .isEqualTo(new CardAnswer.Not(CardAnswer.Why.HAS_CARD));
    }
  }

  @Test
  void whatTheJournalBringsBackIsOfTheNewTermOfPages() throws Exception {
    Path backup;
    try (Core core = start()) {
      person(core);
      backup = backUp(core);
      done(desk(core).issue(1, "director"));
    }
    Backups.restore(backup, HubFiles.database(config), System.currentTimeMillis());
    try (Core core = start()) {
      int kind = PageKind.ROSTER.ordinal();
      String term = "SELECT first FROM page_term WHERE kind = ? ORDER BY start DESC LIMIT 1";
      long first = core.database().read(db -> Rows.number(db, term, kind));
      String entry = "SELECT max(version) FROM page_item WHERE kind = ?";
      long brought = core.database().read(db -> Rows.number(db, entry, kind));
      assertThat(brought).isGreaterThanOrEqualTo(first);
    }
  }
}
