/** Cards as PDF: sheets to cut, and single cards for a card printer. */
@NullMarked
package io.jinlin.hub.printing;

import org.jspecify.annotations.NullMarked;
