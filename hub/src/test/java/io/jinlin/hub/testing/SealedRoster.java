package io.jinlin.hub.testing;

import io.jinlin.contract.card.CardKeys;
import io.jinlin.contract.card.Seal;
import io.jinlin.contract.page.Item;
import io.jinlin.contract.page.ItemCodec;
import io.jinlin.contract.page.RosterEntry;
import io.jinlin.contract.page.RosterEntryCodec;
import io.jinlin.contract.wire.PageKind;
import io.jinlin.hub.store.Database;
import io.jinlin.hub.store.Rows;
import java.util.List;
import java.util.Optional;

/** What a kiosk finds in its roster with a card in front of its reader. */
public final class SealedRoster {
  private static final String ITEM = "SELECT body FROM page_item WHERE kind = ? AND key = ?";

  private SealedRoster() {}

  /** The entry of a card; empty when there is none or it does not open. */
  public static Optional<RosterEntry> entry(Database database, CardKeys keys) {
    int kind = PageKind.ROSTER.ordinal();
    List<byte[]> items =
        database.read(db -> Rows.all(db, ITEM, row -> row.getBytes(1), kind, keys.ref().text()));
    return items.stream()
        .flatMap(item -> ItemCodec.decode(PageKind.ROSTER, item).toOptional().stream())
        .filter(Item.Roster.class::isInstance)
        .map(Item.Roster.class::cast)
        .flatMap(item -> Seal.open(keys, item.version(), item.sealed()).stream())
        .flatMap(content -> RosterEntryCodec.decode(content).toOptional().stream())
        .findFirst();
  }
}
