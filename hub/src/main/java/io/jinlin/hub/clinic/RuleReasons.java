package io.jinlin.hub.clinic;

import io.jinlin.contract.event.Words;
import io.jinlin.hub.residents.Category;
import io.jinlin.hub.store.Rows;
import io.jinlin.hub.store.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks ages and categories up, each person once for a day and a rule; for one thread. */
public final class RuleReasons {
  private static final String BORN = "SELECT born FROM person WHERE id = ?";
  private static final String DISABLED =
      "SELECT count(*) FROM category WHERE person = ? AND kind IN (?, ?)"
          + " AND valid_from <= ? AND (until IS NULL OR until > ?)";

  private final Map<Long, Optional<Reason>> known = new HashMap<>();
  private LocalDate day = LocalDate.EPOCH;
  private ClinicRules rules = ClinicRules.DEFAULT;

  /** Whom the rule lets go first on a day; the connection is used while the answer is asked. */
  public Reasons on(Connection db, LocalDate today, ClinicRules now) {
    if (!day.equals(today) || !rules.equals(now)) {
      known.clear();
      day = today;
      rules = now;
    }
    return person -> known.computeIfAbsent(person, unseen -> look(db, unseen));
  }

  private Optional<Reason> look(Connection db, long person) {
    try {
      List<String> born = Rows.all(db, BORN, row -> row.getString(1), person);
      if (rules.preferAge() > 0 && !born.isEmpty() && isOld(LocalDate.parse(born.get(0)))) {
        return Optional.of(Reason.AGE);
      }
      return rules.preferDisability() && isDisabled(db, person)
          ? Optional.of(Reason.DISABILITY)
          : Optional.empty();
    } catch (SQLException e) {
      throw new StoreException("reading who goes first", e);
    }
  }

  private boolean isOld(LocalDate born) {
    return born.until(day).getYears() >= rules.preferAge();
  }

  private boolean isDisabled(Connection db, long person) throws SQLException {
    String today = day.toString();
    return Rows.number(
            db,
            DISABLED,
            person,
            Words.of(Category.Kind.SEVERE_DISABILITY),
            Words.of(Category.Kind.NEEDS_CARE),
            today,
            today)
        > 0;
  }
}
