package io.jinlin.hub.canteen;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinlin.contract.event.Way;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WaySplitTest {
  @Test
  void ordersGoTheirWayAndTheOthersAsTheyUsuallyDo() {
    assertThat(
            WaySplit.of(
                100,
                Map.of(Way.DELIVER, 12, Way.COLLECT, 3),
                Map.of(Way.DINE_IN, 300, Way.COLLECT, 80, Way.BY_PROXY, 20)))
        .isEqualTo(Map.of(Way.DINE_IN, 75, Way.COLLECT, 23, Way.DELIVER, 12, Way.BY_PROXY, 5));
  }

  @Test
  void thePartsAddUpWhateverIsRounded() {
    Map<Way, Integer> habit = Map.of(Way.DINE_IN, 7, Way.COLLECT, 5, Way.BY_PROXY, 3);
    for (int walkIns = 0; walkIns < 200; walkIns++) {
      Map<Way, Integer> split = WaySplit.of(walkIns, Map.of(Way.DELIVER, 4), habit);
      assertThat(split.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(walkIns + 4);
    }
    assertThat(WaySplit.of(1, Map.of(), habit)).isEqualTo(Map.of(Way.DINE_IN, 1));
  }

  @Test
  void withoutHabitAllEatHere() {
    assertThat(WaySplit.of(9, Map.of(), Map.of())).isEqualTo(Map.of(Way.DINE_IN, 9));
    assertThat(WaySplit.of(0, Map.of(Way.DELIVER, 2), Map.of())).isEqualTo(Map.of(Way.DELIVER, 2));
  }
}
