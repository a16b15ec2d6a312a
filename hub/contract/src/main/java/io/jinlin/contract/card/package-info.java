/** The card: its code, the names and keys derived from it, and the seal of its roster entry. */
@NullMarked
package io.jinlin.contract.card;

import org.jspecify.annotations.NullMarked;
