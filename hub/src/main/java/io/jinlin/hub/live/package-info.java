/** What is going on now, from committed state only. */
@NullMarked
package io.jinlin.hub.live;

import org.jspecify.annotations.NullMarked;
