package io.jinlin.hub.residents;

import io.jinlin.contract.event.Check;
import java.time.LocalDate;

/** That a person takes part in a series of sessions, from a day on. */
public record Enrolment(long person, String series, LocalDate from) {

  public Enrolment {
    Check.id("series", series);
  }
}
