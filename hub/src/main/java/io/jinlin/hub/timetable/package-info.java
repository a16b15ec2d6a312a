/**
 * The timetable as staff keep it: series by the rule of the week, what single dates do otherwise,
 * holidays and terms. {@link io.jinlin.hub.timetable.TimetableDesk} is the way in; what the rules
 * come to stands in the table {@code session}, which {@link io.jinlin.hub.places.Timetable} reads.
 */
@NullMarked
package io.jinlin.hub.timetable;

import org.jspecify.annotations.NullMarked;
