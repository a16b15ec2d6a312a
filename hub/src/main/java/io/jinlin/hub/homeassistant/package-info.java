/**
 * What the owner's home automation may see: how full rooms are, how many meals, whether kiosks are
 * there. Counts only; nobody's name or card is in reach of this package.
 */
@NullMarked
package io.jinlin.hub.homeassistant;

import org.jspecify.annotations.NullMarked;
