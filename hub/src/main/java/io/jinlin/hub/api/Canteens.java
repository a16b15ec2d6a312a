package io.jinlin.hub.api;

import io.jinlin.contract.page.MealPeriod;
import io.jinlin.contract.page.Place;
import io.jinlin.contract.page.Service;
import io.jinlin.hub.places.Places;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** What of the places is a canteen's. */
final class Canteens {
  private Canteens() {}

  /** The ids of all meal periods, in order of the day, each once. */
  static List<String> meals(Places places) {
    return places.places().stream()
        .flatMap(place -> place.meals().stream())
        .sorted(Comparator.comparing(MealPeriod::opens))
        .map(MealPeriod::id)
        .distinct()
        .toList();
  }

  /** The meal periods of a day, in order of time. */
  static List<MealPeriod> mealsOn(Places places, LocalDate day) {
    return places.places().stream()
        .flatMap(place -> places.meals(place, day).stream())
        .sorted(Comparator.comparing(MealPeriod::opens))
        .toList();
  }

  /** The canteen that serves a meal. */
  static Place of(Places places, String meal) {
    return places.places().stream()
        .filter(place -> place.service() == Service.CANTEEN)
        .filter(place -> place.meals().stream().anyMatch(period -> period.id().equals(meal)))
        .findFirst()
        .orElseThrow(() -> new Refused(404, "unknown-meal", meal));
  }
}
