/**
 * Plays a living day of the sample community through real edge agents: people come to what is on,
 * eat, take numbers, collect children, walk through doors and ring for help, and staff do their
 * part over the hub's own interface.
 */
@NullMarked
package io.jinlin.e2e.day;

import org.jspecify.annotations.NullMarked;
