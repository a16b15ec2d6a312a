/** Reads a street office's lists of residents, says what they would change, and changes it. */
@NullMarked
package io.jinlin.hub.importing;

import org.jspecify.annotations.NullMarked;
