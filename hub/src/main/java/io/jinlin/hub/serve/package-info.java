/** The running hub: its parts, started and stopped in order. */
@NullMarked
package io.jinlin.hub.serve;

import org.jspecify.annotations.NullMarked;
