package io.jinlin.hub.live;

import io.jinlin.contract.page.Closure;
import io.jinlin.contract.page.Place;
import io.jinlin.hub.places.Places;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;

/** The closures that are on or to come, the next first. */
final class ClosureList {
  private static final Text CENTRE = new Text("整个中心", "The whole centre");

  private final Places places;
  private final LocalDateTime now;

  ClosureList(Places places, LocalDateTime now) {
    this.places = places;
    this.now = now;
  }

  List<Snapshot.ClosureNow> now() {
    return places.closures().stream()
        .filter(closure -> closure.until().isAfter(now))
        .sorted(Comparator.comparing(Closure::from).thenComparing(Closure::id))
        .map(this::row)
        .toList();
  }

  private Snapshot.ClosureNow row(Closure closure) {
    Text name = closure.place().flatMap(places::find).map(ClosureList::name).orElse(CENTRE);
    return new Snapshot.ClosureNow(
        closure.id(),
        closure.place().orElse(null),
        name,
        closure.from().toString(),
        closure.until().toString(),
        new Text(
            closure.reason(),
            closure.reasonEnglish().isBlank() ? closure.reason() : closure.reasonEnglish()));
  }

  private static Text name(Place place) {
    return new Text(place.name(), place.nameEnglish());
  }
}
