/** The kiosk's copy of what the hub lets it know: sealed entries, dead cards, settings, claims. */
@NullMarked
package io.jinlin.edge.roster;

import org.jspecify.annotations.NullMarked;
