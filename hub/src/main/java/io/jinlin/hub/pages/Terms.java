package io.jinlin.hub.pages;

import io.jinlin.contract.wire.PageKind;
import io.jinlin.contract.wire.Version;
import io.jinlin.hub.store.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * The table {@code page_term}: under which start of the hub which versions were given. A version is
 * of this hub's history only if its term is known and its number lies before the first number of
 * the next term; after a restore from a backup the numbers that were forgotten do not.
 */
final class Terms {
  /** Starts that are remembered; a device that was away longer gets everything again. */
  static final int MAX_STARTS = 1_000;

  private static final String ADD =
      "INSERT INTO page_term (start, kind, term, first)"
          + " SELECT ?1, ?2, ?3, 1 + coalesce(max(version), 0) FROM page_item WHERE kind = ?2";
  private static final String NEXT_FIRST =
      "SELECT coalesce(min(n.first), (SELECT 1 + coalesce(max(version), 0) FROM page_item"
          + " WHERE kind = ?1)) FROM page_term t LEFT JOIN page_term n"
          + " ON n.kind = t.kind AND n.start > t.start WHERE t.kind = ?1 AND t.term = ?2"
          + " GROUP BY t.start";

  private Terms() {}

  /** Begins a term for every kind, once. */
  static void begin(Connection db, String term) throws SQLException {
    if (Rows.number(db, "SELECT count(*) FROM page_term WHERE term = ?", term) > 0) {
      return;
    }
    long start = 1 + Rows.number(db, "SELECT coalesce(max(start), 0) FROM page_term");
    for (PageKind kind : PageKind.values()) {
      Rows.change(db, ADD, start, kind.ordinal(), term);
    }
    Rows.change(db, "DELETE FROM page_term WHERE start <= ?", start - MAX_STARTS);
  }

  /** Whether what a device has is a state that this hub was in. */
  static boolean inHistory(Connection db, PageKind kind, Version have) throws SQLException {
    List<Long> next = Rows.all(db, NEXT_FIRST, row -> row.getLong(1), kind.ordinal(), have.term());
    return !next.isEmpty() && have.number() < next.get(0);
  }
}
