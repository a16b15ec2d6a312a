package io.jinlin.hub.importing;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A table as it was read, without its meaning.
 *
 * @param name of the worksheet; empty of a CSV file
 * @param encoding of a CSV file, for whoever looks at it; empty of a workbook
 * @param lines without those that are empty
 * @param merged ranges of merged cells by line and column: {@code B5:B8}
 */
record Sheet(String name, String encoding, List<Line> lines, List<Merged> merged) {
  /** Most columns that are read. */
  static final int MAX_COLUMNS = 100;

  /** Most lines of a table, the title's included. */
  static final int MAX_LINES = 20_050;

  /** Longest content of a cell that is read, in characters. */
  static final int MAX_CELL_LENGTH = 200;

  /**
   * A line.
   *
   * @param number as the spreadsheet numbers it, from 1
   * @param odd what is special about cells, by column
   */
  record Line(int number, List<String> cells, Map<Integer, Odd> odd) {
    String cell(int column) {
      return column < cells.size() ? cells.get(column) : "";
    }

    Optional<Odd> oddity(int column) {
      return Optional.ofNullable(odd.get(column));
    }
  }

  /** What is special about a cell. */
  enum Odd {
    /** A formula, with the value that the spreadsheet had computed. */
    FORMULA,
    /** A formula without a value, or an error such as {@code #N/A}. */
    BROKEN,
    /** More text than is read. */
    LONG
  }

  /** Merged cells; both ends included, lines from 1, columns from 0. */
  record Merged(String range, int firstLine, int lastLine, int firstColumn, int lastColumn) {}

  Sheet {
    lines = List.copyOf(lines);
    merged = List.copyOf(merged);
  }
}
