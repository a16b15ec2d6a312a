package io.jinlin.contract.event;

/** The types of {@link Fact} by their wire words, and who may send them. */
public enum FactType {
  SCAN(true),
  DEPARTURE(true),
  PASSAGE(true),
  HELP_CALL(true),
  COLLECTION(true),
  HAND_COUNT(false),
  HELP_ANSWER(false),
  TICKET_CALL(false),
  HAND_OVER(false),
  VOIDING(false),
  TICKET_STEP(false),
  SERVING(false),
  STOCK(false),
  REVOCATION_HELD(true);

  private final boolean fromDevices;

  FactType(boolean fromDevices) {
    this.fromDevices = fromDevices;
  }

  /** Whether a device may send it; else only the hub itself makes it. */
  public boolean fromDevices() {
    return fromDevices;
  }

  /** The type of a fact. */
  public static FactType of(Fact fact) {
    if (fact instanceof Fact.Scan) {
      return SCAN;
    } else if (fact instanceof Fact.Passage) {
      return PASSAGE;
    } else if (fact instanceof Fact.Departure) {
      return DEPARTURE;
    } else if (fact instanceof Fact.HelpCall) {
      return HELP_CALL;
    } else if (fact instanceof Fact.Collection) {
      return COLLECTION;
    } else if (fact instanceof Fact.HandCount) {
      return HAND_COUNT;
    } else if (fact instanceof Fact.HelpAnswer) {
      return HELP_ANSWER;
    } else if (fact instanceof Fact.TicketCall) {
      return TICKET_CALL;
    } else if (fact instanceof Fact.TicketStep) {
      return TICKET_STEP;
    } else if (fact instanceof Fact.RevocationHeld) {
      return REVOCATION_HELD;
    }
    if (fact instanceof Fact.HandOver) {
      return HAND_OVER;
    } else if (fact instanceof Fact.Voiding) {
      return VOIDING;
    }
    return fact instanceof Fact.Serving ? SERVING : STOCK;
  }
}
