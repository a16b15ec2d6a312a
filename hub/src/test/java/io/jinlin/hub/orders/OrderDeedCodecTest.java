package io.jinlin.hub.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jinlin.contract.event.Occasion;
import io.jinlin.contract.event.Way;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OrderDeedCodecTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
  private static final Occasion LUNCH = new Occasion(Occasion.Kind.MEAL, "lunch", DAY);

  static Stream<OrderDeed> deeds() {
    Order order =
        new Order(
            "o1",
            7,
            "lunch",
            Way.COLLECT,
            Set.of(Diet.DIABETIC, Diet.LOW_SALT),
            Set.of(DayOfWeek.SUNDAY),
            DAY,
            Optional.of(DAY.plusDays(1)),
            Order.Source.FAMILY,
            "放门口");
    return Stream.of(
        new OrderDeed.Placed(order, "desk", 1),
        new OrderDeed.Ended("o1", DAY, "desk", 2),
        new OrderDeed.Skipped("o1", DAY, true, "desk", 3),
        new OrderDeed.Paused(new Pause("p1", 7, DAY, Optional.empty(), "住院"), "desk", 4),
        new OrderDeed.Resumed("p1", DAY, "desk", 5),
        new OrderDeed.CutOffsSet(Map.of("lunch", new CutOff(1, LocalTime.of(17, 30))), "desk", 6),
        new OrderDeed.Visited(new Visit("v1", LUNCH, 7, Visit.Outcome.NOT_SEEN, "门虚掩", 7, "v")),
        new OrderDeed.Tried(
            LUNCH, 7, new DoorTask.Step("s1", DoorTask.Kind.VISIT, true, "在睡觉", 8, "desk")));
  }

  @ParameterizedTest
  @MethodSource("deeds")
  void whatIsWrittenIsReadTheSame(OrderDeed deed) {
    assertThat(OrderDeedCodec.decode(OrderDeedCodec.encode(deed))).isEqualTo(deed);
  }

  @Test
  void anythingElseIsRefused() {
    for (String body : new String[] {"", "[]", "{\"type\":\"eaten\"}", "{\"type\":\"ended\"}"}) {
      assertThatThrownBy(() -> OrderDeedCodec.decode(body.getBytes(StandardCharsets.UTF_8)))
          .as(body)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
