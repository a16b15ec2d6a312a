/** The edge agent: decides and remembers at the door, and sends what it remembers to the hub. */
@NullMarked
package io.jinlin.edge;

import org.jspecify.annotations.NullMarked;
