package io.jinlin.hub.api;

import io.jinlin.contract.page.MealPeriod;
import io.jinlin.contract.page.Place;
import io.jinlin.contract.page.Service;
import io.jinlin.hub.places.Places;
import java.util.List;

/** What of the places is a canteen's. */
final class Canteens {
  private Canteens() {}

  /** The ids of all meal periods, in order of the day, each once. */
  static List<String> meals(Places places) {
    return places.places().stream()
        .flatMap(place -> place.meals().stream())
        .map(MealPeriod::id)
        .distinct()
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
