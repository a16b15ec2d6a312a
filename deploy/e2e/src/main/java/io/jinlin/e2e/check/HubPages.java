package io.jinlin.e2e.check;

import io.jinlin.contract.card.CardRef;
import io.jinlin.contract.event.Fact;
import io.jinlin.contract.event.Occasion;
import io.jinlin.contract.event.Outcome;
import io.jinlin.contract.page.Item;
import io.jinlin.contract.wire.PageKind;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What a hub's file says that every device should know by now, read without the hub's own code. */
public final class HubPages {
  private static final String KEYS = "SELECT key || ' ' FROM page_item WHERE NOT gone AND kind = ";
  private static final String ROSTER =
      "SELECT key || ' ' || version FROM page_item WHERE NOT gone AND kind = ";
  private static final String BODIES =
      "SELECT key || ' ' || hex(body) FROM page_item WHERE NOT gone AND kind = ";

  private final Set<String> revoked;
  private final Set<String> roster;
  private final Set<String> items = new TreeSet<>();
  private final Set<String> claims = new TreeSet<>();
  private final Set<String> releases = new TreeSet<>();

  private HubPages(Connection db) {
    revoked = cards(ReplicaRows.texts(db, KEYS + PageKind.REVOCATIONS.ordinal()));
    roster = cards(ReplicaRows.texts(db, ROSTER + PageKind.ROSTER.ordinal()));
    for (PageKind kind : List.of(PageKind.SETTINGS, PageKind.TIMETABLE)) {
      ReplicaRows.texts(db, BODIES + kind.ordinal()).forEach(body -> items.add(kind + " " + body));
    }
  }

  /** A reference as devices hold it, then the rest of the line. */
  private static Set<String> cards(Set<String> lines) {
    Set<String> cards = new TreeSet<>();
    for (String line : lines) {
      int space = line.indexOf(' ');
      CardRef ref = CardRef.parse(line.substring(0, space)).orElseThrow();
      cards.add((named(ref) + line.substring(space)).strip());
    }
    return cards;
  }

  /** Reads a hub's file. */
  public static HubPages read(Path file) {
    try (Connection db = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      HubPages pages = new HubPages(db);
      LedgerFile ledger = LedgerFile.read(file);
      ledger.standing().forEach(fact -> meal(fact).ifPresent(pages.claims::add));
      ledger.takenBack().forEach(fact -> release(fact).ifPresent(pages.releases::add));
      return pages;
    } catch (SQLException unreadable) {
      throw new AssertionError("cannot read " + file, unreadable);
    }
  }

  private static Optional<Item.Release> taken(Fact fact) {
    return fact instanceof Fact.Scan scan && scan.outcome() == Outcome.ACCEPTED
        ? scan.occasion()
            .filter(occasion -> occasion.kind() == Occasion.Kind.MEAL)
            .map(occasion -> new Item.Release(1, scan.ref(), occasion, 0))
        : Optional.empty();
  }

  private static Optional<String> meal(Fact fact) {
    return taken(fact).map(meal -> named(meal.ref()) + " " + meal.occasion().text());
  }

  private static Optional<String> release(Fact fact) {
    return taken(fact).map(Item::key);
  }

  private static String named(CardRef ref) {
    return ReplicaRows.name(ref);
  }

  /** Dead cards. */
  public Set<String> revoked() {
    return revoked;
  }

  /** Where a device's copy is another, in words. */
  public List<String> differences(String device, ReplicaRows replica) {
    List<String> differences = new ArrayList<>();
    // The hub's own too: what it forgot when it was restored, the device told it again.
    compare(device + " dead cards", revoked, replica.revoked(), differences);
    compare(device + " roster", roster, replica.roster(), differences);
    compare(device + " claims", claims, replica.claims(), differences);
    compare(device + " meals taken back", releases, replica.releases(), differences);
    Set<String> own = new TreeSet<>(items);
    own.removeIf(
        item ->
            item.startsWith(PageKind.SETTINGS + " device/")
                && !item.startsWith(PageKind.SETTINGS + " device/" + device + " "));
    compare(device + " settings", own, replica.items(), differences);
    return differences;
  }

  private static void compare(
      String what, Set<String> hub, Set<String> device, List<String> differences) {
    hub.stream()
        .filter(item -> !device.contains(item))
        .forEach(item -> differences.add(what + " lacks " + item));
    device.stream()
        .filter(item -> !hub.contains(item))
        .forEach(item -> differences.add(what + " has too much: " + item));
  }
}
