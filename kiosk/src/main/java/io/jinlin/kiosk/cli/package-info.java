/** What can be run: the kiosk itself, and its reader on picture files. */
@NullMarked
package io.jinlin.kiosk.cli;

import org.jspecify.annotations.NullMarked;
