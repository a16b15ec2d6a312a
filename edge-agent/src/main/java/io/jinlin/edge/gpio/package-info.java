/** The pins of the board, through Pi4J; everything else works without them. */
@NullMarked
package io.jinlin.edge.gpio;

import org.jspecify.annotations.NullMarked;
