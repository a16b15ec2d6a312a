/** Compares what was answered with what a hub's files hold, without the hub's own code. */
@NullMarked
package io.jinlin.e2e.check;

import org.jspecify.annotations.NullMarked;
