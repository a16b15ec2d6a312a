package io.jinlin.edge.decide;

import io.jinlin.contract.page.Device;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A number of an open queue; the same card again hears its number again. */
final class ClinicRule {
  private ClinicRule() {}

  static Decision decide(Situation here, Presented card, Answers answers) {
    Openings openings = Openings.of(here);
    List<Opening> queues = openings.current();
    if (queues.isEmpty()) {
      return answers.notNow(openings.next());
    }
    Optional<Opening> chosen =
        queues.stream()
            .filter(queue -> card.choice().equals(Optional.of(queue.occasion().id())))
            .findFirst()
            .or(() -> latestTicket(queues, card.seen()));
    if (chosen.isEmpty() && queues.size() > 1) {
      return answers.choose(queues);
    }
    return ticket(here, card.seen(), chosen.orElseGet(() -> queues.get(0)), answers);
  }

  private static Optional<Opening> latestTicket(List<Opening> queues, Seen seen) {
    return queues.stream()
        .filter(queue -> seen.here().containsKey(queue.occasion()))
        .max(Comparator.comparing(queue -> seen.firstMillis(queue.occasion()).orElse(0L)));
  }

  private static Decision ticket(Situation here, Seen seen, Opening queue, Answers answers) {
    Seen.Answered before = seen.here().get(queue.occasion());
    if (before != null) {
      return answers.sameTicket(queue, before.ticket());
    }
    int base = here.device().ticketBase();
    int number = next(base, seen, queue.occasion().date());
    return base == 0 || number > base + Device.TICKETS
        ? answers.seeStaff()
        : answers.newTicket(queue, number);
  }

  /** The number after the last of that day; from the first when the device's range has changed. */
  private static int next(int base, Seen seen, LocalDate day) {
    int last = seen.lastTicket().getOrDefault(day, base);
    return last > base && last <= base + Device.TICKETS ? last + 1 : base + 1;
  }
}
