package io.jinlin.hub.timetable;

/** What staff or a file said cannot be; {@link #code} has words for people in a catalogue. */
public final class InvalidTimetable extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final String detail;

  /**
   * A refusal.
   *
   * @param code of the catalogue {@code api/timetable_*.properties}
   * @param detail what it was about, as given
   */
  public InvalidTimetable(String code, String detail) {
    super(code + ": " + detail);
    this.code = code;
    this.detail = detail;
  }

  /** Of the catalogue. */
  public String code() {
    return code;
  }

  /** What it was about. */
  public String detail() {
    return detail;
  }
}
