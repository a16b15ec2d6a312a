/** The edge agent as a whole: a card in, a committed answer out, and everything behind it. */
@NullMarked
package io.jinlin.edge.agent;

import org.jspecify.annotations.NullMarked;
