package io.jinlin.hub.importing;

import io.jinlin.hub.register.Entry;
import io.jinlin.hub.residents.Household;
import java.util.Comparator;
import java.util.List;

/**
 * What an import would do.
 *
 * @param lines how many lines with content stand below the header
 * @param created people who are new
 * @param changed people of whom something changes
 * @param same people who stay as they are
 * @param households that are new
 * @param entries the people who are new or change, as they will be
 * @param remarks errors first, then by line
 */
record Plan(
    int lines,
    int created,
    int changed,
    int same,
    List<Household> households,
    List<Entry> entries,
    List<Remark> remarks) {
  Plan {
    households = List.copyOf(households);
    entries = List.copyOf(entries);
    remarks =
        remarks.stream()
            .sorted(Comparator.comparing(Remark::level).thenComparingInt(Remark::line))
            .toList();
  }

  /** How many lines cannot be imported. */
  int failedLines() {
    return (int)
        remarks.stream()
            .filter(remark -> remark.level() == Remark.Level.ERROR)
            .mapToInt(Remark::line)
            .distinct()
            .count();
  }

  int warnings() {
    return (int) remarks.stream().filter(remark -> remark.level() == Remark.Level.WARNING).count();
  }
}
