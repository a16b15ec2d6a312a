/** What this device has answered and the hub may not have yet; it alone owns what is pending. */
@NullMarked
package io.jinlin.edge.outbox;

import org.jspecify.annotations.NullMarked;
