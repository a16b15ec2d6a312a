package io.jinlin.hub.api;

import io.jinlin.hub.residents.PeopleSearch;
import io.jinlin.hub.store.Database;
import org.jspecify.annotations.Nullable;

/** Everybody, read once, when somebody first asks: nobody is added while the hub runs. */
final class KnownPeople {
  private final Database database;
  private @Nullable PeopleSearch people;

  KnownPeople(Database database) {
    this.database = database;
  }

  /** May wait for the disk. */
  synchronized PeopleSearch get() {
    PeopleSearch known = people;
    if (known == null) {
      known = database.read(PeopleSearch::load);
      people = known;
    }
    return known;
  }
}
