/** The site, its places, its devices and its timetable. */
@NullMarked
package io.jinlin.hub.places;

import org.jspecify.annotations.NullMarked;
