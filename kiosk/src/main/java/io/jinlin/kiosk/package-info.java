/** The kiosk: an edge agent with a card reader and a screen. */
@NullMarked
package io.jinlin.kiosk;

import org.jspecify.annotations.NullMarked;
