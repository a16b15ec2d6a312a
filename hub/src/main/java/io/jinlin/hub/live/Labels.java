package io.jinlin.hub.live;

import io.jinlin.contract.event.Occasion;
import io.jinlin.contract.page.Session;
import io.jinlin.hub.places.Places;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What places and occasions are called. */
public final class Labels {

  private final Function<String, Optional<Session>> sessions;
  private final Map<String, Text> places = new HashMap<>();
  private final Map<String, Text> meals = new HashMap<>();
  private final Map<String, Text> queues = new HashMap<>();

  /**
   * Labels of a site.
   *
   * @param sessions finds a session by its id
   */
  public Labels(Places site, Function<String, Optional<Session>> sessions) {
    this.sessions = sessions;
    site.places()
        .forEach(
            place -> {
              places.put(place.id(), new Text(place.name(), place.nameEnglish()));
              Stream.concat(
                      place.meals().stream(),
                      site.mealDays().stream()
                          .filter(day -> day.place().equals(place.id()))
                          .flatMap(day -> day.periods().stream().flatMap(List::stream)))
                  .forEach(meal -> meals.put(meal.id(), new Text(meal.name(), meal.nameEnglish())));
              place
                  .queues()
                  .forEach(one -> queues.put(one.id(), new Text(one.name(), one.nameEnglish())));
            });
  }

  /** A place's name; its id when it is no longer there. */
  public Text place(String id) {
    return places.getOrDefault(id, new Text(id, id));
  }

  /** An occasion's name without its date; its id when it is no longer there. */
  public Text occasion(Occasion occasion) {
    Text unknown = new Text(occasion.id(), occasion.id());
    return switch (occasion.kind()) {
      case MEAL -> meals.getOrDefault(occasion.id(), unknown);
      case CLINIC -> queues.getOrDefault(occasion.id(), unknown);
      case VISIT -> places.getOrDefault(occasion.id(), unknown);
      case SESSION ->
          sessions
              .apply(occasion.id())
              .map(session -> new Text(session.title(), session.titleEnglish()))
              .orElse(unknown);
    };
  }
}
