package io.jinlin.hub.api;

import io.jinlin.contract.event.Fact.TicketStep;
import io.jinlin.contract.event.Words;
import io.jinlin.contract.page.ClinicQueue;
import io.jinlin.hub.clinic.ClinicDay;
import io.jinlin.hub.clinic.ClinicRules;
import io.jinlin.hub.clinic.ClinicState;
import io.jinlin.hub.clinic.QueueState;
import io.jinlin.hub.clinic.Visit;
import io.jinlin.hub.live.RowMaker;
import io.jinlin.hub.places.Places;
import io.jinlin.hub.residents.People;
import io.jinlin.hub.tally.Subject;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What the nurse sees; the names of the components are the names in its JSON. Times are
 * milliseconds since 1970 UTC.
 *
 * @param withoutCard numbers that were given today without a card; each is one attendance (人次)
 * @param last steps that can be taken back, newest first
 */
record ClinicPage(
    long at,
    String day,
    ClinicRules rules,
    List<Queue> queues,
    int withoutCard,
    List<LastStep> last) {

  /** One queue; lengths of time that nobody knows yet are null. */
  record Queue(
      String id,
      String zh,
      String en,
      String opens,
      String closes,
      boolean closed,
      List<Number> waiting,
      List<Number> called,
      List<Number> skipped,
      int served,
      @Nullable Long waitMs,
      @Nullable Long serviceMs,
      int secondsPerPerson) {}

  /**
   * One number.
   *
   * @param name masked; null without a card
   * @param reason why it goes first; null if it does not
   * @param since when it began to wait here
   * @param calledAt when it was called last; null if it was not
   */
  record Number(
      int ticket,
      @Nullable String name,
      @Nullable String reason,
      boolean walkIn,
      long since,
      @Nullable Long calledAt,
      int calls,
      @Nullable String room) {}

  /** A step that was taken. */
  record LastStep(
      String event,
      long at,
      String step,
      @Nullable Integer ticket,
      String queue,
      @Nullable String room,
      @Nullable String to,
      String by) {}

  static ClinicPage of(ClinicState clinic, Places places, People people, long nowMillis) {
    return new ClinicPage(
        nowMillis,
        clinic.day().toString(),
        clinic.rules(),
        places.places().stream()
            .flatMap(place -> place.queues().stream())
            .map(queue -> queue(queue, clinic.queue(queue.id()), people))
            .toList(),
        (int) clinic.visits().stream().filter(Visit::walkIn).count(),
        clinic.last().stream().map(ClinicPage::step).toList());
  }

  private static Queue queue(ClinicQueue queue, QueueState state, People people) {
    return new Queue(
        queue.id(),
        queue.name(),
        queue.nameEnglish(),
        queue.opens().toString(),
        queue.closes().toString(),
        state.closed(),
        state.waiting().stream()
            .map(one -> number(one.visit(), one.reason().map(Words::of), people))
            .toList(),
        state.called().stream().map(one -> number(one, Optional.empty(), people)).toList(),
        state.skipped().stream().map(one -> number(one, Optional.empty(), people)).toList(),
        state.served(),
        orNull(state.waitMedianMillis()),
        orNull(state.serviceMedianMillis()),
        state.secondsPerPerson());
  }

  private static Number number(Visit visit, Optional<String> reason, People people) {
    String name =
        visit.subject().orElse(null) instanceof Subject.Person person
            ? people.masked(person.id())
            : null;
    return new Number(
        visit.ticket(),
        name,
        reason.orElse(null),
        visit.walkIn(),
        visit.sinceMillis(),
        visit.wasCalled() ? visit.calledMillis() : null,
        visit.calls(),
        visit.room().orElse(null));
  }

  private static LastStep step(ClinicDay.Done done) {
    TicketStep step = done.step();
    return new LastStep(
        RowMaker.name(done.event()),
        done.atMillis(),
        Words.of(step.step()),
        step.ticket() == 0 ? null : step.ticket(),
        step.occasion().id(),
        step.room().orElse(null),
        step.queue().orElse(null),
        step.by());
  }

  private static @Nullable Long orNull(OptionalLong value) {
    return value.isPresent() ? value.getAsLong() : null;
  }
}
