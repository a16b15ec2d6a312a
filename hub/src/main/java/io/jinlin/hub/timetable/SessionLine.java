package io.jinlin.hub.timetable;

import io.jinlin.contract.page.Session;
import java.time.LocalDate;

/**
 * One session as staff see it.
 *
 * @param session as everybody sees it
 * @param date by which its series knows it: the day of the rule, also when it was moved
 * @param cancelled whether it does not take place
 * @param changed whether staff said something about this date
 * @param note why; may be empty
 */
public record SessionLine(
    Session session,
    LocalDate date,
    String teacher,
    boolean cancelled,
    boolean changed,
    String note) {}
