package io.jinlin.hub.residents;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a person or household is entitled to, with both times: since when it holds and since when it
 * was known, because approvals arrive late.
 *
 * @param holder whose it is
 * @param from first day
 * @param until the day after the last; absent while it lasts
 * @param recorded when it was entered here
 */
public record Entitlement(
    Holder holder, Tier tier, LocalDate from, Optional<LocalDate> until, Instant recorded) {

  /** 低保 belongs to a household, 特困 to a person. */
  public sealed interface Holder {
    /** A person's own. */
    record OfPerson(long person) implements Holder {}

    /** Of everyone in a household. */
    record OfHousehold(long household) implements Holder {}
  }

  /** Which. Never on a kiosk, never in a public figure. */
  public enum Tier {
    /** 特困. */
    EXTREME_HARDSHIP,
    /** 低保. */
    LOW_INCOME,
    /** 低保边缘家庭. */
    LOW_INCOME_EDGE,
    /** Families of veterans and martyrs. */
    VETERAN_FAMILY
  }

  public Entitlement {
    if (until.isPresent() && !from.isBefore(until.get())) {
      throw new IllegalArgumentException("entitlement ends before it begins");
    }
  }
}
