package io.jinlin.hub.copies;

import java.util.List;

/**
 * One table of a copy.
 *
 * @param name key of its title and name of its file
 * @param columns keys of their headers
 * @param rows words, not yet in a language
 */
record Section(String name, List<String> columns, List<List<String>> rows) {
  Section {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
  }
}
