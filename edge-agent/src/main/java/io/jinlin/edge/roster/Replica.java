package io.jinlin.edge.roster;

import io.jinlin.contract.card.CardKeys;
import io.jinlin.contract.card.CardRef;
import io.jinlin.contract.card.Seal;
import io.jinlin.contract.event.Occasion;
import io.jinlin.contract.page.Item;
import io.jinlin.contract.page.ItemCodec;
import io.jinlin.contract.page.RosterEntryCodec;
import io.jinlin.contract.wire.Decoded;
import io.jinlin.contract.wire.Page;
import io.jinlin.contract.wire.PageKind;
import io.jinlin.contract.wire.Version;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The kiosk's copy of the hub's pages, in {@code replica.db}. Sealed entries stay on disk: 14,000
 * of them are 13 MB there and nothing in the heap. One thread may look cards up while another
 * applies pages; neither waits for the other.
 */
public final class Replica implements AutoCloseable {
  /** A damaged file was set aside. */
  public static final String SET_ASIDE = "replica-set-aside";

  /** The disk refuses the replica; what is known holds until the process ends. */
  public static final String DISK = "replica-disk";

  /** An item of a page could not be read; a newer hub sends it. */
  public static final String ITEM_UNREADABLE = "page-item-unreadable";

  /** A card's entry does not open, though the card is in the roster. */
  public static final String ENTRY_UNREADABLE = "roster-entry-unreadable";

  private static final Logger LOG = LoggerFactory.getLogger(Replica.class);

  private final ReplicaDb reader;
  private final ReplicaDb writer;
  private final Set<String> problems;
  private final Map<PageKind, ReplicaDb.State> states = new ConcurrentHashMap<>();
  private volatile Settings settings = Settings.NONE;

  private Replica(ReplicaDb reader, ReplicaDb writer, Set<String> problems) {
    this.reader = reader;
    this.writer = writer;
    this.problems = problems;
  }

  /**
   * Opens or makes the file. A damaged one is set aside ({@code NAME.damaged-MILLIS}) and a new one
   * begun with the dead cards that could still be read: it is only a copy, which the hub sends
   * again. On a disk that takes no file the replica is kept in memory.
   *
   * @param wallMillis for the name of a file set aside
   */
  public static Replica open(Path file, long wallMillis) {
    Set<String> problems = new ConcurrentSkipListSet<>();
    try {
      return openSound(file, wallMillis, problems).load();
    } catch (SQLException | IOException refused) {
      LOG.error("replica {} cannot be kept on disk: {}", file, refused.getMessage());
      problems.add(DISK);
    }
    try {
      ReplicaDb memory = ReplicaDb.inMemory();
      return new Replica(memory, memory, problems);
    } catch (SQLException impossible) {
      throw new IllegalStateException("SQLite cannot open a database in memory", impossible);
    }
  }

  private static Replica openSound(Path file, long wallMillis, Set<String> problems)
      throws SQLException, IOException {
    try {
      return openFile(file, problems);
    } catch (SQLException failure) {
      if (!DamagedException.isBehind(failure)) {
        throw failure;
      }
      Path aside = SetAside.rename(file, wallMillis);
      LOG.error("replica is damaged ({}); set aside as {}", failure.getMessage(), aside);
      problems.add(SET_ASIDE);
      Replica replica = openFile(file, problems);
      for (CardRef dead : SetAside.revocations(aside)) {
        replica.writer.revoke(dead, 0);
      }
      return replica;
    }
  }

  private static Replica openFile(Path file, Set<String> problems) throws SQLException {
    ReplicaDb writer = ReplicaDb.open(file);
    try {
      return new Replica(ReplicaDb.open(file), writer, problems);
    } catch (SQLException refused) {
      writer.close();
      throw refused;
    }
  }

  private Replica load() throws SQLException {
    for (PageKind kind : PageKind.values()) {
      states.put(kind, writer.state(kind));
    }
    settings = SettingsReader.read(writer);
    return this;
  }

  /** What is known of the card whose keys these are ({@code card.keys(site)}). */
  public RosterAnswer look(CardKeys keys) {
    synchronized (reader) {
      try {
        if (reader.revoked(keys.ref())) {
          return new RosterAnswer.Revoked();
        }
        return reader
            .sealed(keys.ref())
            .map(entry -> open(keys, entry))
            .orElseGet(RosterAnswer.Unknown::new);
      } catch (SQLException refused) {
        failed("look up", refused);
        return new RosterAnswer.Unknown();
      }
    }
  }

  private RosterAnswer open(CardKeys keys, ReplicaDb.Sealed entry) {
    Optional<RosterAnswer> known =
        Seal.open(keys, entry.version(), entry.bytes())
            .flatMap(content -> RosterEntryCodec.decode(content).toOptional())
            .map(RosterAnswer.Known::new);
    if (known.isEmpty()) {
      problems.add(ENTRY_UNREADABLE);
    }
    return known.orElseGet(RosterAnswer.Unknown::new);
  }

  /** Meals claimed with a card at any kiosk, and when, in milliseconds since 1970 UTC. */
  public Map<Occasion, Long> claims(CardRef ref) {
    synchronized (reader) {
      try {
        return reader.claims(ref);
      } catch (SQLException refused) {
        failed("read claims", refused);
        return Map.of();
      }
    }
  }

  /**
   * Meals of a card that were taken back, and up to which time of this device's what it remembers
   * of them holds no longer, in milliseconds since 1970 UTC.
   */
  public Map<Occasion, Long> releases(CardRef ref) {
    synchronized (reader) {
      try {
        Map<Occasion, Long> releases = new HashMap<>();
        for (byte[] body : reader.releases(ref)) {
          if (ItemCodec.decode(PageKind.CLAIMS, body).toOptional().orElse(null)
              instanceof Item.Release release) {
            releases.put(release.occasion(), release.untilMillis());
          }
        }
        return releases;
      } catch (SQLException refused) {
        failed("read releases", refused);
        return Map.of();
      }
    }
  }

  /** What there is of a page: what an Ask says it has. */
  public Version have(PageKind kind) {
    return state(kind).version();
  }

  /** What the hub's newest was when it sent that: what an Ask says the replica is going toward. */
  public Version toward(PageKind kind) {
    return state(kind).toward();
  }

  private ReplicaDb.State state(PageKind kind) {
    return states.getOrDefault(kind, ReplicaDb.State.NONE);
  }

  /** The settings and timetable of now; cheap. */
  public Settings settings() {
    return settings;
  }

  /** Takes a page in one transaction, or nothing of it. */
  public Applied apply(Page page) {
    synchronized (writer) {
      if (!page.from().equals(have(page.kind()))) {
        return Applied.NOT_NEXT;
      }
      try {
        writer.begin();
        try {
          write(page);
          writer.commit();
        } finally {
          writer.end();
        }
        states.put(page.kind(), writer.state(page.kind()));
        if (reader != writer) {
          problems.remove(DISK);
        }
        if (page.kind() == PageKind.SETTINGS || page.kind() == PageKind.TIMETABLE) {
          settings = SettingsReader.read(writer);
        }
        return complete(page) ? Applied.COMPLETE : Applied.MORE;
      } catch (SQLException refused) {
        failed("apply a page of " + page.kind(), refused);
        return Applied.FAILED;
      }
    }
  }

  private void write(Page page) throws SQLException {
    PageKind kind = page.kind();
    ReplicaDb.State before = writer.state(kind);
    long mark = page.reset() ? before.mark() + 1 : before.mark();
    boolean resetting = page.reset() || before.resetting();
    for (byte[] line : page.items()) {
      Decoded<Item> item = ItemCodec.decode(kind, line);
      if (item instanceof Decoded.Value<Item> value) {
        writer.put(kind, value.value(), mark);
      } else if (item instanceof Decoded.Refused<Item> refused) {
        LOG.warn("item of {} left out: {} {}", kind, refused.refusal(), refused.detail());
        problems.add(ITEM_UNREADABLE);
      }
    }
    if (resetting && complete(page)) {
      writer.sweep(kind, mark);
    }
    if (kind == PageKind.CLAIMS && complete(page)) {
      writer.trimClaims();
    }
    writer.put(
        kind, new ReplicaDb.State(page.upTo(), page.latest(), mark, resetting && !complete(page)));
  }

  private static boolean complete(Page page) {
    return page.upTo().equals(page.latest());
  }

  /**
   * Cards that are dead here and that the hub did not name when it last sent all it knows: it was
   * restored from an older backup, and forgot them. None while it is still sending.
   *
   * @param most at most so many
   */
  public List<CardRef> forgottenRevocations(int most) {
    ReplicaDb.State state = state(PageKind.REVOCATIONS);
    if (state.resetting() || !state.version().equals(state.toward())) {
      return List.of();
    }
    synchronized (reader) {
      try {
        return reader.revokedBefore(state.mark(), most);
      } catch (SQLException refused) {
        failed("read dead cards", refused);
        return List.of();
      }
    }
  }

  /** What is wrong, as identifiers for {@code Health}. */
  public List<String> problems() {
    return List.copyOf(problems);
  }

  private void failed(String what, SQLException refused) {
    if (problems.add(DISK)) {
      LOG.error("replica cannot {}: {}", what, refused.getMessage());
    }
  }

  @Override
  public void close() {
    for (ReplicaDb db : List.of(reader, writer)) {
      synchronized (db) {
        try {
          db.close();
        } catch (SQLException refused) {
          LOG.warn("replica does not close: {}", refused.getMessage());
        }
      }
    }
  }
}
