package io.jinlin.edge.roster;

import io.jinlin.contract.card.CardKeys;
import io.jinlin.contract.card.CardRef;
import io.jinlin.contract.event.Occasion;
import io.jinlin.contract.wire.Page;
import io.jinlin.contract.wire.PageKind;
import io.jinlin.contract.wire.Version;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The kiosk's copy of the hub's pages, in {@code replica.db}. */
public final class Replica implements AutoCloseable {
  private Replica() {}

  /**
   * Opens or makes the file. A damaged one is set aside ({@code NAME.damaged-MILLIS}) and an empty
   * one begun: it is only a copy, which the hub sends again.
   *
   * @param wallMillis for the name of a file set aside
   */
  public static Replica open(Path file, long wallMillis) {
    throw new UnsupportedOperationException();
  }

  /** What is known of the card whose keys these are ({@code card.keys(site)}). */
  public RosterAnswer look(CardKeys keys) {
    throw new UnsupportedOperationException();
  }

  /** Meals claimed with a card at any kiosk, and when, in milliseconds since 1970 UTC. */
  public Map<Occasion, Long> claims(CardRef ref) {
    throw new UnsupportedOperationException();
  }

  /** What there is of a page: what an Ask says it has. */
  public Version have(PageKind kind) {
    throw new UnsupportedOperationException();
  }

  /** The settings and timetable of now; cheap. */
  public Settings settings() {
    throw new UnsupportedOperationException();
  }

  /** Takes a page in one transaction, or nothing of it. */
  public Applied apply(Page page) {
    throw new UnsupportedOperationException();
  }

  /** What is wrong, as identifiers for {@code Health}: {@code replica-set-aside} … */
  public List<String> problems() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {}
}
