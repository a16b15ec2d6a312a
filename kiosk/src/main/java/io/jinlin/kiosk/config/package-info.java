/** The kiosk's settings: its own and those of the edge agent inside it, from one file. */
@NullMarked
package io.jinlin.kiosk.config;

import org.jspecify.annotations.NullMarked;
