package io.jinlin.hub.canteen;

import io.jinlin.contract.event.Occasion;
import io.jinlin.contract.page.Item;
import io.jinlin.contract.page.ItemCodec;
import io.jinlin.contract.wire.PageKind;
import io.jinlin.hub.ledger.Ledger;
import io.jinlin.hub.pages.PageWriter;
import io.jinlin.hub.store.Database;
import io.jinlin.hub.store.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells kiosks which meals are sold out. What is told follows the ledger, so it needs no journal; a
 * start first compares with what was told before.
 */
public final class SoldOutPages {
  private static final Logger LOG = LoggerFactory.getLogger(SoldOutPages.class);
  private static final String TOLD =
      "SELECT body FROM page_item WHERE kind = ? AND gone = 0 AND key GLOB 'sold-out/*'";

  private final Ledger ledger;
  private Set<Occasion> told;

  /** Reads what was told. */
  public SoldOutPages(Database database, Ledger ledger) {
    this.ledger = ledger;
    this.told = database.read(SoldOutPages::load);
  }

  private static Set<Occasion> load(Connection db) throws SQLException {
    Set<Occasion> told = new HashSet<>();
    List<byte[]> bodies = Rows.all(db, TOLD, row -> row.getBytes(1), PageKind.SETTINGS.ordinal());
    for (byte[] body : bodies) {
      if (ItemCodec.decode(PageKind.SETTINGS, body).toOptional().orElse(null)
          instanceof Item.SoldOut gone) {
        told.add(gone.occasion());
      }
    }
    return told;
  }

  /** Makes kiosks know exactly these; cheap when they do already. */
  public synchronized void tell(Set<Occasion> soldOut) {
    if (soldOut.equals(told)) {
      return;
    }
    Set<Occasion> before = told;
    Set<Occasion> after = Set.copyOf(soldOut);
    told = after;
    ledger
        .write(
            db -> {
              write(db, before, after);
              return after;
            })
        .exceptionally(
            failed -> {
              LOG.warn("kiosks were not told what is sold out; trying again", failed);
              forget(before);
              return after;
            });
  }

  private synchronized void forget(Set<Occasion> before) {
    told = before;
  }

  private static void write(Connection db, Set<Occasion> before, Set<Occasion> after)
      throws SQLException {
    try (PageWriter pages = new PageWriter(db)) {
      for (Occasion meal : before) {
        if (!after.contains(meal)) {
          pages.gone(PageKind.SETTINGS, new Item.SoldOut(1, meal).key());
        }
      }
      for (Occasion meal : after) {
        if (!before.contains(meal)) {
          pages.put(PageKind.SETTINGS, version -> new Item.SoldOut(version, meal));
        }
      }
    }
  }
}
