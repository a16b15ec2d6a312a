package io.jinlin.hub.register;

/** Where a person stands with a series from now on. */
public record EnrolmentStep(long person, To to) {
  /** The three ways to stand with a series. */
  public enum To {
    ENROLLED,
    WAITING,
    NONE
  }
}
