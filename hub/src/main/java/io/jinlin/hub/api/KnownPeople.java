package io.jinlin.hub.api;

import io.jinlin.hub.residents.People;
import io.jinlin.hub.residents.PeopleSearch;
import io.jinlin.hub.store.Database;
import org.jspecify.annotations.Nullable;

/** Everybody, read when somebody first asks and again after the register was changed. */
final class KnownPeople {
  private final Database database;
  private final People people;
  private @Nullable PeopleSearch search;
  private long version;

  KnownPeople(Database database, People people) {
    this.database = database;
    this.people = people;
  }

  /** May wait for the disk. */
  synchronized PeopleSearch get() {
    PeopleSearch known = search;
    long now = people.version();
    if (known == null || version != now) {
      known = database.read(PeopleSearch::load);
      search = known;
      version = now;
    }
    return known;
  }
}
