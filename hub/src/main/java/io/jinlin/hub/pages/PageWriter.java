package io.jinlin.hub.pages;

import io.jinlin.contract.page.Item;
import io.jinlin.contract.page.ItemCodec;
import io.jinlin.contract.wire.Limits;
import io.jinlin.contract.wire.PageKind;
import io.jinlin.hub.store.Rows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.LongFunction;

/**
 * Writes items of pages within somebody else's transaction. Every change gets the next version of
 * its kind; an item replaces the older one of its key. Made for one transaction, then closed.
 */
public final class PageWriter implements AutoCloseable {
  private static final String LATEST =
      "SELECT coalesce(max(version), 0) FROM page_item WHERE kind = ?";
  private static final String PUT =
      "INSERT INTO page_item (kind, version, key, gone, body) VALUES (?, ?, ?, ?, ?)"
          + " ON CONFLICT (kind, key) DO UPDATE SET"
          + " version = excluded.version, gone = excluded.gone, body = excluded.body";

  private final Connection db;
  private final PreparedStatement put;
  private final Map<PageKind, Long> latest = new EnumMap<>(PageKind.class);

  /** Writes through this connection, whose owner commits. */
  public PageWriter(Connection db) throws SQLException {
    this.db = db;
    this.put = db.prepareStatement(PUT);
  }

  /**
   * Puts an item.
   *
   * @param item makes it, given the version it will have
   * @return the version
   * @throws IllegalArgumentException when it is longer than a line of a page may be
   */
  public long put(PageKind kind, LongFunction<? extends Item> item) throws SQLException {
    long version = next(kind);
    Item made = item.apply(version);
    write(kind, version, made.key(), false, ItemCodec.encode(made));
    return version;
  }

  /** Says that the item of a key is no longer there; a revocation stays for ever. */
  public long gone(PageKind kind, String key) throws SQLException {
    if (kind == PageKind.REVOCATIONS) {
      throw new IllegalArgumentException("a revocation cannot be taken back");
    }
    long version = next(kind);
    write(kind, version, key, true, ItemCodec.encode(new Item.Gone(version, key)));
    return version;
  }

  private void write(PageKind kind, long version, String key, boolean gone, byte[] body)
      throws SQLException {
    if (body.length > Limits.MAX_PAGE_ITEM_BYTES) {
      throw new IllegalArgumentException(kind + " item of " + body.length + " bytes");
    }
    put.setInt(1, kind.ordinal());
    put.setLong(2, version);
    put.setString(3, key);
    put.setInt(4, gone ? 1 : 0);
    put.setBytes(5, body);
    put.executeUpdate();
    latest.put(kind, version);
  }

  private long next(PageKind kind) throws SQLException {
    Long known = latest.get(kind);
    return 1 + (known == null ? Rows.number(db, LATEST, kind.ordinal()) : known);
  }

  @Override
  public void close() throws SQLException {
    put.close();
  }
}
