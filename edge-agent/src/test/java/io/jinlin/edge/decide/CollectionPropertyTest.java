package io.jinlin.edge.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinlin.contract.card.CardRef;
import io.jinlin.contract.event.Fact;
import io.jinlin.contract.page.Device;
import io.jinlin.contract.page.FailureRule;
import io.jinlin.contract.page.Place;
import io.jinlin.contract.page.RosterEntry;
import io.jinlin.contract.page.Service;
import io.jinlin.contract.page.Session;
import io.jinlin.edge.roster.RosterAnswer;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** A kiosk by itself, with a network or without: whom it opens a collection for, and with whom. */
class CollectionPropertyTest {
  private static final long MIDNIGHT = Fixture.millis(Fixture.TUESDAY, "00:00");
  private static final List<CardRef> CHILDREN = List.of(Fixture.CHILD_CARD, new CardRef(5, 6));

  @Property(tries = 3_000)
  void aCollectionIsOpenedForAnAdultOfTheListWithThoseChildrenAndNobodyIsHandedOver(
      @ForAll Service service,
      @ForAll Device.Role role,
      @ForAll FailureRule rule,
      @ForAll RosterEntry.Kind kind,
      @ForAll @IntRange(min = 0, max = 2) int children,
      @ForAll boolean revoked,
      @ForAll boolean trusted,
      @ForAll @LongRange(min = 0, max = 1_439) long minute,
      @ForAll @LongRange(min = 0, max = 1_000) long from,
      @ForAll @LongRange(min = 1, max = 400) long length) {
    Place place = Fixture.place(service, rule);
    Session lessons = Fixture.session("lessons", place, "16:30", "18:00", false);
    Situation here =
        new Situation(
            Fixture.SITE,
            place,
            new Device("kiosk-1", "一号机", place.id(), role, 100),
            List.of(lessons),
            MIDNIGHT + minute * 60_000,
            trusted);
    RosterEntry entry = entry(kind, CHILDREN.subList(0, children), from, from + length);
    RosterAnswer answer = revoked ? new RosterAnswer.Revoked() : new RosterAnswer.Known(entry);

    Decision decision = Decider.decide(here, Fixture.card(answer));

    boolean inTime =
        kind != RosterEntry.Kind.DELEGATE || (minute >= from && minute < from + length);
    boolean may =
        service == Service.SCHOOL
            && role != Device.Role.EXIT
            && kind != RosterEntry.Kind.CHILD
            && !revoked
            && trusted
            && children > 0
            && inTime;
    assertThat(decision.fact().filter(Fact.HandOver.class::isInstance)).isEmpty();
    List<Fact.Collection> opened =
        decision.fact().stream()
            .filter(Fact.Collection.class::isInstance)
            .map(Fact.Collection.class::cast)
            .toList();
    assertThat(opened).hasSize(may ? 1 : 0);
    assertThat(opened).allMatch(one -> one.children().equals(entry.collects()));
  }

  private static RosterEntry entry(
      RosterEntry.Kind kind, List<CardRef> children, long from, long until) {
    return kind == RosterEntry.Kind.DELEGATE
        ? new RosterEntry(
            "赵*",
            "",
            kind,
            "zh",
            List.of(),
            children,
            MIDNIGHT + from * 60_000,
            MIDNIGHT + until * 60_000)
        : new RosterEntry("赵*", "", kind, "zh", List.of("lessons"), children);
  }
}
