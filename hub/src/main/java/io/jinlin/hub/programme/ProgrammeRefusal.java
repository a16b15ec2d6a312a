package io.jinlin.hub.programme;

/** What cannot be done; never carries content. */
public final class ProgrammeRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final String field;

  ProgrammeRefusal(String code, String field) {
    super(code, null, false, false);
    this.code = code;
    this.field = field;
  }

  /** {@code locked}, {@code full}, {@code unknown}, {@code invalid} or {@code not-yours}. */
  public String code() {
    return code;
  }

  /** Which field; empty for none. */
  public String field() {
    return field;
  }
}
