package io.jinlin.hub.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class PricingPropertyTest {
  private static final LocalDate DAY = LocalDate.of(2026, 2, 28);

  @Property
  void eaterAndPayersTogetherBearTheFullPriceToTheFen(
      @ForAll @IntRange(min = 0, max = Tariff.MAX_FEN) int full,
      @ForAll @IntRange(min = 0, max = 100) int percent,
      @ForAll @Size(max = 4) List<@IntRange(min = 1, max = Tariff.MAX_FEN) Integer> bounds,
      @ForAll @IntRange(min = 0, max = 120) int age) {
    List<Tariff.Payer> payers = new ArrayList<>();
    for (int i = 0; i < bounds.size(); i++) {
      payers.add(new Tariff.Payer("p" + i, "p", "p", Optional.of(bounds.get(i))));
    }
    payers.add(new Tariff.Payer("last", "p", "p", Optional.empty()));
    int pays = (int) ((long) full * percent / 100);
    Tariff.Rule rule = new Tariff.Rule("r", "r", "r", Set.of(), 60, Map.of("lunch", pays));
    Tariff tariff = new Tariff(Map.of("lunch", full), List.of(rule), payers);
    Diner diner = new Diner(DAY.minusYears(age), List.of());
    Price price = Pricing.of(tariff, Optional.of(diner), "lunch", DAY);
    assertThat(price.fullFen()).isEqualTo(full);
    assertThat(price.paysFen()).isEqualTo(age >= 60 ? pays : full);
    int shares = price.shares().stream().mapToInt(Price.Share::fen).sum();
    assertThat(price.paysFen() + shares).isEqualTo(full);
    assertThat(price.shares()).allMatch(share -> share.fen() > 0);
  }
}
