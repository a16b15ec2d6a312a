package io.jinlin.hub.importing;

import io.jinlin.hub.register.Identity;
import io.jinlin.hub.residents.Category;
import io.jinlin.hub.residents.Sex;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * What a line says, each cell understood; absent is what has no column or an empty cell.
 *
 * @param line as the spreadsheet numbers it
 */
record Row(
    int line,
    Optional<String> number,
    String name,
    Optional<Sex> sex,
    Optional<LocalDate> born,
    Optional<String> lunar,
    Optional<Identity> identity,
    Optional<String> phone,
    Optional<Values.Door> door,
    Optional<String> grid,
    Optional<String> language,
    Optional<Set<Category.Kind>> categories,
    Optional<LocalDate> died) {
  @Override
  public String toString() {
    return "Row[" + line + "]";
  }
}
