package io.jinlin.hub.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jinlin.hub.residents.Entitlement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The published example: a lunch of 12 yuan with 11, 9 or 7 yuan of subsidy. */
class PricingTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
  private static final Tariff TARIFF =
      new Tariff(
          Map.of("lunch", 1_200),
          List.of(
              new Tariff.Rule(
                  "hardship-60",
                  "困难老人",
                  "Hardship",
                  Set.of(Entitlement.Tier.LOW_INCOME, Entitlement.Tier.EXTREME_HARDSHIP),
                  60,
                  Map.of("lunch", 100)),
              new Tariff.Rule("age-80", "80 岁", "80", Set.of(), 80, Map.of("lunch", 300)),
              new Tariff.Rule("age-60", "60 岁", "60", Set.of(), 60, Map.of("lunch", 500))),
          List.of(
              new Tariff.Payer("city", "市", "City", Optional.of(300)),
              new Tariff.Payer("district", "区", "District", Optional.of(300)),
              new Tariff.Payer("town", "镇", "Town", Optional.empty())));

  private static Entitlement lowIncome(LocalDate from, Optional<LocalDate> until) {
    return new Entitlement(
        new Entitlement.Holder.OfHousehold(1),
        Entitlement.Tier.LOW_INCOME,
        from,
        until,
        Instant.EPOCH);
  }

  private static Price lunch(LocalDate born, Entitlement... held) {
    return Pricing.of(TARIFF, Optional.of(new Diner(born, List.of(held))), "lunch", DAY);
  }

  @Test
  void ageDecidesOnTheDayOfTheMealItself() {
    assertThat(lunch(DAY.minusYears(80)).paysFen()).isEqualTo(300);
    assertThat(lunch(DAY.minusYears(80).plusDays(1)).paysFen()).isEqualTo(500);
    assertThat(lunch(DAY.minusYears(60)).paysFen()).isEqualTo(500);
    assertThat(lunch(DAY.minusYears(60).plusDays(1)).paysFen()).isEqualTo(1_200);
  }

  @Test
  void anEntitlementHoldsFromItsFirstDayToTheOneBeforeItsEnd() {
    LocalDate born = DAY.minusYears(70);
    assertThat(lunch(born, lowIncome(DAY, Optional.empty())).paysFen()).isEqualTo(100);
    assertThat(lunch(born, lowIncome(DAY.plusDays(1), Optional.empty())).paysFen()).isEqualTo(500);
    Optional<LocalDate> today = Optional.of(DAY);
    assertThat(lunch(born, lowIncome(DAY.minusDays(9), today)).paysFen()).isEqualTo(500);
  }

  @Test
  void thePayersShareTheSubsidyInOrderAndTheLastTakesTheRest() {
    Price price = lunch(DAY.minusYears(70), lowIncome(DAY, Optional.empty()));
    assertThat(price.shares())
        .containsExactly(
            new Price.Share("city", 300),
            new Price.Share("district", 300),
            new Price.Share("town", 500));
    assertThat(lunch(DAY.minusYears(20)).shares()).isEmpty();
  }

  @Test
  void aStrangerPaysTheFullPriceAndAnUnknownMealCostsNothing() {
    assertThat(Pricing.of(TARIFF, Optional.empty(), "lunch", DAY).paysFen()).isEqualTo(1_200);
    assertThat(Pricing.of(TARIFF, Optional.empty(), "supper", DAY).fullFen()).isZero();
    assertThat(Pricing.of(Tariff.NONE, Optional.empty(), "lunch", DAY).fullFen()).isZero();
  }

  @Test
  void aTariffThatCannotBeMeantIsRefusedByName() {
    Map<String, Integer> full = Map.of("lunch", 1_200);
    Tariff.Payer last = new Tariff.Payer("town", "镇", "Town", Optional.empty());
    Tariff.Rule dear = new Tariff.Rule("a", "a", "a", Set.of(), 0, Map.of("lunch", 1_300));
    assertThatThrownBy(() -> new Tariff(full, List.of(dear), List.of(last)))
        .hasMessageContaining("rule a")
        .hasMessageContaining("1200");
    Tariff.Rule other = new Tariff.Rule("a", "a", "a", Set.of(), 0, Map.of("tea", 1));
    assertThatThrownBy(() -> new Tariff(full, List.of(other), List.of(last)))
        .hasMessageContaining("unknown meal tea");
    Tariff.Rule fine = new Tariff.Rule("a", "a", "a", Set.of(), 0, Map.of("lunch", 1));
    assertThatThrownBy(() -> new Tariff(full, List.of(fine), List.of()))
        .hasMessageContaining("no payer");
    assertThatThrownBy(() -> new Tariff(full, List.of(fine, fine), List.of(last)))
        .hasMessageContaining("twice");
  }

  @Test
  void aTariffIsTheSameAfterBeingWritten() {
    assertThat(TariffCodec.decode(TariffCodec.encode(TARIFF))).isEqualTo(TARIFF);
    assertThatThrownBy(() -> TariffCodec.decode(TariffCodec.encode(TARIFF).put("rules", 1)))
        .hasMessageContaining("rules");
  }
}
