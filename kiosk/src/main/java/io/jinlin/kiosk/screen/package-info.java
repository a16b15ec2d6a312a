/**
 * The kiosk's screen: a page and two WebSockets on loopback. What was decided comes in as a {@code
 * Verdict}; what people do on the page goes out as {@link io.jinlin.kiosk.screen.ScreenActions}.
 * The words stand in the page's catalogues; the server sends states and their parameters.
 */
@NullMarked
package io.jinlin.kiosk.screen;

import org.jspecify.annotations.NullMarked;
