/** The way to the hub: what is sent, what is answered, and when to begin anew. */
@NullMarked
package io.jinlin.edge.uplink;

import org.jspecify.annotations.NullMarked;
