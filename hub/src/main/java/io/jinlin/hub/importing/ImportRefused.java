package io.jinlin.hub.importing;

/** A file or an import as a whole that is not taken; nothing was changed. */
public final class ImportRefused extends Exception {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final String detail;

  /**
   * Why.
   *
   * @param code a key of the catalogue {@code problems}
   * @param detail stands for {@code {0}} in its words
   */
  ImportRefused(String code, String detail) {
    super(code, null, false, false);
    this.code = code;
    this.detail = detail;
  }

  ImportRefused(String code) {
    this(code, "");
  }

  /** A key of the catalogue {@code problems}. */
  public String code() {
    return code;
  }

  /** What it is about. */
  public String detail() {
    return detail;
  }
}
