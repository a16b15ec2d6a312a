package io.jinlin.hub.timetable;

import io.jinlin.contract.page.Place;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a file of the timetable comes to; with any trouble nothing of it may be taken. */
public final class Upload {
  /** Largest file, in bytes. */
  public static final int MAX_BYTES = 8 * 1024 * 1024;

  /** Most activities in a file. */
  public static final int MAX_ITEMS = 20_000;

  /** Most troubles that are named; further ones are only counted. */
  public static final int MAX_TROUBLES = 100;

  /**
   * What holds where the file does not say.
   *
   * @param places of the site
   * @param place where activities without a place are; none: such an activity is trouble
   */
  public record Defaults(List<Place> places, Optional<String> place, String category) {
    public Defaults {
      places = List.copyOf(places);
    }

    /** The place of a name, in either language, or of an identifier. */
    Optional<String> place(String name) {
      String wanted = name.strip().toLowerCase(Locale.ROOT);
      return places.stream()
          .filter(
              one ->
                  one.id().equals(wanted)
                      || one.name().equals(name.strip())
                      || one.nameEnglish().toLowerCase(Locale.ROOT).equals(wanted))
          .map(Place::id)
          .findFirst();
    }
  }

  /**
   * Something that cannot be.
   *
   * @param number the activity's or row's place in the file, from 1; 0 for the whole file
   * @param title of the activity, as far as known
   * @param code with words for people in a catalogue
   */
  public record Trouble(int number, String title, String code, String detail) {}

  private final int added;
  private final int changed;
  private final int same;
  private final int past;
  private final List<Trouble> troubles;
  private final List<Deed> deeds;

  Upload(int added, int changed, int same, int past, List<Trouble> troubles, List<Deed> deeds) {
    this.added = added;
    this.changed = changed;
    this.same = same;
    this.past = past;
    this.troubles = List.copyOf(troubles);
    this.deeds = List.copyOf(deeds);
  }

  /** How many activities are new. */
  public int added() {
    return added;
  }

  /** How many are known and become otherwise. */
  public int changed() {
    return changed;
  }

  /** How many are as the file says already. */
  public int same() {
    return same;
  }

  /** How many are over and are left out. */
  public int past() {
    return past;
  }

  /** Why nothing of it may be taken; none when it may. */
  public List<Trouble> troubles() {
    return troubles;
  }

  List<Deed> deeds() {
    if (!troubles.isEmpty()) {
      throw new IllegalStateException("a file with troubles changes nothing");
    }
    return deeds;
  }
}
