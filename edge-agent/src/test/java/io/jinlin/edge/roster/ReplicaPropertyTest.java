package io.jinlin.edge.roster;

import static io.jinlin.edge.roster.Pages.card;
import static io.jinlin.edge.roster.Pages.entry;
import static io.jinlin.edge.roster.Pages.page;
import static io.jinlin.edge.roster.Pages.roster;
import static org.assertj.core.api.Assertions.assertThat;

import io.jinlin.contract.page.Item;
import io.jinlin.contract.wire.Page;
import io.jinlin.contract.wire.PageKind;
import io.jinlin.contract.wire.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * A hub that changes, restarts and forgets, and a kiosk that is killed, end with the same cards.
 */
class ReplicaPropertyTest {
  private static final int CARDS = 12;
  private static final int STEPS = 60;
  private static final int PAGE_ITEMS = 3;

  @Property(tries = 50)
  void whateverHappensTheReplicaEndsAsTheHubIsAndNoDeadCardRevives(@ForAll long seed)
      throws IOException {
    Random random = new Random(seed);
    Path folder = Files.createTempDirectory("replica");
    Hub hub = new Hub();
    Set<Integer> heardDead = new HashSet<>();
    Replica replica = Replica.open(folder.resolve("replica.db"), 0);
    for (int i = 0; i < STEPS; i++) {
      switch (random.nextInt(8)) {
        case 0 -> hub.restart();
        case 1 -> hub.restoreFromBackup();
        case 2 -> hub.backup();
        case 3 -> {
          replica.close();
          replica = Replica.open(folder.resolve("replica.db"), 0);
        }
        case 4 -> ask(hub, replica, heardDead);
        case 5 -> hub.revoke(random.nextInt(CARDS));
        default -> hub.change(random.nextInt(CARDS), random.nextInt(3) > 0);
      }
    }
    for (int i = 0; i < 2 * STEPS; i++) {
      ask(hub, replica, heardDead);
    }

    for (int i = 0; i < CARDS; i++) {
      assertThat(replica.look(card(i))).isEqualTo(hub.expected(i, heardDead));
    }
    replica.close();
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.filter(file -> file.toString().contains("damaged"))).isEmpty();
    }
  }

  /**
   * An item moved beyond the page that a kiosk had got to, and the restored hub had it in its old
   * place again, where the kiosk never looked: the roster lacked a card for ever.
   */
  @Example
  void aHubRestoredWhileAKioskCatchesUpHidesNothingFromIt() throws IOException {
    whateverHappensTheReplicaEndsAsTheHubIsAndNoDeadCardRevives(-1_910_255_422L);
  }

  private static void ask(Hub hub, Replica replica, Set<Integer> heardDead) {
    for (PageKind kind : List.of(PageKind.ROSTER, PageKind.REVOCATIONS)) {
      Page page = hub.after(kind, replica.have(kind), replica.toward(kind));
      assertThat(replica.apply(page)).isIn(Applied.MORE, Applied.COMPLETE);
      if (kind == PageKind.REVOCATIONS) {
        hub.dead.keySet().stream()
            .filter(i -> replica.look(card(i)) instanceof RosterAnswer.Revoked)
            .forEach(heardDead::add);
      }
    }
  }

  /** Versioned items as the hub keeps them: one row a key, terms that begin at a number. */
  private static final class Hub {
    private TreeMap<Long, Item> items = new TreeMap<>();
    private Map<Integer, Long> dead = new HashMap<>();
    private List<Version> history = new ArrayList<>(List.of(new Version("t0", 0)));
    private Hub saved = this;
    private int starts;

    void change(int number, boolean there) {
      long version = latest() + 1;
      items.values().removeIf(item -> item.key().equals(card(number).ref().text()));
      Item item =
          there
              ? roster(version, card(number), "王" + version)
              : new Item.Gone(version, card(number).ref().text());
      items.put(version, item);
    }

    void revoke(int number) {
      dead.putIfAbsent(number, dead.size() + 1L);
    }

    void restart() {
      starts++;
      history = new ArrayList<>(history);
      history.add(new Version("t" + starts, latest()));
    }

    void backup() {
      saved = new Hub();
      saved.items = new TreeMap<>(items);
      saved.dead = new HashMap<>(dead);
      saved.history = new ArrayList<>(history);
    }

    void restoreFromBackup() {
      items = new TreeMap<>(saved.items);
      dead = new HashMap<>(saved.dead);
      history = new ArrayList<>(saved.history);
      restart();
    }

    private long latest() {
      return items.isEmpty() ? 0 : items.lastKey();
    }

    private String term() {
      return history.get(history.size() - 1).term();
    }

    /** A term is good up to the number at which the next one began. */
    private boolean knows(Version have, long newest) {
      for (int i = 0; i < history.size(); i++) {
        long end = i + 1 < history.size() ? history.get(i + 1).number() : newest;
        if (history.get(i).term().equals(have.term())) {
          return have.number() <= end;
        }
      }
      return false;
    }

    Page after(PageKind kind, Version have, Version toward) {
      boolean rosters = kind == PageKind.ROSTER;
      TreeMap<Long, Item> rows = rosters ? items : deadItems();
      long newest = rows.isEmpty() ? 0 : rows.lastKey();
      boolean reset =
          rosters ? !knows(have, newest) || !knows(toward, newest) : !have.term().equals(term());
      List<Item> some =
          rows.tailMap(reset ? 0 : have.number(), false).values().stream()
              .limit(PAGE_ITEMS)
              .toList();
      long upTo = some.size() < PAGE_ITEMS ? newest : some.get(PAGE_ITEMS - 1).version();
      return page(
          kind,
          have,
          reset,
          new Version(term(), upTo),
          new Version(term(), newest),
          some.toArray(Item[]::new));
    }

    private TreeMap<Long, Item> deadItems() {
      TreeMap<Long, Item> rows = new TreeMap<>();
      dead.forEach((i, version) -> rows.put(version, new Item.Revocation(version, card(i).ref())));
      return rows;
    }

    RosterAnswer expected(int number, Set<Integer> heardDead) {
      if (heardDead.contains(number)) {
        return new RosterAnswer.Revoked();
      }
      String key = card(number).ref().text();
      return items.values().stream()
          .filter(item -> item.key().equals(key) && item instanceof Item.Roster)
          .findFirst()
          .<RosterAnswer>map(item -> new RosterAnswer.Known(entry("王" + item.version())))
          .orElseGet(RosterAnswer.Unknown::new);
    }
  }
}
