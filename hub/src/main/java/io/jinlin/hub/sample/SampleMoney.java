package io.jinlin.hub.sample;

import io.jinlin.hub.residents.Entitlement;
import io.jinlin.hub.settlement.Deed;
import io.jinlin.hub.settlement.Settlement;
import io.jinlin.hub.settlement.Tariff;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the sample's meals cost, by a published example, and that most people have settled. */
final class SampleMoney {
  private static final String BY = "sample";

  /** Of so many people one has not settled the months before. */
  private static final int LATE_ONE_IN = 12;

  private static final Map<String, Integer> FULL =
      Map.of("breakfast", 400, "lunch", 1_200, "dinner", 1_000);

  private SampleMoney() {}

  /** A lunch of 12 yuan: 1 yuan in hardship from 60 on, 3 yuan from 80 on, 5 yuan from 60 on. */
  static Tariff tariff() {
    return new Tariff(
        FULL,
        List.of(
            new Tariff.Rule(
                "hardship-60",
                "困难老人",
                "Elders in hardship",
                EnumSet.allOf(Entitlement.Tier.class),
                60,
                Map.of("breakfast", 50, "lunch", 100, "dinner", 100)),
            rule("age-80", "80 岁以上", "Aged 80 and over", 80, 100, 300, 250),
            rule("age-60", "60–79 岁", "Aged 60 to 79", 60, 200, 500, 400)),
        List.of(
            new Tariff.Payer("city", "市级", "City", Optional.of(300)),
            new Tariff.Payer("district", "区级", "District", Optional.of(300)),
            new Tariff.Payer("town", "镇(街)", "Town or street", Optional.empty())));
  }

  private static Tariff.Rule rule(
      String id, String zh, String en, int age, int breakfast, int lunch, int dinner) {
    Map<String, Integer> pays = Map.of("breakfast", breakfast, "lunch", lunch, "dinner", dinner);
    return new Tariff.Rule(id, zh, en, EnumSet.noneOf(Entitlement.Tier.class), age, pays);
  }

  /** Sets the tariff from the first day of the sample's past on. */
  static void begin(Connection db, LocalDate first, long atMillis) throws SQLException {
    Settlement.enter(db, new Deed.TariffSet(first, atMillis, BY, tariff()));
  }

  /** Lets most people have paid what they ate before this month. */
  static void settle(Connection db, LocalDate today, ZoneId zone) throws SQLException {
    LocalDate month = today.withDayOfMonth(1);
    LocalDate last = month.minusDays(1);
    long at = last.atTime(16, 30).atZone(zone).toInstant().toEpochMilli();
    int number = 0;
    for (Map.Entry<Long, Integer> one : Settlement.chargedBefore(db, month).entrySet()) {
      if (one.getKey() % LATE_ONE_IN != 0 && one.getValue() > 0) {
        number++;
        String receipt = String.format("%s-%04d", last.toString().replace("-", ""), number);
        Deed.Method method = one.getKey() % 3 == 0 ? Deed.Method.WECHAT : Deed.Method.CASH;
        Settlement.enter(
            db,
            new Deed.Payment(receipt, one.getKey(), one.getValue(), method, at, last, BY, "月末结清"));
      }
    }
  }
}
