/** A TCP proxy that can go wrong in every way a network does. */
@NullMarked
package io.jinlin.e2e.proxy;

import org.jspecify.annotations.NullMarked;
