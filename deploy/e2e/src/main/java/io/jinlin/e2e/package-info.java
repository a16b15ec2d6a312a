/** Starts the real parts together: simulated visitors, load, and tests that kill and count. */
@NullMarked
package io.jinlin.e2e;

import org.jspecify.annotations.NullMarked;
