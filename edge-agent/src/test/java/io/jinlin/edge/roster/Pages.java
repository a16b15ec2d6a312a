package io.jinlin.edge.roster;

import io.jinlin.contract.card.CardCode;
import io.jinlin.contract.card.CardKeys;
import io.jinlin.contract.card.Seal;
import io.jinlin.contract.page.Item;
import io.jinlin.contract.page.ItemCodec;
import io.jinlin.contract.page.RosterEntry;
import io.jinlin.contract.page.RosterEntryCodec;
import io.jinlin.contract.wire.Page;
import io.jinlin.contract.wire.PageKind;
import io.jinlin.contract.wire.Version;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Pages as a hub would make them. */
final class Pages {
  static final String SITE = "kangle";

  private Pages() {}

  static CardKeys card(long number) {
    return CardCode.random(new Random(number)).keys(SITE);
  }

  static RosterEntry entry(String name) {
    return new RosterEntry(
        name, "", RosterEntry.Kind.RESIDENT, "zh", List.of("brush"), List.of(card(7).ref()));
  }

  static Item.Roster roster(long version, CardKeys keys, String name) {
    byte[] content = RosterEntryCodec.encode(entry(name));
    return new Item.Roster(
        version, keys.ref(), Seal.seal(keys, version, content, new Random(version)));
  }

  static Version version(String term, long number) {
    return new Version(term, number);
  }

  /** The whole of a page in one message. */
  static Page whole(PageKind kind, Version from, boolean reset, Version upTo, Item... items) {
    return page(kind, from, reset, upTo, upTo, items);
  }

  static Page page(
      PageKind kind, Version from, boolean reset, Version upTo, Version latest, Item... items) {
    return new Page(
        kind, from, reset, upTo, latest, Stream.of(items).map(ItemCodec::encode).toList());
  }
}
