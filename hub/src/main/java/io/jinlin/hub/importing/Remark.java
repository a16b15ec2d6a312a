package io.jinlin.hub.importing;

/**
 * What there is to say of a line.
 *
 * @param line as the spreadsheet numbers it
 * @param column its header; empty for the whole line
 * @param level whether the line can be imported all the same
 * @param code a key of the catalogue {@code imports}
 * @param detail stands for {@code {0}} in its words
 */
public record Remark(int line, String column, Level level, String code, String detail) {
  /** How bad it is. */
  public enum Level {
    /** The line cannot be imported. */
    ERROR,
    /** It can, but somebody should look. */
    WARNING
  }

  /** Without the content of any cell. */
  @Override
  public String toString() {
    return "Remark[" + line + " " + code + "]";
  }
}
