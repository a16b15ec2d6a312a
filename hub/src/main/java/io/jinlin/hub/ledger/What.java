package io.jinlin.hub.ledger;

import io.jinlin.contract.event.Fact;
import io.jinlin.contract.event.FactType;
import io.jinlin.contract.event.Outcome;
import io.jinlin.contract.event.Way;
import io.jinlin.hub.tally.Subject;
import java.util.Optional;

/**
 * The column {@code ledger.what}: 1 + ordinal of the type in the lowest four bits, 1 + ordinal of
 * the outcome in the next four (0 for none), flags above. The numbers stand in files for years, so
 * the enumerations are only added to, at their end.
 */
public final class What {
  /** Flag: the time cannot be true and no offset is known; not tallied. */
  public static final int DOUBTFUL = 1;

  /**
   * The "way" under which {@code tally} counts a clinic number that was given without a card: one
   * attendance of somebody unknown. Above the numbers of ways and of meals served by hand.
   */
  public static final int WITHOUT_CARD = 4 << 3;

  private static final int OUTCOME_SHIFT = 4;
  private static final int FLAGS_SHIFT = 8;
  private static final int WAY_MASK = 7;
  private static final int KIND_SHIFT = 3;
  private static final int GUEST = 1;
  private static final int STAFF_MEAL = 2;
  private static final int SECOND_PORTION = 3;

  private What() {}

  /** The number of a type, as the view {@code event} shows it. */
  public static int type(FactType type) {
    return 1 + type.ordinal();
  }

  /** The number of an outcome, as the view {@code event} shows it. */
  public static int outcome(Outcome outcome) {
    return 1 + outcome.ordinal();
  }

  /** The number of a way of taking a meal as {@code tally} holds it; 0 for what is no meal. */
  public static int way(Fact.Scan scan) {
    return scan.way().map(Way::ordinal).map(ordinal -> ordinal + 1).orElse(0);
  }

  /** The number of a serving: its way, and in the bits above why there was no card. */
  public static int way(Fact.Serving serving) {
    int way = serving.way().ordinal() + 1;
    return switch (serving.kind()) {
      case FORGOTTEN_CARD, DELIVERED -> way;
      case GUEST -> way | GUEST << KIND_SHIFT;
      case STAFF_MEAL -> way | STAFF_MEAL << KIND_SHIFT;
      case SECOND_PORTION -> way | SECOND_PORTION << KIND_SHIFT;
    };
  }

  /** Why there was no card, in a number of {@code tally}; empty for somebody's own meal. */
  public static Optional<Fact.Serving.Kind> kindOf(int number) {
    return switch (number >> KIND_SHIFT) {
      case GUEST -> Optional.of(Fact.Serving.Kind.GUEST);
      case STAFF_MEAL -> Optional.of(Fact.Serving.Kind.STAFF_MEAL);
      case SECOND_PORTION -> Optional.of(Fact.Serving.Kind.SECOND_PORTION);
      default -> Optional.empty();
    };
  }

  /** The way in a number of {@code tally}, 1 + the ordinal; 0 for what is no meal. */
  public static int wayOf(int number) {
    return number & WAY_MASK;
  }

  /**
   * Whether what a number of {@code tally} counts is somebody's attendance (人次) and not only a
   * portion (份): meals collected by proxy and second portions are portions only.
   */
  public static boolean isAttendance(int number) {
    return number >> KIND_SHIFT != SECOND_PORTION && wayOf(number) != 1 + Way.BY_PROXY.ordinal();
  }

  /** Whether a fact is an attendance that no card stands for: each counts, whoever it was. */
  public static boolean isWithoutCard(Fact fact) {
    return fact instanceof Fact.TicketStep step && step.step() == Fact.TicketStep.Step.ISSUE;
  }

  static int of(Fact fact, boolean doubtful) {
    int outcome = fact instanceof Fact.Scan scan ? outcome(scan.outcome()) : 0;
    int flags = doubtful ? DOUBTFUL : 0;
    return type(FactType.of(fact)) | outcome << OUTCOME_SHIFT | flags << FLAGS_SHIFT;
  }

  static boolean doubtful(int what) {
    return (what >> FLAGS_SHIFT & DOUBTFUL) != 0;
  }

  /** Stored form of a subject: a number for a person, 16 bytes for an unknown card. */
  static Object column(Subject subject) {
    if (subject instanceof Subject.Person person) {
      return person.id();
    }
    return ((Subject.Card) subject).ref().bytes();
  }
}
