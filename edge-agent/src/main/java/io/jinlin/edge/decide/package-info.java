/** What a scan means here and now: pure rules, without clock, store or network. */
@NullMarked
package io.jinlin.edge.decide;

import org.jspecify.annotations.NullMarked;
