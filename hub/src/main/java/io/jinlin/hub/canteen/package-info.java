/** The canteen at the hub: what the kitchen cooked, what is sold out, how the counter stands. */
@NullMarked
package io.jinlin.hub.canteen;

import org.jspecify.annotations.NullMarked;
