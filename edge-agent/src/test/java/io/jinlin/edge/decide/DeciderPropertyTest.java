package io.jinlin.edge.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinlin.contract.card.CardRef;
import io.jinlin.contract.event.Fact;
import io.jinlin.contract.event.Input;
import io.jinlin.contract.event.Occasion;
import io.jinlin.contract.event.Outcome;
import io.jinlin.contract.page.Device;
import io.jinlin.contract.page.FailureRule;
import io.jinlin.contract.page.Place;
import io.jinlin.contract.page.RosterEntry;
import io.jinlin.contract.page.Service;
import io.jinlin.contract.page.Session;
import io.jinlin.edge.roster.RosterAnswer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

/** Whatever is presented, whenever and wherever: a kiosk with a memory, driven from a seed. */
class DeciderPropertyTest {
  private static final int SCANS = 400;

  @Property(tries = 150)
  void noCardIsAcceptedTwiceForOneOccasionAndNoTicketIsGivenTwice(@ForAll long seed) {
    Kiosk kiosk = new Kiosk(seed);
    for (int i = 0; i < SCANS; i++) {
      kiosk.scan();
    }
    assertThat(kiosk.twice).isEmpty();
    assertThat(kiosk.wrong).isEmpty();
  }

  @Property
  void everyMomentHasAnAnswer(
      @ForAll Service service,
      @ForAll Device.Role role,
      @ForAll FailureRule rule,
      @ForAll long wallMillis,
      @ForAll boolean trusted) {
    Place place = Fixture.place(service, rule);
    Situation here =
        new Situation(
            Fixture.SITE,
            place,
            new Device("kiosk-1", "一号机", place.id(), role, 9_900),
            List.of(),
            wallMillis,
            trusted);
    for (RosterAnswer answer : List.of(Fixture.WANG, Fixture.UNKNOWN, Fixture.REVOKED)) {
      Decision decision = Decider.decide(here, Fixture.card(answer));
      assertThat(decision.fact().isPresent())
          .isEqualTo(!(decision.verdict() instanceof Verdict.Choose));
    }
    assertThat(Decider.now(here).label()).isNotNull();
  }

  @Property
  void aDeadCardAlwaysSeesStaff(
      @ForAll Service service,
      @ForAll Device.Role role,
      @ForAll boolean trusted,
      @ForAll @LongRange(min = 0, max = 4_102_444_800_000L) long wallMillis) {
    Situation at = Fixture.at(service, "12:00");
    Situation here =
        new Situation(
            at.site(),
            at.place(),
            new Device("kiosk-1", "一号机", at.place().id(), role, 100),
            List.of(),
            wallMillis,
            trusted);

    assertThat(Decider.decide(here, Fixture.card(Fixture.REVOKED)).verdict())
        .isEqualTo(new Verdict.SeeStaff());
  }

  /** Remembers as the outbox does. */
  private static final class Kiosk {
    private final Random random;
    private final Place place;
    private final List<Session> sessions;
    private final Map<CardRef, Map<Occasion, Seen.Answered>> here = new HashMap<>();
    private final Map<CardRef, Fact> lastFact = new HashMap<>();
    private final Map<CardRef, Long> lastAt = new HashMap<>();
    private final Map<java.time.LocalDate, Integer> tickets = new HashMap<>();
    private final Set<String> accepted = new HashSet<>();
    private final List<String> twice = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();
    private long now;

    Kiosk(long seed) {
      random = new Random(seed);
      Service[] services = Service.values();
      place = Fixture.place(services[random.nextInt(services.length)], FailureRule.SERVE);
      sessions =
          List.of(
              Fixture.session("film", place, "14:00", "16:00", true),
              Fixture.session("talk", place, "15:30", "17:00", true),
              Fixture.session("brush", place, "15:00", "16:30", false));
      now = Fixture.millis(Fixture.TUESDAY, "05:00");
    }

    void scan() {
      now += random.nextInt(20) == 0 ? random.nextInt(3_600_000) : random.nextInt(40_000);
      CardRef ref = new CardRef(0, random.nextInt(30));
      Situation situation =
          new Situation(
              Fixture.SITE, place, Fixture.entrance(place), sessions, now, random.nextInt(9) > 0);
      RosterAnswer answer = answer(ref);
      Seen seen =
          new Seen(
              here.getOrDefault(ref, Map.of()),
              Map.of(),
              Optional.ofNullable(lastFact.get(ref))
                  .map(fact -> new Seen.Last(fact, now - lastAt.get(ref))),
              tickets);
      Presented card = new Presented(ref, answer, seen, Input.LINE, Optional.empty());
      Decision decision = Decider.decide(situation, card);
      if (decision.verdict() instanceof Verdict.Choose choose) {
        String id = choose.choices().get(random.nextInt(choose.choices().size())).id();
        decision = Decider.decide(situation, Fixture.choosing(card, id));
      }
      check(ref, answer, decision);
    }

    private RosterAnswer answer(CardRef ref) {
      long kind = ref.low() % 5;
      if (kind == 0) {
        return Fixture.UNKNOWN;
      }
      if (kind == 1 && random.nextInt(10) == 0) {
        return Fixture.REVOKED;
      }
      return kind == 2
          ? Fixture.known(RosterEntry.Kind.CHILD, List.of("brush"), List.of())
          : Fixture.WANG;
    }

    private void check(CardRef ref, RosterAnswer answer, Decision decision) {
      if (answer instanceof RosterAnswer.Revoked
          && !(decision.verdict() instanceof Verdict.SeeStaff)) {
        wrong.add("a dead card heard " + decision.verdict());
      }
      if (decision.fact().isEmpty() && now - lastAt.getOrDefault(ref, 0L) >= Repeats.WINDOW_MS) {
        wrong.add("nothing stored for " + decision.verdict());
      }
      decision.fact().ifPresent(fact -> remember(ref, fact, decision.verdict()));
    }

    private void remember(CardRef ref, Fact fact, Verdict verdict) {
      lastFact.put(ref, fact);
      lastAt.put(ref, now);
      if (!(fact instanceof Fact.Scan scan) || scan.outcome() != Outcome.ACCEPTED) {
        return;
      }
      Occasion occasion = scan.occasion().orElseThrow();
      if (!accepted.add(occasion + " " + ref.text())) {
        twice.add(occasion + " " + ref);
      }
      if (scan.ticket() > 0 && !accepted.add(occasion.date() + " ticket " + scan.ticket())) {
        twice.add("ticket " + scan.ticket());
      }
      if (verdict instanceof Verdict.Accepted ok && !ok.occasion().equals(occasion)) {
        wrong.add("said " + ok.occasion() + ", stored " + occasion);
      }
      here.computeIfAbsent(ref, unused -> new HashMap<>())
          .put(occasion, new Seen.Answered(now, scan.ticket()));
      if (scan.ticket() > 0) {
        tickets.merge(occasion.date(), scan.ticket(), Math::max);
      }
    }
  }
}
