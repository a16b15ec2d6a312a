package io.jinlin.hub.settlement;

import io.jinlin.contract.event.Way;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a person owes and why.
 *
 * @param charges the newest first
 * @param payments the newest first, those that were taken back included
 */
public record Account(long person, List<Charge> charges, List<Paid> payments) {
  public Account {
    charges = List.copyOf(charges);
    payments = List.copyOf(payments);
  }

  /**
   * One meal.
   *
   * @param event the event behind it, {@code device/epoch/seq}
   */
  public record Charge(
      LocalDate day, String period, Optional<Way> way, Price price, String event) {}

  /** One payment, and why it no longer counts if so. */
  public record Paid(Deed.Payment payment, Optional<String> voided) {}

  /** Sum of what the meals cost the person, in fen. */
  public int chargedFen() {
    return charges.stream().mapToInt(charge -> charge.price().paysFen()).sum();
  }

  /** Sum of what was paid, in fen. */
  public int paidFen() {
    return payments.stream()
        .filter(paid -> paid.voided().isEmpty())
        .mapToInt(paid -> paid.payment().fen())
        .sum();
  }

  /** What is still to be paid, in fen; below 0 when too much was. */
  public int owedFen() {
    return chargedFen() - paidFen();
  }
}
