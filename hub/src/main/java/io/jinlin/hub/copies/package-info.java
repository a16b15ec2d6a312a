/** What the hub keeps of one person as files they can read, each handed out with a receipt. */
@NullMarked
package io.jinlin.hub.copies;

import org.jspecify.annotations.NullMarked;
