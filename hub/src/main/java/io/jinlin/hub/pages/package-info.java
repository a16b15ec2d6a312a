/** Versioned pages that devices ask for: roster, revocations, timetable, settings, claims. */
@NullMarked
package io.jinlin.hub.pages;

import org.jspecify.annotations.NullMarked;
