/** A made-up community, the same for the same seed, to look at and to test with. */
@NullMarked
package io.jinlin.hub.sample;

import org.jspecify.annotations.NullMarked;
