/** Pure rules of counting: who counts once in an occasion, who is where, how full a place is. */
@NullMarked
package io.jinlin.hub.tally;

import org.jspecify.annotations.NullMarked;
