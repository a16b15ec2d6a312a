/** The hub: the ledger of a community centre and the pages its staff read. */
@NullMarked
package io.jinlin.hub;

import org.jspecify.annotations.NullMarked;
