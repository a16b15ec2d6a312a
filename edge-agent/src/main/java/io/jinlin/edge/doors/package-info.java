/** Who goes in and out, from two light beams across a door. */
@NullMarked
package io.jinlin.edge.doors;

import org.jspecify.annotations.NullMarked;
