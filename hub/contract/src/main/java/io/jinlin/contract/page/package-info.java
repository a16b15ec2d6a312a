/** What a device asks the hub for: roster, revocations, timetable, settings, claims. */
@NullMarked
package io.jinlin.contract.page;

import org.jspecify.annotations.NullMarked;
