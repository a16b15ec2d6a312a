/** The kiosk put together: sources of cards, the edge agent that decides, and the screen. */
@NullMarked
package io.jinlin.kiosk.app;

import org.jspecify.annotations.NullMarked;
