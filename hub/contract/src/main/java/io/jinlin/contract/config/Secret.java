package io.jinlin.contract.config;

/** A setting that must reach no log: its text form is three stars. */
public record Secret(String value) {
  @Override
  public String toString() {
    return "***";
  }
}
