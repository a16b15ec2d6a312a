package io.jinlin.hub.residents;

import java.time.LocalDate;
import java.util.Optional;

/**
 * That a person belongs to one of the kinds of elders who are visited at home (探访关爱).
 *
 * @param from first day
 * @param until the day after the last; absent while it lasts
 */
public record Category(long person, Kind kind, LocalDate from, Optional<LocalDate> until) {

  /** Which kind. */
  public enum Kind {
    /** 独居. */
    LIVING_ALONE,
    /** 空巢. */
    EMPTY_NEST,
    /** 留守. */
    LEFT_BEHIND,
    /** 失能. */
    NEEDS_CARE,
    /** 重残. */
    SEVERE_DISABILITY,
    /** 计划生育特殊家庭. */
    LOST_ONLY_CHILD
  }

  public Category {
    if (until.isPresent() && !from.isBefore(until.get())) {
      throw new IllegalArgumentException("category ends before it begins");
    }
  }
}
