/** A slip of paper with the number, where a printer stands; its troubles hold nothing up. */
@NullMarked
package io.jinlin.kiosk.printer;

import org.jspecify.annotations.NullMarked;
