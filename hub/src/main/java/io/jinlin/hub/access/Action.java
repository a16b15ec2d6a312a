package io.jinlin.hub.access;

/** What somebody did with people's data. */
public enum Action {
  /** Found them by a search. */
  SEARCHED,
  /** Opened their page. */
  LOOKED,
  /** Saw their names in the list of what is owed. */
  ACCOUNTS,
  /** Opened what they ate and paid. */
  ACCOUNT,
  /** Saw who paid on a day. */
  PAYMENTS,
  /** Took or gave back money. */
  PAID,
  /** Entered that they moved, died or are here. */
  STATE_ENTERED,
  CARD_ISSUED,
  CARD_REVOKED,
  CARD_REPRINTED,
  /** Gave cards to many. */
  CARDS_GIVEN,
  /** Opened the paper with cards of many. */
  CARDS_PRINTED,
  /** Took the list of everybody out as a file. */
  LIST_EXPORTED,
  /** Compared a file with the list. */
  LIST_CHECKED,
  LIST_IMPORTED,
  LIST_TAKEN_BACK,
  /** Gave them a copy of all that is kept of them. */
  COPIED,
  /** Opened the sheet of a session; once in half an hour, since it follows by itself. */
  ATTENDANCE_SHEET,
  /** Opened the list of a series. */
  ENROLMENT_LIST,
  /** Enrolled them in a series, or took them off its list. */
  ENROLLED,
  /** Entered who must not collect a child, who may once, or that it may leave alone. */
  COLLECTION_DECIDED,
  /** Took out who brought and collected a child. */
  COLLECTION_RECORD,
  /** Read this log. */
  LOG_READ
}
