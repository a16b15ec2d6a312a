/**
 * Who is expected at a session, who came, and what the teacher said of the others; for the 4:30
 * school also who is missing and who is still here. {@link io.jinlin.hub.attendance.AttendanceDesk}
 * is the way in. What counts is in the ledger; a mark only says what no card could.
 */
@NullMarked
package io.jinlin.hub.attendance;

import org.jspecify.annotations.NullMarked;
