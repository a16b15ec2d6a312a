package io.jinlin.contract.page;

/** What a place is for, which decides what a scan there means. */
public enum Service {
  /** A meal by meal period. */
  CANTEEN,
  /** A ticket of a queue. */
  CLINIC,
  /** The session in progress; without one, a visit. */
  ACTIVITY,
  /** The 4:30 school: check-in of children, and collection by adults. */
  SCHOOL,
  /** A visit and nothing else. */
  HALL
}
