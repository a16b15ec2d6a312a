/** Cards: which person a card belongs to, and what a kiosk may know of it. */
@NullMarked
package io.jinlin.hub.cards;

import org.jspecify.annotations.NullMarked;
