/** What time it is on a device without a battery clock, and how far that can be trusted. */
@NullMarked
package io.jinlin.edge.clock;

import org.jspecify.annotations.NullMarked;
