package io.jinlin.hub.settlement;

import java.time.LocalDate;
import java.util.List;

/**
 * The money of a day.
 *
 * @param payments the newest first, those that were taken back included
 * @param cashUps the newest first
 */
public record DayBook(LocalDate day, List<Account.Paid> payments, List<Deed.CashUp> cashUps) {
  public DayBook {
    payments = List.copyOf(payments);
    cashUps = List.copyOf(cashUps);
  }

  /** What was taken in one way, in fen. */
  public int fen(Deed.Method method) {
    return payments.stream()
        .filter(paid -> paid.voided().isEmpty() && paid.payment().method() == method)
        .mapToInt(paid -> paid.payment().fen())
        .sum();
  }
}
