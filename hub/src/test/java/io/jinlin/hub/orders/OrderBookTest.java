package io.jinlin.hub.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jinlin.contract.event.Way;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OrderBookTest {
  /** A Tuesday. */
  private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 24);

  private static final Set<DayOfWeek> WORKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

  private static Order order(String id, long person, LocalDate from, Optional<LocalDate> until) {
    return new Order(
        id,
        person,
        "lunch",
        Way.DELIVER,
        Set.of(Diet.SOFT),
        WORKDAYS,
        from,
        until,
        Order.Source.CALL,
        "");
  }

  private static OrderBook book(Order... orders) {
    return new OrderBook(List.of(orders), Set.of(), List.of(), Map.of());
  }

  @Test
  void aStandingOrderHoldsOnItsWeekdaysFromItsFirstDayOn() {
    OrderBook book = book(order("a", 7, TUESDAY, Optional.empty()));
    assertThat(book.on(TUESDAY, "lunch")).hasSize(1);
    assertThat(book.on(TUESDAY.plusDays(3), "lunch")).hasSize(1);
    assertThat(book.on(TUESDAY.plusDays(4), "lunch")).as("Saturday").isEmpty();
    assertThat(book.on(TUESDAY.minusDays(1), "lunch")).isEmpty();
    assertThat(book.on(TUESDAY, "dinner")).isEmpty();
  }

  @Test
  void anOrderThatWasTakenBackBeforeItBeganNeverHolds() {
    Order order = order("a", 7, TUESDAY, Optional.empty()).endingOn(TUESDAY.minusDays(5));
    for (int i = -7; i < 14; i++) {
      assertThat(book(order).on(TUESDAY.plusDays(i), "lunch")).isEmpty();
    }
  }

  @Test
  void aSkippedDayAndAStayInHospitalAreLeftOutAndTheRestHolds() {
    Order order = order("a", 7, TUESDAY, Optional.empty());
    Pause hospital = new Pause("p", 7, TUESDAY.plusDays(1), Optional.of(TUESDAY.plusDays(3)), "住院");
    OrderBook book =
        new OrderBook(
            List.of(order), Set.of(new OrderBook.Skip("a", TUESDAY)), List.of(hospital), Map.of());
    assertThat(book.on(TUESDAY, "lunch")).isEmpty();
    assertThat(book.on(TUESDAY.plusDays(2), "lunch")).isEmpty();
    assertThat(book.on(TUESDAY.plusDays(3), "lunch")).hasSize(1);
  }

  @Test
  void whoDiedGetsNothingFromThatDayOn() {
    OrderBook book =
        new OrderBook(
            List.of(order("a", 7, TUESDAY, Optional.empty())),
            Set.of(),
            List.of(),
            Map.of(7L, TUESDAY.plusDays(1)));
    assertThat(book.on(TUESDAY, "lunch")).hasSize(1);
    assertThat(book.on(TUESDAY.plusDays(1), "lunch")).isEmpty();
  }

  @Test
  void aSecondOrderOfTheSameMealIsInTheWayOnlyWhereDaysMeet() {
    OrderBook book = book(order("a", 7, TUESDAY, Optional.of(TUESDAY.plusDays(7))));
    assertThat(book.inTheWayOf(order("b", 7, TUESDAY.plusDays(6), Optional.empty()))).isPresent();
    assertThat(book.inTheWayOf(order("b", 7, TUESDAY.plusDays(7), Optional.empty()))).isEmpty();
    assertThat(book.inTheWayOf(order("b", 8, TUESDAY, Optional.empty()))).isEmpty();
  }

  @Test
  void anOrderThatCannotBeMeantIsRefusedByName() {
    assertThatThrownBy(() -> order("a", 7, TUESDAY, Optional.of(TUESDAY.minusDays(1))))
        .hasMessageContaining("until");
    assertThatThrownBy(
            () -> OrderJson.order(OrderJson.object().put("meal", "lunch").put("way", "fly"), "a"))
        .hasMessageContaining("fly");
  }

  @Test
  void theCutOffIsByTheTimeOfItsOwnDay() {
    CutOff eveningBefore = new CutOff(1, LocalTime.of(17, 0));
    assertThat(eveningBefore.isPast(TUESDAY, TUESDAY.minusDays(1).atTime(16, 59))).isFalse();
    assertThat(eveningBefore.isPast(TUESDAY, TUESDAY.minusDays(1).atTime(17, 0))).isTrue();
    assertThat(CutOff.USUAL.isPast(TUESDAY, TUESDAY.atTime(8, 59))).isFalse();
  }
}
